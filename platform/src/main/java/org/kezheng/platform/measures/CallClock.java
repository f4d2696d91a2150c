package org.kezheng.platform.measures;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.evidence.measures.CallStep;
import org.kezheng.evidence.measures.CallTiming;
import org.kezheng.evidence.measures.CallTimings;
import org.kezheng.platform.callflow.CallMoment;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes down when the steps of living calls are taken, and carries them into their table now and then. Never blocks
/// whoever tells it for more than a lock; when the table cannot take them, at most [#CAPACITY] calls are kept, and the
/// oldest are given up.
public final class CallClock {
    static final int CAPACITY = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(CallClock.class);
    private static final int MAX_STORED_AT_ONCE = 500;

    private final CallTimings table;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Timed> calls = new Bounded<>();
    private final Map<Long, Long> contacts = new Bounded<>();
    private boolean isStoring = true;

    public CallClock(CallTimings table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    private static final class Timed {
        final Map<CallStep, Instant> steps = new EnumMap<>(CallStep.class);
        int client;
        long offer;
        boolean isNew;
        boolean isAnswered;
        boolean hasEnded;
    }

    private static final class Bounded<V> extends LinkedHashMap<Long, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
            return size() > CAPACITY;
        }
    }

    /// The PBX or the gateway saw a step.
    public void happened(CallMoment moment) {
        locked(() -> {
            switch (moment) {
                case CallMoment.OfContact(var step, var contact, var at) -> mark(timed(contact), step, at);
                case CallMoment.OfOffer(var step, var offer, var at) -> {
                    Long contact = contacts.get(offer);
                    Timed call = contact == null ? null : calls.get(contact);
                    if (call != null && call.offer == offer) {
                        mark(call, step, at);
                    }
                }
            }
        });
    }

    /// A record has become durable, just now.
    public void recorded(JournalRecord record) {
        Instant now = clock.instant();
        locked(() -> record.events().forEach(event -> take(event, now)));
    }

    /// An agent's desk has shown the ringing call.
    public void shown(long contact) {
        Instant now = clock.instant();
        locked(() -> {
            Timed call = calls.get(contact);
            if (call != null) {
                mark(call, CallStep.SHOWN, now);
            }
        });
    }

    /// The steps of a call of the client in scope, in the order of time; none when nothing is known of it.
    public List<CallTiming.Step> waterfallOf(long contact) {
        return living(contact)
                .or(() -> table.find(contact))
                .map(CallTiming::waterfall)
                .orElse(List.of());
    }

    /// Carries what is new into the table. What cannot be written now stays.
    void store() {
        Map<ClientId, List<CallTiming>> fresh = takeFresh();
        try {
            fresh.forEach((client, timings) -> ClientScope.run(client, () -> table.store(timings)));
            isStoring = true;
        } catch (RuntimeException failure) {
            if (isStoring) {
                LOG.warn("Timings of calls cannot be stored now", failure);
            }
            isStoring = false;
            fresh.values().forEach(timings -> timings.forEach(timing -> keep(timing.contact())));
        }
        locked(() -> calls.values().removeIf(call -> call.hasEnded && !call.isNew));
    }

    private Optional<CallTiming> living(long contact) {
        lock.lock();
        try {
            Timed call = calls.get(contact);
            return call == null ? Optional.empty() : Optional.of(new CallTiming(contact, call.steps));
        } finally {
            lock.unlock();
        }
    }

    private Map<ClientId, List<CallTiming>> takeFresh() {
        Map<ClientId, List<CallTiming>> fresh = new HashMap<>();
        locked(() -> calls.entrySet().stream()
                .filter(entry -> entry.getValue().isNew && entry.getValue().client != 0)
                .limit(MAX_STORED_AT_ONCE)
                .forEach(entry -> {
                    Timed call = entry.getValue();
                    call.isNew = false;
                    fresh.computeIfAbsent(new ClientId(call.client), client -> new ArrayList<>())
                            .add(new CallTiming(entry.getKey(), call.steps));
                }));
        return fresh;
    }

    private void keep(long contact) {
        locked(() -> {
            Timed call = calls.get(contact);
            if (call != null) {
                call.isNew = true;
            }
        });
    }

    private void take(Event event, Instant now) {
        switch (event) {
            case Event.ContactQueued queued -> {
                Timed call = timed(queued.contact().value());
                call.client = queued.client().value();
                mark(call, CallStep.DURABLE, now);
            }
            case Event.OfferMade made -> {
                Timed call = calls.get(made.contact().value());
                // Whom the talk is handed to later has no part in how the call came in.
                if (call != null && !call.isAnswered) {
                    contacts.put(made.offer().value(), made.contact().value());
                    call.offer = made.offer().value();
                    call.steps.keySet().removeIf(CallStep::isOfOffer);
                }
            }
            case Event.ContactAnswered answered -> {
                Timed call = calls.get(answered.contact().value());
                if (call != null) {
                    call.isAnswered = true;
                }
            }
            case Event.ContactEnded ended -> {
                Timed call = calls.get(ended.contact().value());
                if (call != null) {
                    call.hasEnded = true;
                }
            }
            default -> {
                // No step of the waterfall.
            }
        }
    }

    private Timed timed(long contact) {
        return calls.computeIfAbsent(contact, id -> new Timed());
    }

    private static void mark(Timed call, CallStep step, Instant at) {
        if (call.steps.putIfAbsent(step, at) == null) {
            call.isNew = true;
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
