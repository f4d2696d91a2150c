package org.kezheng.platform.calendar;

/// What a day is by the publication of its year.
public enum DayKind {
    /// Nothing is published of it: its weekday decides.
    ORDINARY,
    HOLIDAY,
    /// Worked in exchange for a holiday, whatever its weekday (调休).
    WORKING_DAY
}
