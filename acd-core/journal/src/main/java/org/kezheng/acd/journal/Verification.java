package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.List;

/// A whole journal, read, checked and replayed without a difference, and the snapshots beside it.
///
/// @param lastPosition how many records there are
/// @param hasTornTail whether something unfinished follows them, which the next host cuts off
/// @param digest of the engine's state behind the last record
/// @param snapshots positions of the snapshots that are what the journal gives there
/// @param snapshotFaults what is wrong with the others
public record Verification(
        long lastPosition, boolean hasTornTail, long digest, List<Long> snapshots, List<SnapshotFault> snapshotFaults) {
    public Verification {
        snapshots = List.copyOf(snapshots);
        snapshotFaults = List.copyOf(snapshotFaults);
    }

    /// Reads, checks and replays a journal to its end.
    ///
    /// @throws JournalException at the first place where the journal is not what was written, or decides
    ///     otherwise
    public static Verification of(Path directory) {
        SnapshotComparison comparison = new SnapshotComparison(directory);
        try (Replay replay = new Replay(directory, null, null)) {
            long position = 0;
            for (JournalRecord made = replay.next(); made != null; made = replay.next()) {
                position = made.position();
                comparison.follow(made, replay.chain(), replay.engine());
            }
            return new Verification(
                    position, replay.end().isTorn(), replay.engine().digest(), comparison.same(), comparison.faults());
        }
    }
}
