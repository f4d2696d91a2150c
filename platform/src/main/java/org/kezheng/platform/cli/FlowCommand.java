package org.kezheng.platform.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kezheng.platform.calendar.CalendarYear;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.platform.calendar.site.CalendarFiles;
import org.kezheng.platform.calendar.site.RefusedCalendar;
import org.kezheng.platform.flows.Fact;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.FlowProblem;
import org.kezheng.platform.flows.file.CalendarReader;
import org.kezheng.platform.flows.file.FlowReader;

/// Checks a flow's file, or leads somebody at a terminal through it as a caller.
public final class FlowCommand {
    private FlowCommand() {}

    static void main(String[] arguments) {
        Command.exit(out -> run(arguments, out));
    }

    static ExitCode run(String[] arguments, PrintStream out) throws IOException {
        List<String> all = Arrays.asList(arguments);
        if (all.size() < 2) {
            throw new Arguments.UsageException("flow check FILE, or flow try FILE [--at TIME] [--keys KEYS]");
        }
        Arguments given = new Arguments(
                all.subList(2, all.size()).toArray(String[]::new),
                Set.of("--at", "--keys", "--facts", "--queues", "--holidays", "--data", "--verified", "--lang"),
                Set.of());
        FlowTerms terms = new FlowTerms(given.find("--lang").orElse("zh").equals("zh"));
        FlowReader.Reading reading = FlowReader.read(text(all.get(1)), queues(given));
        Flow flow = reading.flow();
        if (flow == null) {
            problems(reading.problems(), terms, out);
            return ExitCode.DISPROVED;
        }
        return switch (all.get(0)) {
            case "check" -> {
                out.println(terms.of(
                        "流程 %s 第 %d 版无误。".formatted(flow.code(), flow.version()),
                        "Flow %s, version %d, holds.".formatted(flow.code(), flow.version())));
                yield ExitCode.HOLDS;
            }
            case "try" -> tried(flow, given, terms, out);
            default -> throw new Arguments.UsageException("Not understood: flow " + all.get(0));
        };
    }

    private static ExitCode tried(Flow flow, Arguments given, FlowTerms terms, PrintStream out) throws IOException {
        FlowTerminal.Keys keys = given.find("--keys")
                .map(FlowTerminal.Keys::typed)
                .orElseGet(() -> FlowTerminal.Keys.asked(
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))));
        String secret = given.find("--verified").orElse("");
        FlowTerminal terminal = new FlowTerminal(flow, holidays(given, terms), keys, terms);
        return terminal.run(facts(given), at(given), secret, out) ? ExitCode.HOLDS : ExitCode.DISPROVED;
    }

    private static void problems(List<FlowProblem> problems, FlowTerms terms, PrintStream out) {
        for (FlowProblem problem : problems) {
            out.println(problem.pointer() + "  " + terms.of(problem.chinese(), problem.english()) + "  ["
                    + problem.rule() + "]");
        }
        out.println(terms.of("共 %d 处错误。".formatted(problems.size()), "Errors: %d.".formatted(problems.size())));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new Arguments.UsageException("The file cannot be read: " + file);
        }
    }

    private static Set<String> queues(Arguments given) {
        return new LinkedHashSet<>(given.find("--queues")
                .map(codes -> Arrays.asList(codes.split(",", -1)))
                .orElse(List.of()));
    }

    /// The calendar of the site whose data are named, or of none; with another year, when one is to be tried.
    private static HolidayCalendar holidays(Arguments given, FlowTerms terms) {
        HolidayCalendar site;
        try {
            site = given.find("--data")
                    .map(data -> CalendarFiles.read(Path.of(data)))
                    .orElseGet(CalendarFiles::shipped);
        } catch (RefusedCalendar refused) {
            throw new Arguments.UsageException(String.valueOf(refused.getMessage()));
        }
        if (given.find("--holidays").isEmpty()) {
            return site;
        }
        CalendarReader.Reading reading = CalendarReader.read(text(given.require("--holidays")));
        CalendarYear year = reading.year();
        if (year == null) {
            throw new Arguments.UsageException(terms.of("节假日文件有误：", "The calendar of holidays is wrong:")
                    + reading.problems().stream()
                            .map(problem -> "%n%s  %s"
                                    .formatted(problem.pointer(), terms.of(problem.chinese(), problem.english())))
                            .collect(Collectors.joining()));
        }
        return site.with(List.of(year));
    }

    private static Instant at(Arguments given) {
        if (given.find("--at").isEmpty()) {
            return Clock.systemUTC().instant();
        }
        try {
            return LocalDateTime.parse(given.require("--at"))
                    .atZone(ZoneId.of("Asia/Shanghai"))
                    .toInstant();
        } catch (DateTimeException wrong) {
            throw new Arguments.UsageException("--at takes a time like 2026-10-10T09:30");
        }
    }

    private static Set<Fact> facts(Arguments given) {
        EnumSet<Fact> facts = EnumSet.noneOf(Fact.class);
        for (String code : given.find("--facts").orElse("").split(",", -1)) {
            if (!code.isEmpty()) {
                facts.add(Arrays.stream(Fact.values())
                        .filter(fact -> fact.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Arguments.UsageException("No such fact: " + code)));
            }
        }
        return facts;
    }
}
