package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes snapshots aside from the engine, one at a time, each on a thread of its own that ends with it, and keeps the
/// newest two. What the engine's thread does is to copy its state in memory. While one is being written, none is taken.
final class SnapshotKeeper {
    private static final int KEPT = 2;

    private final SnapshotFiles files;
    private final SegmentStore store;
    private final int recordsPerSnapshot;
    private final List<Consumer<SnapshotOutcome>> consumers = new CopyOnWriteArrayList<>();
    /// Files that were found to be no use; deleted before any other.
    private final Set<String> faulty = new HashSet<>();

    /// Taken, but its records are not durable yet.
    private @Nullable Snapshot taken;

    private @Nullable Thread writing;
    /// The thread has not done with the files yet.
    private volatile boolean isWriting;

    SnapshotKeeper(HostSettings settings, SegmentStore store, List<SnapshotFault> faults) {
        files = new SnapshotFiles(settings.directory());
        this.store = store;
        recordsPerSnapshot = settings.recordsPerSnapshot();
        faults.forEach(fault -> faulty.add(fault.file()));
    }

    void addConsumer(Consumer<SnapshotOutcome> consumer) {
        consumers.add(consumer);
    }

    boolean isDue(long position) {
        return recordsPerSnapshot > 0 && position % recordsPerSnapshot == 0 && !isWriting;
    }

    void take(Snapshot snapshot) {
        taken = snapshot;
    }

    /// All records up to now are durable.
    void recordsAreDurable() {
        Snapshot durable = taken;
        if (durable != null) {
            taken = null;
            isWriting = true;
            writing = Thread.ofPlatform().daemon().name("kezheng-snapshot").start(() -> write(durable));
        }
    }

    /// Ends when the last one is written.
    void close() throws InterruptedException {
        if (writing != null) {
            writing.join();
        }
    }

    private void write(Snapshot snapshot) {
        SnapshotOutcome outcome = tryToWrite(snapshot);
        isWriting = false;
        consumers.forEach(consumer -> consumer.accept(outcome));
    }

    private SnapshotOutcome tryToWrite(Snapshot snapshot) {
        long position = snapshot.place().position();
        Path unfinished = files.unfinished(position);
        try {
            byte[] bytes = SnapshotCodec.write(snapshot);
            try (SegmentStore.SegmentFile file = store.open(unfinished, 0)) {
                file.write(ByteBuffer.wrap(bytes), 0);
                file.force();
            }
            store.replace(unfinished, files.path(position));
            faulty.remove(SnapshotFiles.name(files.path(position)));
            deleteOlder(position);
            return new SnapshotOutcome.Written(position, bytes.length);
        } catch (IOException | RuntimeException e) {
            giveUp(unfinished, e);
            return new SnapshotOutcome.Failed(position, e);
        }
    }

    private static void giveUp(Path unfinished, Exception failure) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void deleteOlder(long position) throws IOException {
        int kept = 0;
        for (Path file : files.newestFirst()) {
            if (SnapshotFiles.position(file) <= position) {
                boolean isKept = kept < KEPT && !faulty.contains(SnapshotFiles.name(file));
                if (isKept) {
                    kept++;
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
