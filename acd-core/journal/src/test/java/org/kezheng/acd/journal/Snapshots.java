package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.kezheng.acd.engine.Command;

/// Journals with snapshots beside them, written step by step, for the tests of this package.
final class Snapshots {
    private Snapshots() {}

    /// One every three records.
    static HostSettings settings(Path directory) {
        return Worlds.settings(directory).withRecordsPerSnapshot(3);
    }

    /// Applies the small life of [Journals] seven commands long, and waits for each snapshot to be written: 3 and 6.
    static void write(Path directory) throws IOException {
        try (JournaledSteps steps = JournaledSteps.open(settings(directory), new DiskStore(Durability.WRITTEN))) {
            apply(steps, Journals.commands(), steps.position());
        }
    }

    /// One command after the other, each durable before the next, with ids that go on from a number.
    static void apply(Steps steps, List<Command> commands, long before) throws IOException {
        BlockingQueue<SnapshotOutcome> outcomes = new LinkedBlockingQueue<>();
        steps.onSnapshot(outcomes::add);
        long number = before;
        for (Command command : commands) {
            number++;
            steps.apply(new CommandId(0, number), command, Journals.START + number * 1_000_000);
            steps.commit();
            if (number % 3 == 0) {
                take(outcomes);
            }
        }
    }

    static SnapshotOutcome take(BlockingQueue<SnapshotOutcome> outcomes) {
        try {
            SnapshotOutcome outcome = outcomes.poll(20, TimeUnit.SECONDS);
            if (outcome == null) {
                throw new AssertionError("No snapshot within 20 s");
            }
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Positions of those that are there, the newest first.
    static List<Long> positions(Path directory) throws IOException {
        return new SnapshotFiles(directory)
                .newestFirst().stream().map(SnapshotFiles::position).toList();
    }

    /// Writes a snapshot anew, otherwise, with a seal that is right for it.
    static void change(Path directory, long position, UnaryOperator<Snapshot> change) throws IOException {
        Path file = new SnapshotFiles(directory).path(position);
        Snapshot changed = change.apply(SnapshotCodec.read(Files.readAllBytes(file)));
        Files.write(file, SnapshotCodec.write(changed));
    }

    /// How a host comes to the end of what is in a directory.
    static Recovery recover(Path directory) {
        SoloHost host = SoloHost.open(settings(directory));
        host.close();
        return host.recovery();
    }
}
