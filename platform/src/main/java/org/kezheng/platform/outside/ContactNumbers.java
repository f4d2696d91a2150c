package org.kezheng.platform.outside;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Ids of contacts that begin here and not with a channel of the PBX: built as those are, seconds and a counter,
/// under a number that no PBX has.
public final class ContactNumbers {
    private static final long NO_PBX = 62L << 53;
    private static final int COUNTER_BITS = 20;
    private static final int COUNTER_MASK = (1 << COUNTER_BITS) - 1;

    private final Clock clock;
    /// Begins anywhere, so that a start within the second of the last one does not give its ids again.
    private final AtomicInteger counter =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1 << COUNTER_BITS));

    public ContactNumbers(Clock clock) {
        this.clock = clock;
    }

    /// The next id.
    public long next() {
        long seconds = clock.instant().getEpochSecond();
        return NO_PBX | (seconds << COUNTER_BITS) | (counter.getAndIncrement() & COUNTER_MASK);
    }
}
