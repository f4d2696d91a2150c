package org.kezheng.evidence.calls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;

/// One event at its place in the journal.
record Step(JournalRecord record, int ordinal) {
    Event event() {
        return record.events().get(ordinal);
    }

    Instant at() {
        return Instant.EPOCH.plus(record.nowMicros(), ChronoUnit.MICROS);
    }

    /// How far the projection has come when this step is taken.
    ProjectionPosition after() {
        return ordinal + 1 == record.events().size()
                ? new ProjectionPosition(record.position(), 0)
                : new ProjectionPosition(record.position() - 1, ordinal + 1);
    }
}
