package org.kezheng.platform.gate;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans of a day, such as `09:00-12:00,14:00-20:00`. The end of a span does not belong to it.
record CallingHours(List<Span> spans) {
    private static final int MAX_SPANS = 6;
    private static final Pattern SPAN = Pattern.compile("([0-2]\\d):([0-5]\\d)-([0-2]\\d):([0-5]\\d)");
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int MINUTES_OF_HOUR = 60;

    CallingHours {
        spans = List.copyOf(spans);
    }

    /// @param from minute of the day
    /// @param until minute of the day, up to 24:00
    record Span(int from, int until) {}

    /// Reads the written form; empty when it is none: a span ends after it begins and begins after the last ended.
    static Optional<CallingHours> of(String written) {
        List<Span> spans = new ArrayList<>();
        int last = -1;
        String[] parts = written.split(",", -1);
        for (String part : parts) {
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches() || parts.length > MAX_SPANS) {
                return Optional.empty();
            }
            int from = minute(span.group(1), span.group(2));
            int until = minute(span.group(3), span.group(4));
            if (from <= last || until <= from || until > MINUTES_OF_DAY) {
                return Optional.empty();
            }
            last = until;
            spans.add(new Span(from, until));
        }
        return Optional.of(new CallingHours(spans));
    }

    private static int minute(String hours, String minutes) {
        return Integer.parseInt(hours) * MINUTES_OF_HOUR + Integer.parseInt(minutes);
    }

    boolean contains(LocalTime time) {
        int minute = time.getHour() * MINUTES_OF_HOUR + time.getMinute();
        return spans.stream().anyMatch(span -> span.from <= minute && minute < span.until);
    }

    /// When a span begins next, after that time of the day; empty: none does on the same day any more.
    Optional<LocalTime> opensAfter(LocalTime time) {
        int minute = time.getHour() * MINUTES_OF_HOUR + time.getMinute();
        return spans.stream().filter(span -> span.from > minute).findFirst().map(span -> at(span.from));
    }

    /// When the first span begins.
    LocalTime firstOpening() {
        return at(spans.getFirst().from);
    }

    /// Whether each minute of these hours is one of the others.
    boolean isWithin(CallingHours others) {
        for (int minute = 0; minute < MINUTES_OF_DAY; minute++) {
            if (contains(at(minute)) && !others.contains(at(minute))) {
                return false;
            }
        }
        return true;
    }

    private static LocalTime at(int minute) {
        return LocalTime.of(minute / MINUTES_OF_HOUR, minute % MINUTES_OF_HOUR);
    }
}
