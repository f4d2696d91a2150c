package org.kezheng.evidence.measures;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Sums by day, of the newest [#MAX_DAYS] days, and sums over all time by subject.
final class Tally {
    static final int MAX_DAYS = 400;

    private final TreeMap<LocalDate, Map<Line.Subject, Map<Quantity, Long>>> days = new TreeMap<>();
    private final Map<Line.Subject, Map<Quantity, Long>> totals = new HashMap<>();

    void add(Line line, long amount) {
        add(days.computeIfAbsent(line.day(), day -> new HashMap<>()), line, amount);
        add(totals, line, amount);
        while (days.size() > MAX_DAYS) {
            days.pollFirstEntry();
        }
    }

    long of(Line line) {
        return days.getOrDefault(line.day(), Map.of())
                .getOrDefault(line.subject(), Map.of())
                .getOrDefault(line.quantity(), 0L);
    }

    long total(Line.Subject subject, Quantity quantity) {
        return totals.getOrDefault(subject, Map.of()).getOrDefault(quantity, 0L);
    }

    boolean keeps(LocalDate day) {
        return days.size() < MAX_DAYS || !day.isBefore(days.firstKey());
    }

    /// The sums of a day and of those after it.
    SortedMap<Line, Long> from(LocalDate first) {
        SortedMap<Line, Long> lines = new TreeMap<>();
        days.tailMap(first)
                .forEach((day, subjects) -> subjects.forEach((subject, sums) ->
                        sums.forEach((quantity, sum) -> lines.put(new Line(day, subject, quantity), sum))));
        return lines;
    }

    private static void add(Map<Line.Subject, Map<Quantity, Long>> sums, Line line, long amount) {
        sums.computeIfAbsent(line.subject(), subject -> new EnumMap<>(Quantity.class))
                .merge(line.quantity(), amount, Long::sum);
    }
}
