package org.kezheng.platform.calendar.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kezheng.platform.calendar.CalendarYear;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.platform.flows.FlowProblem;
import org.kezheng.platform.flows.file.CalendarReader;

/// Puts a site's calendar together: the years that ship, and `calendar/YEAR.json` in the data directory, each
/// in place of the year that ships. Read at the start, as the site's definition and its flows are.
public final class CalendarFiles {
    /// Where an operator's years stand in the data directory.
    public static final String DIRECTORY = "calendar";

    private static final List<Integer> SHIPPED = List.of(2026);
    private static final Pattern NAME = Pattern.compile("(2\\d{3})\\.json");

    private final List<CalendarYear> years = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private CalendarFiles() {}

    /// The years that ship, and nothing else.
    public static HolidayCalendar shipped() {
        return HolidayCalendar.NONE.with(
                SHIPPED.stream().map(CalendarFiles::shipped).toList());
    }

    /// The calendar of the site whose data stand there; the years that ship when it has no files.
    ///
    /// @throws RefusedCalendar with everything that is wrong with its files
    public static HolidayCalendar read(Path dataDirectory) {
        CalendarFiles found = new CalendarFiles();
        found.all(dataDirectory.resolve(DIRECTORY));
        if (!found.problems.isEmpty()) {
            throw new RefusedCalendar(found.problems);
        }
        return shipped().with(found.years);
    }

    private void all(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            files.sorted()
                    // What editors and file systems leave beside a file.
                    .filter(file -> !nameOf(file).startsWith("."))
                    .forEach(this::one);
        } catch (IOException failure) {
            throw new UncheckedIOException("The directory of the calendar cannot be read", failure);
        }
    }

    private void one(Path file) {
        String name = nameOf(file);
        Matcher year = NAME.matcher(name);
        if (!year.matches()) {
            problem(name, "文件名应为“年份.json”，如 2027.json / the name has to be the year's, such as 2027.json");
            return;
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            problem(name, "文件无法读取，或不是 UTF-8 / the file cannot be read, or is no UTF-8");
            return;
        }
        CalendarReader.Reading reading = CalendarReader.read(text);
        reading.problems().forEach(problem -> problem(name, words(problem)));
        CalendarYear read = reading.year();
        if (read != null && read.year() != Integer.parseInt(year.group(1))) {
            problem(
                    name,
                    "/year  与文件名不符：" + read.year() + " / is " + read.year() + ", and the file's name says otherwise");
        } else if (read != null) {
            years.add(read);
        }
    }

    private void problem(String name, String what) {
        problems.add(DIRECTORY + "/" + name + ": " + what);
    }

    private static String words(FlowProblem problem) {
        return problem.pointer() + "  " + problem.chinese() + " / " + problem.english();
    }

    private static String nameOf(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString();
    }

    private static CalendarYear shipped(int year) {
        try (InputStream file = CalendarFiles.class.getResourceAsStream(year + ".json")) {
            if (file == null) {
                throw new IllegalStateException("The calendar that ships for " + year + " is missing");
            }
            CalendarYear read = CalendarReader.read(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .year();
            if (read == null) {
                throw new IllegalStateException("The calendar that ships for " + year + " is wrong");
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
