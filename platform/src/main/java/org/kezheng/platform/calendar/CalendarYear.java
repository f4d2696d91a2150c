package org.kezheng.platform.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What is published of one year, as a whole: what it does not name is ordinary.
///
/// @param source names the publication
/// @param days of that year, by date; none is [DayKind#ORDINARY]
public record CalendarYear(int year, String source, SequencedMap<LocalDate, DayKind> days) {
    public CalendarYear {
        days = Collections.unmodifiableSequencedMap(new TreeMap<>(days));
        if (days.keySet().stream().anyMatch(day -> day.getYear() != year) || days.containsValue(DayKind.ORDINARY)) {
            throw new IllegalArgumentException("A year holds its own holidays and working days");
        }
    }

    /// The days of a kind, in their order.
    public List<LocalDate> daysOf(DayKind kind) {
        return days.entrySet().stream()
                .filter(day -> day.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }
}
