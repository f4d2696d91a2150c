package org.kezheng.evidence.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;

/// Counts a day's events in the plainest way, for comparison with the tables.
final class NaiveCount {
    private final Map<Long, Integer> clients = new HashMap<>();
    private final Map<Long, String> contacts = new TreeMap<>();
    private final Map<Long, Long> heldSince = new HashMap<>();
    private final Map<Long, Long> held = new TreeMap<>();
    private final Map<String, Long> offers = new TreeMap<>();
    private final Map<Integer, Long> signedInSince = new HashMap<>();
    private final Map<Integer, Long> signedIn = new TreeMap<>();
    private long lastMicros;

    NaiveCount(Iterable<JournalRecord> records) {
        for (JournalRecord record : records) {
            lastMicros = record.nowMicros();
            record.events().forEach(event -> count(event, record.nowMicros()));
        }
    }

    /// Lines `client|outcome|count`, with `living` for those that have not ended.
    List<String> contactsByOutcome() {
        Map<String, Long> counts = new TreeMap<>();
        contacts.forEach((contact, outcome) -> counts.merge(clients.get(contact) + "|" + outcome, 1L, Long::sum));
        return lines(counts);
    }

    /// Lines `outcome|count`.
    List<String> offersByOutcome() {
        return lines(offers);
    }

    /// Lines `contact|microseconds`.
    List<String> timeOnHold() {
        return lines(held);
    }

    /// Lines `agent|microseconds`, up to the day's last record.
    List<String> timeSignedIn() {
        Map<Integer, Long> whole = new TreeMap<>(signedIn);
        signedInSince.forEach((agent, since) -> whole.merge(agent, lastMicros - since, Long::sum));
        return lines(whole);
    }

    long lastMicros() {
        return lastMicros;
    }

    private void count(Event event, long at) {
        switch (event) {
            case Event.ContactQueued queued -> {
                clients.put(queued.contact().value(), queued.client().value());
                contacts.put(queued.contact().value(), "living");
            }
            case Event.ContactHeld holding -> heldSince.put(holding.contact().value(), at);
            case Event.ContactResumed resumed -> addHold(resumed.contact().value(), at);
            case Event.ContactEnded ended -> {
                addHold(ended.contact().value(), at);
                contacts.put(
                        ended.contact().value(),
                        ended.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
            case Event.OfferEnded ended -> offers.merge(ended.outcome().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
            case Event.AgentStateChanged changed -> {
                if (changed.from() == AgentState.SIGNED_OUT) {
                    signedInSince.put(changed.agent().value(), at);
                }
                if (changed.to() == AgentState.SIGNED_OUT) {
                    long since = Objects.requireNonNull(
                            signedInSince.remove(changed.agent().value()));
                    signedIn.merge(changed.agent().value(), at - since, Long::sum);
                }
            }
            default -> {
                // Not counted.
            }
        }
    }

    private void addHold(long contact, long at) {
        Long since = heldSince.remove(contact);
        if (since != null) {
            held.merge(contact, at - since, Long::sum);
        }
    }

    private static List<String> lines(Map<?, Long> counts) {
        List<String> lines = new ArrayList<>();
        counts.forEach((name, count) -> lines.add(name + "|" + count));
        return lines;
    }
}
