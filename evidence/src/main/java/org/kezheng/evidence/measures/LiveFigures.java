package org.kezheng.evidence.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;

/// Figures folded from the journal's records as they become durable: each event changes the sums at once. A pure fold:
/// the same records give the same figures. For one thread at a time.
public final class LiveFigures {
    private static final int OF_OPERATOR = 0;

    private final MeasureScope scope;
    private final Tally tally = new Tally();
    /// Contacts that live; their number is bounded by the engine's limits.
    private final Map<Long, Living> contacts = new HashMap<>();
    private final Map<Integer, Span> agents = new HashMap<>();
    private long position;

    public LiveFigures(MeasureScope scope) {
        this.scope = scope;
    }

    /// A contact from its arrival to its end.
    private static final class Living {
        final Line.Subject queue;
        final int client;
        final LocalDate day;
        final long offeredAt;
        long offer;
        long offerAt;
        long answeredAt;
        boolean wasAnswered;
        int agent;
        long talk;
        long heldSince;
        long hold;

        Living(Event.ContactQueued queued, LocalDate day, long offeredAt) {
            this.client = queued.client().value();
            this.queue = Line.Subject.queue(client, queued.queue().value());
            this.day = day;
            this.offeredAt = offeredAt;
        }

        void endHold(long at) {
            hold += heldSince == 0 ? 0 : at - heldSince;
            heldSince = 0;
        }
    }

    private record Span(Quantity quantity, long since) {}

    /// Takes a record; each one once, in their order.
    public void apply(JournalRecord record) {
        long at = record.nowMicros();
        for (Event event : record.events()) {
            apply(event, at);
        }
        position = record.position();
    }

    public MeasureScope scope() {
        return scope;
    }

    /// The last record taken.
    public long position() {
        return position;
    }

    /// Whether the figures of a day are still kept; older ones stand in the tables only.
    public boolean keeps(LocalDate day) {
        return tally.keeps(day);
    }

    /// The figures of a day and of those after it. States that last are counted up to `asOf`.
    public Figures from(LocalDate first, Instant asOf) {
        SortedMap<Line, Long> lines = new TreeMap<>(tally.from(first));
        agents.forEach((agent, span) -> scope.split(span.since(), MeasureScope.micros(asOf), (day, micros) -> {
            if (!day.isBefore(first)) {
                lines.merge(timeLine(day, agent, span.quantity()), micros, Long::sum);
            }
        }));
        return new Figures(position, asOf, lines);
    }

    /// A queue's sum on a day.
    public long ofQueue(LocalDate day, int client, int queue, Quantity quantity) {
        return tally.of(new Line(day, Line.Subject.queue(client, queue), quantity));
    }

    /// Contacts that the agent answered on a day.
    public long answeredBy(LocalDate day, int client, int agent) {
        return tally.of(new Line(day, Line.Subject.agent(client, agent), Quantity.ANSWERED));
    }

    /// An agent's time on a day in states that are over.
    public long timeOf(LocalDate day, int agent, Quantity quantity) {
        return tally.of(timeLine(day, agent, quantity));
    }

    /// A queue's sum since the journal began.
    public long total(int client, int queue, Quantity quantity) {
        return tally.total(Line.Subject.queue(client, queue), quantity);
    }

    private void apply(Event event, long at) {
        switch (event) {
            case Event.ContactQueued queued -> queued(queued, at);
            case Event.OfferMade made ->
                onContact(made.contact().value(), contact -> {
                    contact.offer = made.offer().value();
                    contact.offerAt = at;
                });
            case Event.OfferRang rang -> onContact(rang.contact().value(), contact -> rang(contact, rang, at));
            case Event.ContactAnswered answered ->
                onContact(answered.contact().value(), contact -> answered(contact, answered, at));
            case Event.ContactHeld held -> onContact(held.contact().value(), contact -> contact.heldSince = at);
            case Event.ContactResumed resumed -> onContact(resumed.contact().value(), contact -> contact.endHold(at));
            case Event.ContactTransferred transferred ->
                onContact(transferred.contact().value(), contact -> endTalk(contact, at));
            case Event.ContactEnded ended -> {
                onContact(ended.contact().value(), contact -> ended(contact, ended.outcome(), at));
                contacts.remove(ended.contact().value());
            }
            case Event.AgentStateChanged changed -> changed(changed, at);
            case Event.ContactMoved ignored -> {}
            case Event.RingReached ignored -> {}
            case Event.WaitEstimated ignored -> {}
            case Event.WrapUpExtended ignored -> {}
            case Event.ConfigurationProblemFound ignored -> {}
            case Event.OfferEnded ignored -> {}
            case Event.ContactRequeued ignored -> {}
            case Event.WrapUpEnded ignored -> {}
            case Event.NextStateChosen ignored -> {}
            case Event.ConfigurationApplied ignored -> {}
            case Event.EffectRequested ignored -> {}
            case Event.EffectSettled ignored -> {}
            case Event.CommandRefused ignored -> {}
        }
    }

