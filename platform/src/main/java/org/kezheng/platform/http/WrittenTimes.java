package org.kezheng.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Reads instants and days as requests write them. What the database could not hold, and the calendar could not
/// count from, is as wrong as what is no time at all.
public final class WrittenTimes {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private WrittenTimes() {}

    /// An instant from 1970 to 2200; nothing where nothing is written.
    ///
    /// @throws Problem `field.instant` where it is none
    public static @Nullable Instant instant(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeException unreadable) {
            // Answered below, as an instant out of bounds.
        }
        throw Problem.invalid(field, "field.instant", "An instant from 1970 to 2200 such as 2026-01-31T08:00:00Z");
    }

    /// A day from 2020 to 2199.
    ///
    /// @param rule the rule of the problem where it is none
    public static LocalDate day(String field, String rule, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            // Answered below, as a day out of bounds.
        }
        throw Problem.invalid(field, rule, "A day from 2020 to 2199 such as 2026-01-31");
    }
}
