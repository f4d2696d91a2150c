package org.kezheng.acd.journal;

/// What became of a snapshot that was due.
public sealed interface SnapshotOutcome {
    /// The last record in it.
    long position();

    /// It is on the disk, and of those before it one is kept.
    record Written(long position, long bytes) implements SnapshotOutcome {}

    /// It could not be written. The host goes on, and tries the next one when it is due.
    record Failed(long position, Exception cause) implements SnapshotOutcome {}
}
