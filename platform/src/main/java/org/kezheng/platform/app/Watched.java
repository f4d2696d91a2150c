package org.kezheng.platform.app;

import java.util.Iterator;
import java.util.function.Consumer;
import org.kezheng.acd.journal.JournalRecord;

/// Shows each record that is read to another reader too.
record Watched(Iterator<JournalRecord> records, Consumer<JournalRecord> watcher) implements Iterator<JournalRecord> {
    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public JournalRecord next() {
        JournalRecord next = records.next();
        watcher.accept(next);
        return next;
    }
}
