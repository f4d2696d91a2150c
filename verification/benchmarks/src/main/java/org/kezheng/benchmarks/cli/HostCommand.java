package org.kezheng.benchmarks.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kezheng.benchmarks.host.HostBench;

/// `bench host`, as it was asked for.
///
/// @param directory whose disk is measured
/// @param commands in the journal of which starts are measured
record HostCommand(Path directory, int seconds, int commands, int rounds, boolean isJson) {
    private static final int LEAST_COMMANDS = 100_000;

    /// @throws IllegalArgumentException when it was called wrongly
    static HostCommand read(String[] arguments) {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        int seconds = 10;
        int commands = 1_000_000;
        int rounds = 3;
        boolean isJson = false;
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--directory" -> directory = directory(Bench.value(arguments, i++));
                case "--seconds" -> seconds = Bench.number("--seconds", Bench.value(arguments, i++));
                case "--commands" -> commands = Bench.number("--commands", Bench.value(arguments, i++));
                case "--rounds" -> rounds = Bench.number("--rounds", Bench.value(arguments, i++));
                case "--json" -> isJson = true;
                default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        if (commands < LEAST_COMMANDS) {
            throw new IllegalArgumentException("--commands is at least " + LEAST_COMMANDS + ", for one snapshot");
        }
        return new HostCommand(directory, seconds, commands, rounds, isJson);
    }

    private static Path directory(String text) {
        Path directory = Path.of(text);
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("--directory " + text + " is no directory");
        }
        return directory;
    }

    int measure(PrintStream out, PrintStream error) {
        try {
            boolean isIdle = new HostBench(directory, seconds, commands, rounds).run(out, isJson);
            if (!isIdle) {
                error.println("missed: an idle host burns CPU");
            }
            return isIdle ? Bench.REACHED : Bench.MISSED;
        } catch (IOException e) {
            error.println("bench: " + directory + " cannot be written to: " + e.getMessage());
            return Bench.MISSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Bench.MISSED;
        }
    }
}
