package org.kezheng.evidence.measures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.kezheng.acd.engine.AgentId;
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
        List<Talk> talks = talks();
        talks.forEach(talk -> addAgent(talk, lines));
        if (end.isPresent()) {
            queue.accept(Quantity.TALKS, 1);
            queue.accept(
                    Quantity.TALK_MICROS, talks.stream().mapToLong(Talk::micros).sum());
        }
    }

    /// With one agent; `until` is -1 while it goes on.
    private record Talk(AgentId agent, long from, long until, long hold) {
        long micros() {
            return until - from - hold;
        }
    }

    /// A contact has one talk for each agent who answered it, one after the other.
    private List<Talk> talks() {
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof Event.ContactAnswered answered) {
                List<Happened> after = events.subList(i + 1, events.size());
                long until = after.stream()
                        .filter(happened -> happened.event() instanceof Event.ContactTransferred
                                || happened.event() instanceof Event.ContactEnded)
                        .mapToLong(Happened::at)
                        .findFirst()
                        .orElse(-1);
                long from = events.get(i).at();
                talks.add(new Talk(answered.agent(), from, until, until < 0 ? 0 : hold(after)));
            }
        }
        return talks;
    }

    private void addAgent(Talk talk, ObjLongConsumer<Line> lines) {
        if (!scope.counts(talk.agent())) {
            return;
        }
        Line.Subject who =
                Line.Subject.agent(queued.client().value(), talk.agent().value());
        LocalDate day = scope.dayOf(talk.from());
        lines.accept(new Line(day, who, Quantity.ANSWERED), 1);
        if (talk.until() >= 0) {
            lines.accept(new Line(day, who, Quantity.TALK_MICROS), talk.micros());
            lines.accept(new Line(day, who, Quantity.HOLD_MICROS), talk.hold());
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

    /// Until the talk's end, which ends a hold too.
    private static long hold(List<Happened> afterAnswer) {
        long hold = 0;
        long since = 0;
        for (Happened happened : afterAnswer) {
            boolean isOver = happened.event() instanceof Event.ContactTransferred
                    || happened.event() instanceof Event.ContactEnded;
            if (happened.event() instanceof Event.ContactHeld) {
                since = happened.at();
            } else if (since != 0 && (isOver || happened.event() instanceof Event.ContactResumed)) {
                hold += happened.at() - since;
                since = 0;
            }
            if (isOver) {
                break;
            }
        }
        return hold;
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
            case OVERFLOWED -> Optional.of(Quantity.OVERFLOWED);
            case CALLBACK -> Optional.of(Quantity.CALLBACK);
            case VOICEMAIL -> Optional.of(Quantity.VOICEMAIL);
        };
    }
}