    private void queued(Event.ContactQueued queued, long at) {
        if (scope.counts(queued)) {
            Living contact = new Living(queued, scope.dayOf(at), at);
            contacts.put(queued.contact().value(), contact);
            count(contact, Quantity.OFFERED, 1);
            count(contact, Quantity.WAITING, 1);
        }
    }

    private void rang(Living contact, Event.OfferRang rang, long at) {
        if (contact.offer == rang.offer().value()) {
            count(contact, Quantity.RANG, 1);
            count(contact, Quantity.RING_DELAY_MICROS, at - contact.offerAt);
            contact.offer = 0;
        }
    }

    private void answered(Living contact, Event.ContactAnswered answered, long at) {
        contact.answeredAt = at;
        contact.agent = answered.agent().value();
        countAtAgent(contact, Quantity.ANSWERED, 1);
        if (contact.wasAnswered) {
            return;
        }
        contact.wasAnswered = true;
        long wait = at - contact.offeredAt;
        count(contact, Quantity.ANSWERED, 1);
        count(contact, Quantity.WAITING, -1);
        count(contact, Quantity.WAIT_MICROS, wait);
        count(contact, Quantity.WITHIN_SERVICE_LEVEL, wait <= MeasureScope.SERVICE_LEVEL_MICROS ? 1 : 0);
    }

    private void ended(Living contact, ContactOutcome outcome, long at) {
        endTalk(contact, at);
        switch (outcome) {
            case ANSWERED -> {}
            case ABANDONED -> count(contact, Quantity.ABANDONED, 1);
            case TIMED_OUT -> count(contact, Quantity.TIMED_OUT, 1);
            case REFUSED -> count(contact, Quantity.REFUSED, 1);
            case LOST -> count(contact, Quantity.LOST, 1);
            case OVERFLOWED -> count(contact, Quantity.OVERFLOWED, 1);
            case CALLBACK -> count(contact, Quantity.CALLBACK, 1);
            case VOICEMAIL -> count(contact, Quantity.VOICEMAIL, 1);
        }
        if (contact.wasAnswered) {
            count(contact, Quantity.TALKS, 1);
            count(contact, Quantity.TALK_MICROS, contact.talk);
        } else {
            count(contact, Quantity.WAITING, -1);
        }
    }

    /// The talk with the present agent, if there is one, is over.
    private void endTalk(Living contact, long at) {
        contact.endHold(at);
        if (contact.answeredAt != 0) {
            long talk = at - contact.answeredAt - contact.hold;
            countAtAgent(contact, Quantity.TALK_MICROS, talk);
            countAtAgent(contact, Quantity.HOLD_MICROS, contact.hold);
            contact.talk += talk;
            contact.answeredAt = 0;
            contact.hold = 0;
        }
    }

    private void changed(Event.AgentStateChanged changed, long at) {
        if (!scope.counts(changed.agent())) {
            return;
        }
        int agent = changed.agent().value();
        Span before = agents.remove(agent);
        if (before != null) {
            scope.split(
                    before.since(), at, (day, micros) -> tally.add(timeLine(day, agent, before.quantity()), micros));
        }
        Quantity next = timeIn(changed.to());
        if (next != null) {
            agents.put(agent, new Span(next, at));
        }
    }

    static @Nullable Quantity timeIn(AgentState state) {
        return switch (state) {
            case TALKING -> Quantity.TALKING_MICROS;
            case WRAP_UP -> Quantity.WRAP_UP_MICROS;
            case READY -> Quantity.READY_MICROS;
            case NOT_READY -> Quantity.NOT_READY_MICROS;
            case RINGING, SIGNED_OUT -> null;
        };
    }

    private void count(Living contact, Quantity quantity, long amount) {
        tally.add(new Line(contact.day, contact.queue, quantity), amount);
    }

    private void countAtAgent(Living contact, Quantity quantity, long amount) {
        if (scope.counts(new AgentId(contact.agent))) {
            Line.Subject agent = Line.Subject.agent(contact.client, contact.agent);
            tally.add(new Line(scope.dayOf(contact.answeredAt), agent, quantity), amount);
        }
    }

    private void onContact(long id, Consumer<Living> change) {
        Living contact = contacts.get(id);
        if (contact != null) {
            change.accept(contact);
        }
    }

    private static Line timeLine(LocalDate day, int agent, Quantity quantity) {
        return new Line(day, Line.Subject.agent(OF_OPERATOR, agent), quantity);
    }
}
