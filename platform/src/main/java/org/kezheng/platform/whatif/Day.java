package org.kezheng.platform.whatif;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// A day of a site, from midnight to midnight.
///
/// @param toMicros behind its last instant
public record Day(LocalDate date, long fromMicros, long toMicros) {
    static Day of(LocalDate date, ZoneId zone) {
        return new Day(
                date,
                micros(date.atStartOfDay(zone).toInstant()),
                micros(date.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /// The day in which an instant falls.
    static Day at(long micros, ZoneId zone) {
        return of(LocalDate.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), zone), zone);
    }

    boolean has(long micros) {
        return micros >= fromMicros && micros < toMicros;
    }

    private static long micros(Instant instant) {
        return Duration.between(Instant.EPOCH, instant).toNanos() / 1_000;
    }
}
