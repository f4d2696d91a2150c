package org.kezheng.acd.journal;

import java.nio.file.Path;
import java.util.List;

/// Reads a journal, also while a host writes it. Opens files only while it reads.
public final class JournalReader {
    private JournalReader() {}

    /// A reader for another process than the host's: it ends at the first record that is not complete yet. In the
    /// host's own process [SoloHost#reader()] shows only what is durable.
    public static JournalReader open(Path directory) {
        return new JournalReader();
    }

    /// The records from a position on, as far as there are any when the iteration gets there. Each iterator is
    /// for one thread; it throws a [JournalException] where the journal is damaged.
    public Iterable<JournalRecord> from(long position) {
        return List.of();
    }
}
