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
}
