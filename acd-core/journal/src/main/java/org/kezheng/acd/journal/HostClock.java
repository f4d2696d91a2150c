package org.kezheng.acd.journal;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.Command;

/// The host's time: the wall clock, taken once and advanced by the monotonic clock, never before the last
/// journaled instant.
final class HostClock {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NOTICED_DRIFT_MICROS = 1_000_000;

    private final TimeSource source;
    private long baseMicros;
    private long baseNanos;
    /// How far the wall clock is behind (negative), as far as that has been told.
    private long toldDrift;

    private long last;

    HostClock(TimeSource source, long lastMicros) {
        this.source = source;
        last = lastMicros;
        baseMicros = Math.max(source.wallMicros(), lastMicros);
        baseNanos = source.monotonicNanos();
    }

    /// A jump to tell before anything else: at the opening of a journal whose last instant lies ahead of the wall
    /// clock.
    Optional<Command.ClockJumped> jumpAtOpen() {
        long wall = source.wallMicros();
        if (wall >= last) {
            return Optional.empty();
        }
        toldDrift = wall - last;
        return Optional.of(new Command.ClockJumped(last, Math.max(0, wall)));
    }

    long now() {
        last = Math.max(last, estimate());
        return last;
    }

    /// Nanoseconds from now until an instant; 0 or less: it is due.
    long nanosUntil(long micros) {
        return TimeUnit.MICROSECONDS.toNanos(micros - now());
    }

    /// A jump of the wall clock since it was last asked. Forward, time follows it; backward, time goes on from
    /// where it is.
    Optional<Command.ClockJumped> jump() {
        long expected = estimate();
        long wall = source.wallMicros();
        long drift = wall - expected;
        if (drift > NOTICED_DRIFT_MICROS) {
            baseMicros += drift;
            toldDrift = 0;
            return Optional.of(new Command.ClockJumped(expected, wall));
        }
        if (drift < toldDrift - NOTICED_DRIFT_MICROS) {
            toldDrift = drift;
            return Optional.of(new Command.ClockJumped(expected, Math.max(0, wall)));
        }
        if (drift > toldDrift + NOTICED_DRIFT_MICROS) {
            toldDrift = Math.min(0, drift);
        }
        return Optional.empty();
    }

    private long estimate() {
        return baseMicros + (source.monotonicNanos() - baseNanos) / NANOS_PER_MICRO;
    }
}
