package org.kezheng.acd.journal;

import java.util.List;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Event;

/// One command and what it did.
///
/// @param position its place in the journal, counted from 1 without gaps; consumers store it in the transaction
///     of the effect that the record had on them
/// @param nowMicros when it was applied, in microseconds since 1970 UTC; never before the record's predecessor
public record JournalRecord(long position, long nowMicros, CommandId id, Command command, List<Event> events) {
    public JournalRecord {
        events = List.copyOf(events);
    }
}
