package org.kezheng.platform.whatif;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// A day of a site, from midnight to midnight.
///
/// @param toMicros behind its last instant
/// @param knownToMicros until when it is known who was there: its end, or the journal's where that is earlier
public record Day(LocalDate date, long fromMicros, long toMicros, long knownToMicros) {
    /// @param lastMicros the instant of the journal's last record
    static Day of(LocalDate date, ZoneId zone, long lastMicros) {
        long to = micros(date.plusDays(1).atStartOfDay(zone).toInstant());
        return new Day(date, micros(date.atStartOfDay(zone).toInstant()), to, Math.min(to, lastMicros));
    }

    /// The date on which an instant falls.
    static LocalDate dateAt(long micros, ZoneId zone) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone);
    }

    boolean has(long micros) {
        return micros >= fromMicros && micros < toMicros;
    }

    private static long micros(Instant instant) {
        return Duration.between(Instant.EPOCH, instant).toNanos() / 1_000;
    }
}
