package org.kezheng.acd.journal;

import java.util.concurrent.atomic.AtomicLong;

/// Clocks that a test sets. Unset, the monotonic one runs with the machine's, so that waiting for a deadline
/// ends.
final class FakeTime implements TimeSource {
    private static final long START_MICROS = 1_800_000_000_000_000L;

    private final long startNanos = System.nanoTime();
    private final AtomicLong wallOffsetMicros = new AtomicLong();
    private final AtomicLong monotonicOffsetMicros = new AtomicLong();

    /// The wall clock alone is set.
    void setWallBy(long micros) {
        wallOffsetMicros.addAndGet(micros);
    }

    /// Time passes.
    void advance(long micros) {
        monotonicOffsetMicros.addAndGet(micros);
    }

    @Override
    public long wallMicros() {
        return START_MICROS + wallOffsetMicros.get() + monotonicNanos() / 1_000;
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime() - startNanos + monotonicOffsetMicros.get() * 1_000;
    }
}
