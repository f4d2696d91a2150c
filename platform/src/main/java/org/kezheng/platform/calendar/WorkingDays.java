package org.kezheng.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// The days that are worked. Monday to Friday, but for the holidays, and with the weekend days that make up for them
/// (调休). The state council announces both for each year, so they come from the site's definition; a year of which
/// nothing is known has its weekends only.
///
/// @param holidays days off, whatever their weekday
/// @param workdays days that are worked, whatever their weekday; they win over the holidays
public record WorkingDays(Set<LocalDate> holidays, Set<LocalDate> workdays) {
    public WorkingDays {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    public boolean isWorked(LocalDate day) {
        if (workdays.contains(day)) {
            return true;
        }
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !isWeekend && !holidays.contains(day);
    }

    /// Whether the day is a holiday. A weekend is none.
    public boolean isHoliday(LocalDate day) {
        return holidays.contains(day) && !workdays.contains(day);
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
}
