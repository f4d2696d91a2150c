package org.kezheng.platform.flows.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.flows.FlowProblem;
import org.kezheng.platform.flows.Holidays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a calendar of public holidays: the one that ships, or one that the operator lays beside it.
public final class HolidayReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// No holiday is longer; a slip in a year would otherwise close a centre for it.
    private static final int MAX_DAYS = 15;

    private HolidayReader() {}

    /// What came of reading: a calendar, if there is nothing to be mended.
    public record Reading(@Nullable Holidays holidays, List<FlowProblem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /// The years whose publication ships with the platform.
    public static Holidays shipped() {
        try (InputStream file = HolidayReader.class.getResourceAsStream("holidays-cn.json")) {
            if (file == null) {
                throw new IllegalStateException("The calendar of holidays is missing");
            }
            Reading reading = read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            if (reading.holidays() == null) {
                throw new IllegalStateException("The calendar of holidays that ships is wrong");
            }
            return reading.holidays();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Reading read(String json) {
        List<FlowProblem> problems = new ArrayList<>();
        try {
            At at = At.root(JSON.readTree(json), problems).only(Set.of("schema", "version", "years"));
            at.member("schema").number(1, 1);
            String version = at.member("version").text();
            TreeSet<Integer> years = new TreeSet<>();
            TreeMap<LocalDate, Holidays.Kind> days = new TreeMap<>();
            for (At year : at.member("years").items()) {
                year.only(Set.of("year", "source", "holidays", "workingDays"));
                int number = year.member("year").number(2000, 2100);
                year.member("source").text();
                years.add(number);
                year.member("holidays").items().forEach(one -> holiday(one, number, days));
                year.member("workingDays").items().forEach(one -> put(one, number, Holidays.Kind.WORKING_DAY, days));
            }
            return new Reading(problems.isEmpty() ? new Holidays(version, years, days) : null, problems);
        } catch (JacksonException wrong) {
            return new Reading(null, List.of(new FlowProblem("/", FlowProblem.Rule.NOT_JSON, "")));
        }
    }

    private static void holiday(At at, int year, SortedMap<LocalDate, Holidays.Kind> days) {
        at.only(Set.of("name", "from", "to"));
        at.member("name").text();
        LocalDate from = date(at.member("from"), year);
        LocalDate to = date(at.member("to"), year);
        if (from == null || to == null) {
            return;
        }
        if (to.isBefore(from) || from.plusDays(MAX_DAYS).isBefore(to)) {
            at.member("to").problem(FlowProblem.Rule.WRONG_VALUE, from + " …");
            return;
        }
        from.datesUntil(to.plusDays(1)).forEach(day -> days.put(day, Holidays.Kind.HOLIDAY));
    }

    private static void put(At at, int year, Holidays.Kind kind, SortedMap<LocalDate, Holidays.Kind> days) {
        LocalDate date = date(at, year);
        if (date != null && days.putIfAbsent(date, kind) != null) {
            at.problem(FlowProblem.Rule.WRONG_VALUE, "≠ " + date);
        }
    }

    private static @Nullable LocalDate date(At at, int year) {
        try {
            LocalDate date = LocalDate.parse(at.text());
            if (date.getYear() == year) {
                return date;
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
