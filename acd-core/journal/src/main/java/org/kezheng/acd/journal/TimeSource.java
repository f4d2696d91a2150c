package org.kezheng.acd.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Where a host takes time from.
public interface TimeSource {
    /// Microseconds since 1970 UTC by the wall clock, which may be set while it runs.
    long wallMicros();

    /// Nanoseconds since any fixed instant, never set back.
    long monotonicNanos();

    /// The clocks of this machine.
    static TimeSource system() {
        return new TimeSource() {
            @Override
            public long wallMicros() {
                return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            }

            @Override
            public long monotonicNanos() {
                return System.nanoTime();
            }
        };
    }
}
