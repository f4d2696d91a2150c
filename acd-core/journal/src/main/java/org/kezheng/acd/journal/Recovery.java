package org.kezheng.acd.journal;

import java.util.List;

/// How a host came to its journal's end.
///
/// @param snapshotPosition of the snapshot from which it started; 0: from nothing
/// @param lastPosition of the journal; the records behind the snapshot were replayed
/// @param faults newer snapshots that were no use, and why
public record Recovery(long snapshotPosition, long lastPosition, List<SnapshotFault> faults) {
    public Recovery {
        faults = List.copyOf(faults);
    }
}
