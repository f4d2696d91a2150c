package org.kezheng.simulation.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kezheng.acd.engine.checks.InvariantBroken;
import org.kezheng.simulation.Simulation;
import org.kezheng.simulation.strategies.StrategyReport;
import org.kezheng.simulation.trace.Trace;

/// `simulate --seed N --events M [--json | --table | --strategies] [--trace FILE]`. Exits with 0 when every invariant
/// held, with 1 when one did not, or when a run long enough to tell tried something too seldom, with 2 when it was
/// called wrongly.
public final class Simulate {
    private static final int HELD = 0;
    private static final int BROKEN = 1;
    private static final int WRONG_CALL = 2;
    /// A run of so many events tries everything at least once in [#EVENTS_PER_TRY].
    private static final long LONG_RUN = 1_000_000;

    private static final long EVENTS_PER_TRY = 10_000;

    private long seed = 1;
    private long events = 1_000_000;
    private String form = "text";
    private Path trace = Path.of("");

    private Simulate() {}

    static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream error) {
        Simulate asked = new Simulate();
        try {
            asked.read(arguments);
        } catch (IllegalArgumentException e) {
            error.println("simulate: " + e.getMessage());
            error.println("simulate [--seed N] [--events M] [--json | --table | --strategies] [--trace FILE]");
            return WRONG_CALL;
        }
        try {
            return asked.simulate(out);
        } catch (InvariantBroken e) {
            error.println("Broken: " + e.getMessage());
            return BROKEN;
        } catch (IOException | UncheckedIOException e) {
            error.println("simulate: cannot write " + asked.trace + ": " + e.getMessage());
            return WRONG_CALL;
        }
    }

    private void read(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--seed" -> seed = number("--seed", arguments, ++i, Long.MIN_VALUE);
                case "--events" -> events = number("--events", arguments, ++i, 1);
                case "--json" -> form = "json";
                case "--table" -> form = "table";
                case "--strategies" -> form = "strategies";
                case "--trace" -> trace = Path.of(value("--trace", arguments, ++i));
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
    }

    private static String value(String option, String[] arguments, int at) {
        if (at == arguments.length) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return arguments[at];
    }

    private static long number(String option, String[] arguments, int at, long least) {
        String value = value(option, arguments, at);
        try {
            long number = Long.parseLong(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers that are too small.
        }
        throw new IllegalArgumentException(option + " takes a whole number"
                + (least == Long.MIN_VALUE ? "" : " from " + least) + ", not " + value);
    }

    private int simulate(PrintStream out) throws IOException {
        if (form.equals("strategies")) {
            out.print(StrategyReport.text());
            return HELD;
        }
        long begun = System.nanoTime();
        Simulation simulation = new Simulation(seed);
        if (trace.toString().isEmpty()) {
            simulation.run(events);
        } else {
            try (BufferedWriter to = Files.newBufferedWriter(trace, StandardCharsets.UTF_8)) {
                simulation.observedBy(new Trace(to)::add).run(events);
            }
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        switch (form) {
            case "json" -> out.println(json(simulation, millis));
            case "table" -> out.print(simulation.table());
            default -> out.println(text(simulation, millis));
        }
        return seldom(simulation).isEmpty() ? HELD : BROKEN;
    }

    /// What a long run tried too seldom to tell anything; a short one is not blamed.
    private static List<String> seldom(Simulation simulation) {
        return simulation.events() < LONG_RUN
                ? List.of()
                : simulation.triedLessThan(simulation.events() / EVENTS_PER_TRY);
    }

    private static String text(Simulation simulation, long millis) {
        return String.format(
                Locale.ROOT,
                "Seed %d: %,d events of %,d commands in %,d lives, every invariant held (%.1f s).%n%s%n%s%n%s",
                simulation.seed(),
                simulation.events(),
                simulation.commands(),
                simulation.lives(),
                millis / 1_000.0,
                "Checks:   " + simulation.checkCounts(),
                "Faults:   " + simulation.faultCounts(),
                "Outcomes: " + simulation.outcomeCounts()
                        + (seldom(simulation).isEmpty() ? "" : "%nToo seldom: ".formatted() + seldom(simulation)));
    }

    private static String json(Simulation simulation, long millis) {
        return "{\"seed\":" + simulation.seed()
                + ",\"events\":" + simulation.events()
                + ",\"commandsGiven\":" + simulation.commands()
                + ",\"lives\":" + simulation.lives()
                + ",\"wallMillis\":" + millis
                + ",\"commands\":" + object(simulation.commandCounts())
                + ",\"eventKinds\":" + object(simulation.eventCounts())
                + ",\"pairs\":"
                + simulation.pairCounts().entrySet().stream()
                        .map(pair -> quoted(pair.getKey()) + ":" + object(pair.getValue()))
                        .collect(Collectors.joining(",", "{", "}"))
                + ",\"faults\":" + object(simulation.faultCounts())
                + ",\"outcomes\":" + object(simulation.outcomeCounts())
                + ",\"invariantChecks\":" + object(simulation.checkCounts())
                + ",\"seldom\":"
                + seldom(simulation).stream().map(Simulate::quoted).collect(Collectors.joining(",", "[", "]"))
                + ",\"holds\":true}";
    }

    private static String object(Map<?, ? extends Number> counts) {
        return counts.entrySet().stream()
                .map(count -> quoted(count.getKey().toString()) + ":" + count.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// Names of types, constants and states need no escapes.
    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
