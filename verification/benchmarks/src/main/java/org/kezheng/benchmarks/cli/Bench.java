package org.kezheng.benchmarks.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.kezheng.benchmarks.AcdBench;
import org.kezheng.benchmarks.AcdFigures;
import org.kezheng.benchmarks.AcdMode;
import org.kezheng.benchmarks.AcdSize;

/// `bench acd [--size A,S,W] [--mode backlog|idle] [--commands N] [--rounds N] [--seed N] [--json]` and `bench
/// host [--directory DIR] [--seconds N] [--commands N] [--rounds N] [--json]`. Exits with 0 when every target was
/// reached, with 1 when one was missed, with 2 when it was called wrongly.
public final class Bench {
    static final int REACHED = 0;
    static final int MISSED = 1;
    private static final int WRONG_CALL = 2;
    private static final List<AcdSize> SIZES =
            List.of(new AcdSize(100, 10, 50), new AcdSize(10_000, 200, 20_000), new AcdSize(100_000, 1_000, 1_000_000));
    private static final double[] MOST_NANOS = {70, 160};
    private static final double MOST_MISSES = 2.5;
    private static final int MOST_WORK = 64;
    /// What the asking for the figure itself may cost, spread over the commands.
    private static final double MOST_BYTES = 0.01;

    private List<AcdSize> sizes = SIZES;
    private List<AcdMode> modes = List.of(AcdMode.values());
    private int commands = 1_000_000;
    private int rounds = 5;
    private long seed = 1;
    private boolean isJson;

    private Bench() {}

    static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream error) {
        try {
            String which = arguments.length == 0 ? "" : arguments[0];
            return switch (which) {
                case "acd" -> {
                    Bench asked = new Bench();
                    asked.read(arguments);
                    yield asked.measure(out, error);
                }
                case "host" -> HostCommand.read(arguments).measure(out, error);
                default -> throw new IllegalArgumentException("say which: acd or host");
            };
        } catch (IllegalArgumentException e) {
            error.println("bench: " + e.getMessage());
            error.println(
                    "bench acd [--size A,S,W] [--mode backlog|idle] [--commands N] [--rounds N] [--seed N] [--json]");
            error.println("bench host [--directory DIR] [--seconds N] [--commands N] [--rounds N] [--json]");
            return WRONG_CALL;
        }
    }

    private void read(String[] arguments) {
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--size" -> sizes = List.of(size(value(arguments, i++)));
                case "--mode" -> modes = List.of(mode(value(arguments, i++)));
                case "--commands" -> commands = number("--commands", value(arguments, i++));
                case "--rounds" -> rounds = number("--rounds", value(arguments, i++));
                case "--seed" -> seed = number("--seed", value(arguments, i++));
                case "--json" -> isJson = true;
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
    }

    static String value(String[] arguments, int option) {
        if (option + 1 == arguments.length) {
            throw new IllegalArgumentException(arguments[option] + " needs a value");
        }
        return arguments[option + 1];
    }

    private static AcdSize size(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("--size takes agents,skills,waiting, not " + text);
        }
        return new AcdSize(number("--size", parts[0]), number("--size", parts[1]), number("--size", parts[2]));
    }

    private static AcdMode mode(String text) {
        for (AcdMode mode : AcdMode.values()) {
            if (mode.code().equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("--mode takes backlog or idle, not " + text);
    }

    static int number(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers that are too small.
        }
        throw new IllegalArgumentException(option + " takes whole numbers from 1, not " + text);
    }

    private int measure(PrintStream out, PrintStream error) {
        List<String> missed = new ArrayList<>();
        for (AcdSize size : sizes) {
            for (AcdMode mode : modes) {
                AcdFigures figures = new AcdBench(size, mode, seed, commands, rounds).run();
                out.println(isJson ? figures.json() : figures.text());
                missed.addAll(missed(figures));
            }
        }
        missed.forEach(what -> error.println("missed: " + what));
        return missed.isEmpty() ? REACHED : MISSED;
    }

    /// Times are promised for the standard sizes in backlog, everything else always.
    private static List<String> missed(AcdFigures figures) {
        List<String> missed = new ArrayList<>();
        String where = figures.size() + " " + figures.mode().code();
        if (figures.bytesPerCommand() > MOST_BYTES) {
            missed.add(where + ": allocates");
        }
        if (figures.maxTickWorkUnits() > MOST_WORK) {
            missed.add(where + ": a tick of more than " + MOST_WORK + " units of work");
        }
        boolean isNaiveOther = figures.naiveDecisionHash()
                .filter(hash -> !hash.equals(figures.decisionHash()))
                .isPresent();
        if (isNaiveOther) {
            missed.add(where + ": other decisions than the naive engine");
        }
        int standard = figures.mode() == AcdMode.BACKLOG ? SIZES.indexOf(figures.size()) : -1;
        if (standard >= 0 && standard < MOST_NANOS.length && figures.nsPerCommand() > MOST_NANOS[standard]) {
            missed.add(where + ": more than " + (int) MOST_NANOS[standard] + " ns a command");
        }
        if (standard == MOST_NANOS.length && figures.nsPerCommand() > MOST_MISSES * figures.cacheMissNanos()) {
            missed.add(where + ": more than " + MOST_MISSES + " cache misses a command");
        }
        return missed;
    }
}
