package org.kezheng.platform.calls;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.http.Problem;

/// Reads what stands in a query, or says which field is wrong.
final class Fields {
    /// What the database can hold, and nobody's call lies beyond.
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Fields() {}

    /// A name that means nothing here would otherwise be taken for a filter that matched everything.
    static void requireKnown(Collection<String> given, Set<String> known) {
        for (String field : given) {
            if (!known.contains(field)) {
                throw Problem.invalid(
                        field, "field.unknown", "Known here are: " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    static @Nullable Instant instant(String field, @Nullable String text) {
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

    /// A whole number within bounds.
    static long number(String field, String text, long least, long most) {
        OptionalLong number = decimal(text);
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
            throw Problem.invalid(field, "field.number", "A whole number from " + least + " to " + most);
        }
        return number.getAsLong();
    }

    /// A number written in digits alone.
    static OptionalLong decimal(String text) {
        if (text.isEmpty() || text.length() > 19 || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
