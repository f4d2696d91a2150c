package org.kezheng.benchmarks.host;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kezheng.acd.journal.Durability;

/// Measures a host on a directory of its own, which is deleted behind it.
///
/// @param parent where the directory is made: its disk is measured
/// @param seconds of each rate
/// @param restartCommands in the journal of which starts are measured
/// @param rounds starts, of which the median counts
public record HostBench(Path parent, int seconds, int restartCommands, int rounds) {
    private static final List<Integer> RATES = List.of(100, 1_000, 10_000);
    private static final int FORCES = 300;

    /// Prints a line for each figure, as JSON or to read. Returns whether an idle host burnt nothing.
    public boolean run(PrintStream out, boolean isJson) throws IOException, InterruptedException {
        long idleNanos = within(directory -> Idling.run(directory, Duration.ofSeconds(seconds)));
        print(
                out,
                isJson,
                "{\"bench\":\"host-idle\",\"seconds\":%d,\"cpuNanos\":%d}",
                "idle for %d s: %,d ns of CPU",
                seconds,
                idleNanos);
        Micros disk = within(directory -> DiskBench.run(directory, FORCES));
        print(
                out,
                isJson,
                "{\"bench\":\"disk\",\"forces\":%d,\"p50Micros\":%.0f,\"p99Micros\":%.0f}",
                "the disk alone, %d forced appends: p50 %.0f, p99 %.0f us",
                FORCES,
                disk.at(0.5),
                disk.at(0.99));
        for (Durability durability : List.of(Durability.FORCED, Durability.WRITTEN)) {
            for (int rate : RATES) {
                RoundTrips.Figures trips =
                        within(directory -> RoundTrips.run(directory, durability, rate, rate * seconds));
                print(
                        out,
                        isJson,
                        "{\"bench\":\"host\",\"durability\":\"%s\",\"commandsPerSecond\":%d,\"commands\":%d,"
                                + "\"p50Micros\":%.0f,\"p99Micros\":%.0f,\"maxMicros\":%.0f,\"bytesPerCommand\":%.1f}",
                        "%s, %,d commands a second (%,d): p50 %.0f, p99 %.0f, most %.0f us; %.1f bytes a command",
                        durability.name().toLowerCase(Locale.ROOT),
                        rate,
                        rate * seconds,
                        trips.latency().at(0.5),
                        trips.latency().at(0.99),
                        trips.latency().at(1),
                        trips.bytesPerCommand());
            }
        }
        Restart.Figures restart = within(directory -> new Restart(directory, restartCommands, rounds).run());
        print(
                out,
                isJson,
                "{\"bench\":\"host-restart\",\"commands\":%d,\"withSnapshotMillis\":%.0f,\"withoutSnapshotMillis\":%.0f,"
                        + "\"replayed\":%d,\"snapshotBytes\":%d,\"snapshotStallMicros\":%.0f}",
                "start behind %,d commands: %.0f ms from a snapshot, %.0f ms without; %,d records replayed;"
                        + " the snapshot has %,d bytes, and taking one held the engine up for %.0f us",
                restartCommands,
                restart.withSnapshotMillis(),
                restart.withoutSnapshotMillis(),
                restart.replayed(),
                restart.snapshotBytes(),
                restart.stallMicros());
        return idleNanos == 0;
    }

    private static void print(PrintStream out, boolean isJson, String json, String text, Object... figures) {
        out.println(String.format(Locale.ROOT, isJson ? json : text, figures));
    }

    @FunctionalInterface
    private interface Measurement<T> {
        T on(Path directory) throws IOException, InterruptedException;
    }

    private <T> T within(Measurement<T> measurement) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(parent, "kezheng-bench");
        try {
            return measurement.on(directory);
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(directory)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
