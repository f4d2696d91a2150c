package org.kezheng.platform.flows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kezheng.platform.calendar.DayKind;
import org.kezheng.platform.calendar.HolidayCalendar;

/// When somebody is there. On a public holiday nobody is; on a weekend day that was made a working day (调休) the
/// hours of `adjusted` hold.
///
/// @param weekly spans by day of the week; a day that is missing is closed
/// @param adjusted spans of adjusted working days
/// @param followsHolidays whether the calendar of public holidays counts at all
public record OpeningHours(
        ZoneId zone, Map<DayOfWeek, List<Span>> weekly, List<Span> adjusted, boolean followsHolidays) {

    public OpeningHours {
        Map<DayOfWeek, List<Span>> ordered = new EnumMap<>(DayOfWeek.class);
        ordered.putAll(weekly);
        weekly = Collections.unmodifiableMap(ordered);
        adjusted = List.copyOf(adjusted);
    }

    /// From `begin` until before `end`, on one day; `end` of midnight is the end of the day.
    public record Span(LocalTime begin, LocalTime end) {
        boolean holds(LocalTime time) {
            return !time.isBefore(begin) && (end.equals(LocalTime.MIDNIGHT) || time.isBefore(end));
        }
    }

    /// What holds at an instant.
    public enum State {
        OPEN,
        CLOSED,
        HOLIDAY
    }

    /// Tells what holds at that instant.
    public State at(Instant instant, HolidayCalendar holidays) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate date = local.toLocalDate();
        DayKind kind = followsHolidays ? holidays.kindOf(date) : DayKind.ORDINARY;
        List<Span> spans = switch (kind) {
            case HOLIDAY -> List.of();
            case WORKING_DAY -> adjusted;
            case ORDINARY -> weekly.getOrDefault(date.getDayOfWeek(), List.of());
        };
        if (spans.stream().anyMatch(span -> span.holds(local.toLocalTime()))) {
            return State.OPEN;
        }
        return kind == DayKind.HOLIDAY ? State.HOLIDAY : State.CLOSED;
    }
}
