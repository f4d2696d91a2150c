package org.kezheng.benchmarks.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.Durability;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.acd.journal.Step;
import org.kezheng.acd.journal.Steps;

/// How long a start takes behind many commands, from a snapshot and without one; and how long the engine's thread
/// stands still when a snapshot is taken.
final class Restart {
    private static final long START = 1_800_000_000_000_000L;
    private static final int WAITING = 5_000;
    private static final int BATCH = 100;

    private final Path directory;
    private final int commands;
    private final int rounds;
    private long longestStallNanos;

    Restart(Path directory, int commands, int rounds) {
        this.directory = directory;
        this.commands = commands;
        this.rounds = rounds;
    }

    /// @param replayed records replayed by the start from a snapshot
    /// @param stallMicros the longest that applying a command took where a snapshot was taken
    record Figures(
            double withSnapshotMillis,
            double withoutSnapshotMillis,
            long replayed,
            long snapshotBytes,
            double stallMicros) {}

    Figures run() throws IOException {
        HostSettings settings = settings();
        write(settings);
        List<Path> snapshots = snapshots();
        long bytes = Files.size(snapshots.getLast());
        double with = start(settings);
        long replayed;
        try (SoloHost host = SoloHost.open(settings)) {
            replayed = host.recovery().lastPosition() - host.recovery().snapshotPosition();
        }
        for (Path snapshot : snapshots) {
            Files.delete(snapshot);
        }
        return new Figures(with, start(settings), replayed, bytes, longestStallNanos / 1e3);
    }

    private HostSettings settings() {
        HostSettings standard = HostSettings.standard(directory);
        return new HostSettings(
                directory,
                standard.limits(),
                standard.timeSource(),
                Durability.WRITTEN,
                standard.queueCapacity(),
                standard.recordsPerSegment(),
                standard.rememberedReceipts());
    }

    /// Thousands wait from the beginning; calls come and are served.
    private void write(HostSettings settings) throws IOException {
        Queue<Command> ready = new ArrayDeque<>();
        ready.add(HostSite.configure());
        long contacts = 0;
        for (; contacts < WAITING; contacts++) {
            ready.add(HostSite.arrive(contacts + 1));
        }
        ready.addAll(HostSite.shiftBegins());
        try (Steps steps = Steps.open(settings)) {
            for (int i = 1; i <= commands; i++) {
                Command next = ready.poll();
                if (next == null || (i % 6 == 0 && i > 3 * WAITING)) {
                    contacts++;
                    next = HostSite.arrive(contacts);
                }
                long from = System.nanoTime();
                Step step = steps.apply(new CommandId(1, i), next, START + i * 1_000L);
                if (i % settings.recordsPerSnapshot() == 0) {
                    longestStallNanos = Math.max(longestStallNanos, System.nanoTime() - from);
                }
                for (Event event : step.receipt().events()) {
                    Command following = HostSite.following(event);
                    if (following != null) {
                        ready.add(following);
                    }
                }
                if (i % BATCH == 0) {
                    steps.commit();
                }
            }
            steps.commit();
        }
    }

    /// The median.
    private double start(HostSettings settings) {
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long from = System.nanoTime();
            SoloHost host = SoloHost.open(settings);
            millis[round] = (System.nanoTime() - from) / 1e6;
            host.close();
        }
        Arrays.sort(millis);
        return millis[rounds / 2];
    }

    private List<Path> snapshots() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".kzs"))
                    .sorted()
                    .toList();
        }
    }
}
