package org.kezheng.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Public holidays and the days that are worked in exchange, year by year. Of a year that is missing nothing is
/// known but its weekends; [#missingOn] tells of it beforehand.
///
/// @param years by their number
public record HolidayCalendar(SequencedMap<Integer, CalendarYear> years) {
    /// Nothing is known.
    public static final HolidayCalendar NONE = new HolidayCalendar(new TreeMap<>());

    public HolidayCalendar {
        years = Collections.unmodifiableSequencedMap(new TreeMap<>(years));
    }

    /// This calendar with those years, each in place of one that it has already.
    public HolidayCalendar with(Collection<CalendarYear> others) {
        SequencedMap<Integer, CalendarYear> all = new TreeMap<>(years);
        others.forEach(year -> all.put(year.year(), year));
        return new HolidayCalendar(all);
    }

    public DayKind kindOf(LocalDate day) {
        CalendarYear year = years.get(day.getYear());
        return year == null ? DayKind.ORDINARY : year.days().getOrDefault(day, DayKind.ORDINARY);
    }

    /// Whether the publication of that day's year is there.
    public boolean covers(LocalDate day) {
        return years.containsKey(day.getYear());
    }

    /// Whether the day is a holiday. An ordinary weekend is none.
    public boolean isHoliday(LocalDate day) {
        return kindOf(day) == DayKind.HOLIDAY;
    }

    public boolean isWorked(LocalDate day) {
        return switch (kindOf(day)) {
            case HOLIDAY -> false;
            case WORKING_DAY -> true;
            case ORDINARY -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        };
    }

    /// The last day of a term of so many working days; the day on which it begins is not counted.
    public LocalDate after(LocalDate begin, int workingDays) {
        LocalDate day = begin;
        int left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                left--;
            }
        }
        return day;
    }

    /// The years whose publication ought to be there on that day and is not: its own year, and from 1 December the next
    /// one, which is published in autumn.
    public List<Integer> missingOn(LocalDate today) {
        List<Integer> needed = new ArrayList<>(List.of(today.getYear()));
        if (today.getMonth() == Month.DECEMBER) {
            needed.add(today.getYear() + 1);
        }
        needed.removeIf(years::containsKey);
        return List.copyOf(needed);
    }
}
