package org.kezheng.platform.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;

/// Counts contacts from the journal since the platform was started.
final class ContactCounters {
    private final Counter offered;
    private final Counter answered;
    private final Counter abandoned;

    ContactCounters(MeterRegistry meters) {
        this.offered = meters.counter("kezheng.contacts.offered");
        this.answered = meters.counter("kezheng.contacts.answered");
        this.abandoned = meters.counter("kezheng.contacts.abandoned");
    }

    void accept(JournalRecord record) {
        count(record.events());
    }

    private void count(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.ContactQueued) {
                offered.increment();
            } else if (event instanceof Event.ContactAnswered) {
                answered.increment();
            } else if (event instanceof Event.ContactEnded(var contact, var outcome)
                    && outcome == ContactOutcome.ABANDONED) {
                abandoned.increment();
            }
        }
    }
}
