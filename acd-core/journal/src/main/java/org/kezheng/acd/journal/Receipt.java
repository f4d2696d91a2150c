package org.kezheng.acd.journal;

import java.util.List;
import org.kezheng.acd.engine.Event;

/// What became of a submitted command, once it is durable.
public record Receipt(long position, long nowMicros, List<Event> events) {
    public Receipt {
        events = List.copyOf(events);
    }
}
