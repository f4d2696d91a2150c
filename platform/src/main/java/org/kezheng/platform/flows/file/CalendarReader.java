package org.kezheng.platform.flows.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.calendar.CalendarYear;
import org.kezheng.platform.calendar.DayKind;
import org.kezheng.platform.flows.FlowProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads the public holidays of one year.
public final class CalendarReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// No holiday is longer; a slip in a month would otherwise close a centre for it.
    private static final int MAX_DAYS = 15;

    private CalendarReader() {}

    /// What came of reading: a year, if there is nothing to be mended.
    public record Reading(@Nullable CalendarYear year, List<FlowProblem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    public static Reading read(String json) {
        List<FlowProblem> problems = new ArrayList<>();
        try {
            At at = At.root(JSON.readTree(json), problems)
                    .only(Set.of("schema", "year", "source", "holidays", "workingDays"));
            at.member("schema").number(1, 1);
            int year = at.member("year").number(2000, 2999);
            String source = at.member("source").text();
            TreeMap<LocalDate, DayKind> days = new TreeMap<>();
            at.member("holidays").items().forEach(one -> holiday(one, year, days));
            at.member("workingDays").items().forEach(one -> put(one, dayOf(one, year), DayKind.WORKING_DAY, days));
            return new Reading(problems.isEmpty() ? new CalendarYear(year, source, days) : null, problems);
        } catch (JacksonException wrong) {
            return new Reading(null, List.of(new FlowProblem("/", FlowProblem.Rule.NOT_JSON, "")));
        }
    }

    private static void holiday(At at, int year, Map<LocalDate, DayKind> days) {
        at.only(Set.of("name", "from", "to"));
        at.member("name").text();
        LocalDate from = dayOf(at.member("from"), year);
        LocalDate to = dayOf(at.member("to"), year);
        if (from == null || to == null) {
            return;
        }
        if (to.isBefore(from) || from.plusDays(MAX_DAYS).isBefore(to)) {
            at.member("to").problem(FlowProblem.Rule.WRONG_VALUE, from + " – " + from.plusDays(MAX_DAYS));
            return;
        }
        from.datesUntil(to.plusDays(1)).forEach(day -> put(at, day, DayKind.HOLIDAY, days));
    }

    private static void put(At at, @Nullable LocalDate day, DayKind kind, Map<LocalDate, DayKind> days) {
        if (day != null && days.putIfAbsent(day, kind) != null) {
            at.problem(FlowProblem.Rule.WRONG_VALUE, "≠ " + day);
        }
    }

    private static @Nullable LocalDate dayOf(At at, int year) {
        try {
            LocalDate day = LocalDate.parse(at.text());
            if (day.getYear() == year) {
                return day;
            }
        } catch (DateTimeException wrong) {
            // Named below, as a wrong year is.
        }
        if (at.isThere()) {
            at.problem(FlowProblem.Rule.WRONG_VALUE, year + "-MM-DD");
        }
        return null;
    }
}
