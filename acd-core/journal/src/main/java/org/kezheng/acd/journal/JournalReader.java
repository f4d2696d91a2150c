package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/// Reads a journal, also while a host writes it. Opens files only while it reads.
public final class JournalReader {
    private final Path directory;
    private final LongSupplier lastDurable;

    JournalReader(Path directory, LongSupplier lastDurable) {
        this.directory = directory;
        this.lastDurable = lastDurable;
    }

    /// A reader for another process than the host's: it ends at the first record that is not complete yet. In the
    /// host's own process [SoloHost#reader()] shows only what is durable.
    public static JournalReader open(Path directory) {
        return new JournalReader(directory, () -> Long.MAX_VALUE);
    }

    /// The records from a position on, as far as there are any when the iteration gets there. Each iterator is
    /// for one thread; it throws a [JournalException] where the journal is damaged.
    public Iterable<JournalRecord> from(long position) {
        return () -> new JournalIterator(directory, position, lastDurable);
    }

    /// The chain hash behind a record, 64 hexadecimal digits: it stands for the whole journal up to there.
    ///
    /// @throws JournalException when the journal is damaged, or ends before the record
    public String chainAt(long position) {
        for (Path segment : new SegmentFiles(directory).list().reversed()) {
            if (SegmentFiles.firstPosition(segment) <= position) {
                return chainAt(segment, position);
            }
        }
        throw new JournalException.Damaged(
                String.valueOf(directory.getFileName()), position, "the segment of this position is missing");
    }

    private static String chainAt(Path segment, long position) {
        try (SegmentCursor cursor = new SegmentCursor(segment)) {
            while (cursor.position() < position) {
                if (cursor.next() == null) {
                    throw new JournalException.Damaged(cursor.name(), position, "the journal ends before the record");
                }
            }
            return cursor.chain().toString();
        }
    }
}
