package org.kezheng.evidence.measures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.kezheng.acd.engine.Event;

/// Reads the figures of one contact from all its events so far.
final class ContactReading {
    private final MeasureScope scope;
    private final List<Happened> events;
    private final Event.ContactQueued queued;
    private final long queuedAt;

    /// @param events in their order, the arrival first
    ContactReading(MeasureScope scope, List<Happened> events) {
        this.scope = scope;
        this.events = List.copyOf(events);
        this.queued = (Event.ContactQueued) events.getFirst().event();
        this.queuedAt = events.getFirst().at();
    }

    record Happened(Event event, long at) {}

    void addTo(ObjLongConsumer<Line> lines) {
        ObjLongConsumer<Quantity> queue = (quantity, amount) -> lines.accept(
                new Line(
                        scope.dayOf(queuedAt),
                        Line.Subject.queue(
                                queued.client().value(), queued.queue().value()),
                        quantity),
                amount);
        queue.accept(Quantity.OFFERED, 1);
        addRinging(queue);
        Optional<Happened> answer = first(Event.ContactAnswered.class);
        Optional<Happened> end = first(Event.ContactEnded.class);
        end.flatMap(happened -> outcomeOf((Event.ContactEnded) happened.event()))
                .ifPresent(outcome -> queue.accept(outcome, 1));
        if (answer.isEmpty()) {
            queue.accept(Quantity.WAITING, end.isEmpty() ? 1 : 0);
            return;
        }
        long answeredAt = answer.get().at();
        long wait = answeredAt - queuedAt;
        queue.accept(Quantity.ANSWERED, 1);
        queue.accept(Quantity.WAIT_MICROS, wait);
        queue.accept(Quantity.WITHIN_SERVICE_LEVEL, wait > MeasureScope.SERVICE_LEVEL_MICROS ? 0 : 1);
        Event.ContactAnswered answered = (Event.ContactAnswered) answer.get().event();
        ObjLongConsumer<Quantity> agent = (quantity, amount) -> {
            if (scope.counts(answered.agent())) {
                Line.Subject who = Line.Subject.agent(
                        queued.client().value(), answered.agent().value());
                lines.accept(new Line(scope.dayOf(answeredAt), who, quantity), amount);
            }
        };
        agent.accept(Quantity.ANSWERED, 1);
        if (end.isPresent()) {
            long hold = holdUntil(end.get().at());
            long talk = end.get().at() - answeredAt - hold;
            queue.accept(Quantity.TALKS, 1);
            queue.accept(Quantity.TALK_MICROS, talk);
            agent.accept(Quantity.TALK_MICROS, talk);
            agent.accept(Quantity.HOLD_MICROS, hold);
        }
    }

    private void addRinging(ObjLongConsumer<Quantity> queue) {
        Map<Long, Long> madeAt = new HashMap<>();
        for (Happened happened : events) {
            if (happened.event() instanceof Event.OfferMade made) {
                madeAt.put(made.offer().value(), happened.at());
            } else if (happened.event() instanceof Event.OfferRang rang) {
                Long made = madeAt.remove(rang.offer().value());
                if (made != null) {
                    queue.accept(Quantity.RANG, 1);
                    queue.accept(Quantity.RING_DELAY_MICROS, happened.at() - made);
                }
            }
        }
    }

    private long holdUntil(long end) {
        long hold = 0;
        long since = 0;
        for (Happened happened : events) {
            if (happened.event() instanceof Event.ContactHeld) {
                since = happened.at();
            } else if (happened.event() instanceof Event.ContactResumed && since != 0) {
                hold += happened.at() - since;
                since = 0;
            }
        }
        return since == 0 ? hold : hold + end - since;
    }

    private Optional<Happened> first(Class<? extends Event> kind) {
        return events.stream()
                .filter(happened -> kind.isInstance(happened.event()))
                .findFirst();
    }

    private static Optional<Quantity> outcomeOf(Event.ContactEnded ended) {
        return switch (ended.outcome()) {
            case ANSWERED -> Optional.empty();
            case ABANDONED -> Optional.of(Quantity.ABANDONED);
            case TIMED_OUT -> Optional.of(Quantity.TIMED_OUT);
            case REFUSED -> Optional.of(Quantity.REFUSED);
            case LOST -> Optional.of(Quantity.LOST);
        };
    }
}
