package org.kezheng.acd.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a snapshot's file holds.
sealed interface SnapshotReading {
    /// A snapshot that the running engine can go on from, if the journal is the same.
    record Sound(Snapshot snapshot) implements SnapshotReading {}

    /// Something else.
    record Faulty(SnapshotFault fault) implements SnapshotReading {}

    /// Null when the file has gone: a host keeps the newest two only.
    static @Nullable SnapshotReading of(Path file) {
        try {
            return of(file, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            return faulty(file, SnapshotFault.Kind.DAMAGED, "it cannot be read");
        }
    }

    private static SnapshotReading of(Path file, byte[] bytes) {
        if (!SnapshotCodec.isIntact(bytes)) {
            return faulty(file, SnapshotFault.Kind.DAMAGED, "its bytes do not agree with the hash at its end");
        }
        int version = SnapshotCodec.version(bytes);
        if (version > SnapshotCodec.FORMAT_VERSION) {
            return faulty(
                    file,
                    SnapshotFault.Kind.NEWER_VERSION,
                    "format version " + version + ", this program reads up to " + SnapshotCodec.FORMAT_VERSION);
        }
        try {
            return of(file, SnapshotCodec.read(bytes));
        } catch (IllegalArgumentException e) {
            return faulty(file, SnapshotFault.Kind.DAMAGED, "its content");
        }
    }

    private static SnapshotReading of(Path file, Snapshot snapshot) {
        if (snapshot.place().position() != SnapshotFiles.position(file)) {
            return faulty(file, SnapshotFault.Kind.DAMAGED, "it names another position than the file's name");
        }
        if (!snapshot.isOfThisEngine()) {
            return faulty(file, SnapshotFault.Kind.OTHER_ENGINE, "another engine took it: " + snapshot.build());
        }
        return new Sound(snapshot);
    }

    private static SnapshotReading faulty(Path file, SnapshotFault.Kind kind, String what) {
        return new Faulty(new SnapshotFault(SnapshotFiles.name(file), kind, what));
    }
}
