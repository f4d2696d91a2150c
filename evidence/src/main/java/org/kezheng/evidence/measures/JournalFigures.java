package org.kezheng.evidence.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.evidence.calls.JournalProjector;

/// Figures worked out anew from the journal's files, in another way than [LiveFigures]: the events of a contact
/// are kept together and read as a whole. It stands exactly where it is told to. For one thread.
final class JournalFigures {
    private final JournalProjector.JournalSource journal;
    private final MeasureScope scope;
    private Tally finished = new Tally();
    private final Map<Long, List<ContactReading.Happened>> living = new HashMap<>();
    private final Map<Integer, Standing> agents = new HashMap<>();
    private long position;

    JournalFigures(JournalProjector.JournalSource journal, MeasureScope scope) {
        this.journal = journal;
        this.scope = scope;
    }

    private record Standing(AgentState state, long since) {}

    /// Reads up to and with that record, from the journal's begin when it has gone past it.
    void standAt(long target) {
        if (target < position) {
            finished = new Tally();
            living.clear();
            agents.clear();
            position = 0;
        }
        if (target == position) {
            return;
        }
        for (JournalRecord record : journal.from(position + 1)) {
            if (record.position() > target) {
                break;
            }
            record.events().forEach(event -> take(event, record.nowMicros()));
            position = record.position();
        }
        if (position != target) {
            throw new IllegalStateException("The journal ends at record " + position + ", before " + target);
        }
    }

    Figures from(LocalDate first, Instant asOf) {
        SortedMap<Line, Long> lines = new TreeMap<>(finished.from(first));
        ObjLongConsumer<Line> adding = (line, amount) -> {
            if (!line.day().isBefore(first)) {
                lines.merge(line, amount, Long::sum);
            }
        };
        living.values().forEach(events -> new ContactReading(scope, events).addTo(adding));
        agents.forEach((agent, standing) -> addTime(agent, standing, MeasureScope.micros(asOf), adding));
        return new Figures(position, asOf, lines);
    }

    private void take(Event event, long at) {
        if (event instanceof Event.AgentStateChanged(var agent, var from, var to, var reason, var contact)) {
            if (scope.counts(agent)) {
                Standing before = agents.put(agent.value(), new Standing(to, at));
                if (before != null && before.state() == from) {
                    addTime(agent.value(), before, at, finished::add);
                }
            }
            return;
        }
        if (event instanceof Event.ContactQueued queued) {
            if (scope.counts(queued)) {
                living.put(queued.contact().value(), new ArrayList<>());
            }
        }
        Long contact = contactOf(event);
        List<ContactReading.Happened> events = contact == null ? null : living.get(contact);
        if (events != null) {
            events.add(new ContactReading.Happened(event, at));
            if (event instanceof Event.ContactEnded) {
                living.remove(contact);
                new ContactReading(scope, events).addTo(finished::add);
            }
        }
    }

    private void addTime(int agent, Standing standing, long until, ObjLongConsumer<Line> adding) {
        Quantity quantity = LiveFigures.timeIn(standing.state());
        if (quantity != null) {
            scope.split(
                    standing.since(),
                    until,
                    (day, micros) -> adding.accept(new Line(day, Line.Subject.agent(0, agent), quantity), micros));
        }
    }

    /// The contact of the events that figures are made of.
    private static @Nullable Long contactOf(Event event) {
        return switch (event) {
            case Event.ContactQueued queued -> queued.contact().value();
            case Event.OfferMade made -> made.contact().value();
            case Event.OfferRang rang -> rang.contact().value();
            case Event.ContactAnswered answered -> answered.contact().value();
            case Event.ContactHeld held -> held.contact().value();
            case Event.ContactResumed resumed -> resumed.contact().value();
            case Event.ContactEnded ended -> ended.contact().value();
            case Event.ContactTransferred transferred -> transferred.contact().value();
            case Event.ContactMoved ignored -> null;
            case Event.RingReached ignored -> null;
            case Event.WaitEstimated ignored -> null;
            case Event.WrapUpExtended ignored -> null;
            case Event.ConfigurationProblemFound ignored -> null;
            case Event.OfferEnded ignored -> null;
            case Event.ContactRequeued ignored -> null;
            case Event.WrapUpEnded ignored -> null;
            case Event.AgentStateChanged ignored -> null;
            case Event.NextStateChosen ignored -> null;
            case Event.ConfigurationApplied ignored -> null;
            case Event.EffectRequested ignored -> null;
            case Event.EffectSettled ignored -> null;
            case Event.CommandRefused ignored -> null;
        };
    }
}
