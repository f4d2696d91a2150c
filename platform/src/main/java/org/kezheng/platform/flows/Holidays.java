package org.kezheng.platform.flows;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Public holidays and the weekend days that are worked in exchange, as they are published year by year.
///
/// @param version names the publication
/// @param years for which it is complete; in any other year only the weekly hours count
public record Holidays(String version, SortedSet<Integer> years, SequencedMap<LocalDate, Kind> days) {

    /// Nothing is known.
    public static final Holidays NONE = new Holidays("none", new TreeSet<>(), new TreeMap<>());

    public Holidays {
        years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
        days = Collections.unmodifiableSequencedMap(new TreeMap<>(days));
    }

    /// What a day is.
    public enum Kind {
        ORDINARY,
        HOLIDAY,
        WORKING_DAY
    }

    Kind kindOf(LocalDate date) {
        return days.getOrDefault(date, Kind.ORDINARY);
    }

    boolean covers(LocalDate date) {
        return years.contains(date.getYear());
    }
}
