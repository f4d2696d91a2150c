package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Decision;

/// A replay that begins behind a snapshot instead of at the first record.
///
/// @param replay to be closed by whoever begins it
record SnapshotStart(Snapshot snapshot, Replay replay) {

    /// From one file; null when this snapshot is no beginning, and why is added to the faults.
    ///
    /// @param witness is told the grounds of each offer behind it
    /// @throws JournalException when the journal is damaged before the records behind the snapshot
    static @Nullable SnapshotStart from(
            Path directory, Path file, Decision.@Nullable Witness witness, List<SnapshotFault> faults) {
        return switch (SnapshotReading.of(file)) {
            case SnapshotReading.Sound(var snapshot) -> from(directory, file, snapshot, witness, faults);
            case SnapshotReading.Faulty(var fault) -> {
                faults.add(fault);
                yield null;
            }
            case null -> null;
        };
    }

    static SnapshotFault fault(Path file, SnapshotFault.Kind kind, String what) {
        return new SnapshotFault(SnapshotFiles.name(file), kind, what);
    }

    private static @Nullable SnapshotStart from(
            Path directory,
            Path file,
            Snapshot snapshot,
            Decision.@Nullable Witness witness,
            List<SnapshotFault> faults) {
        JournalScan scan = new JournalScan(directory);
        SnapshotFault fault = null;
        try {
            fault = whyNot(file, snapshot, scan);
            if (fault == null) {
                return new SnapshotStart(snapshot, Replay.behind(scan, snapshot.restore(), witness));
            }
        } catch (IllegalArgumentException e) {
            fault = fault(file, SnapshotFault.Kind.DAMAGED, "it holds no state of an engine");
        } catch (JournalException e) {
            scan.close();
            throw e;
        }
        scan.close();
        faults.add(fault);
        return null;
    }

    /// Goes to the snapshot's place in the journal; null: it belongs there.
    private static @Nullable SnapshotFault whyNot(Path file, Snapshot snapshot, JournalScan scan) {
        return switch (scan.goTo(snapshot.place())) {
            case ANOTHER_CHAIN -> fault(file, SnapshotFault.Kind.OTHER_JOURNAL, "it belongs to another journal");
            case BEYOND_THE_END -> fault(file, SnapshotFault.Kind.JOURNAL_ENDS_BEFORE, "the journal ends before it");
            case THERE ->
                snapshot.limits().equals(scan.header().limits())
                        ? null
                        : fault(file, SnapshotFault.Kind.OTHER_LIMITS, "it was taken under other limits");
        };
    }
}
