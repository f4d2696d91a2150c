package org.kezheng.acd.journal;

import java.util.ArrayList;
import java.util.List;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.ConfigurationProblem;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;

/// Events as bytes: a count of events; for each its type, its length, its components. Who knows fewer components passes
/// over the rest.
final class EventCodec {
    private EventCodec() {}

    static void write(ByteWriter out, List<Event> events) {
        out.count(events.size());
        for (Event event : events) {
            write(out, event);
        }
    }

    /// Events of a kind that is not known here are left out.
    static List<Event> read(ByteReader in) {
        int size = in.smallCount();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int type = in.u8();
            ByteReader body = in.sized();
            try {
                events.add(readEvent(type, body));
            } catch (UnknownKind e) {
                // A later version's event, told to those who know it; what it did is in its fellows.
            }
        }
        return events;
    }

    private static void write(ByteWriter out, Event event) {
        ByteWriter body = new ByteWriter();
        writeBody(body, event);
        out.u8(EventCodes.of(event)).sized(body);
    }

    private static void writeBody(ByteWriter out, Event event) {
        switch (event) {
            case Event.ConfigurationApplied(var version) -> out.count(version);
            case Event.ConfigurationProblemFound(var problem) ->
                out.u8(ConfigurationCodes.of(problem.kind()))
                        .count(problem.subject())
                        .count(problem.other());
            case Event.ContactQueued queued -> queued(out, queued);
            case Event.ContactMoved(var contact, var from, var to, var cause) ->
                contact(out, contact).count(from.value()).count(to.value()).u8(EventCodes.of(cause));
            case Event.RingReached(var contact, var ring) ->
                contact(out, contact).u8(ring);
            // Both are -1 when unknown, so they stand one higher.
            case Event.WaitEstimated(var contact, var micros, var error) ->
                contact(out, contact).count(micros + 1).count(error + 1);
            case Event.OfferMade(var offer, var contact, var agent, var rule, var ring) ->
                offer(out, offer, contact, agent).u8(EventCodes.of(rule)).u8(ring);
            case Event.OfferRang(var offer, var contact, var agent) -> offer(out, offer, contact, agent);
            case Event.OfferEnded(var offer, var contact, var agent, var outcome) ->
                offer(out, offer, contact, agent).u8(EventCodes.of(outcome));
            case Event.ContactRequeued(var contact) -> contact(out, contact);
            case Event.ContactAnswered(var contact, var offer, var agent) ->
                contact(out, contact).count(offer.value()).count(agent.value());
            case Event.ContactHeld(var contact) -> contact(out, contact);
            case Event.ContactResumed(var contact) -> contact(out, contact);
            case Event.ContactTransferred(var contact, var from, var queue, var agent) ->
                contact(out, contact).count(from.value()).count(queue.value()).count(agent);
            case Event.ContactEnded(var contact, var outcome) ->
                contact(out, contact).u8(EventCodes.of(outcome));
            case Event.WrapUpEnded(var agent, var contact, var disposition) ->
                contact(out.count(agent.value()), contact).text(disposition.value());
            case Event.WrapUpExtended(var agent, var contact) -> contact(out.count(agent.value()), contact);
            case Event.AgentStateChanged(var agent, var from, var to, var reason, var contact) ->
                out.count(agent.value())
                        .u8(EventCodes.of(from))
                        .u8(EventCodes.of(to))
                        .text(reason.value())
                        .count(contact);
            case Event.NextStateChosen(var agent, var next, var reason) ->
                out.count(agent.value()).u8(EventCodes.of(next)).text(reason.value());
            case Event.EffectRequested(var id, var effect) -> effect(out.count(id.value()), effect);
            case Event.EffectSettled(var id) -> out.count(id.value());
            case Event.CommandRefused(var refusal) -> out.u8(EventCodes.of(refusal));
        }
    }

    private static void queued(ByteWriter out, Event.ContactQueued queued) {
        contact(out, queued.contact())
                .count(queued.client().value())
                .count(queued.queue().value())
                .count(queued.arrivalNumber())
                .u8(ConfigurationCodes.of(queued.kind()))
                .count(queued.priority())
                .count(queued.precursor());
    }

    private static Event readEvent(int type, ByteReader in) {
        return switch (type) {
            case 1 -> new Event.ConfigurationApplied(in.count());
            case 2 ->
                new Event.ContactQueued(
                        contact(in),
                        new ClientId(in.smallCount()),
                        queue(in),
                        in.count(),
                        ConfigurationCodes.kind(in.u8()),
                        in.smallCount(),
                        in.count());
            case 3 -> new Event.OfferMade(offer(in), contact(in), agent(in), EventCodes.rule(in.u8()), in.u8());
            case 4 -> new Event.OfferRang(offer(in), contact(in), agent(in));
            case 5 -> new Event.OfferEnded(offer(in), contact(in), agent(in), EventCodes.offerOutcome(in.u8()));
            case 6 -> new Event.ContactRequeued(contact(in));
            case 7 -> new Event.ContactAnswered(contact(in), offer(in), agent(in));
            case 8 -> new Event.ContactHeld(contact(in));
            case 9 -> new Event.ContactResumed(contact(in));
            case 10 -> new Event.ContactEnded(contact(in), EventCodes.contactOutcome(in.u8()));
            case 11 -> new Event.WrapUpEnded(agent(in), contact(in), new DispositionCode(in.text()));
            case 12 ->
                new Event.AgentStateChanged(
                        agent(in),
                        EventCodes.agentState(in.u8()),
                        EventCodes.agentState(in.u8()),
                        new ReasonCode(in.text()),
                        in.count());
            case 13 -> new Event.NextStateChosen(agent(in), EventCodes.agentState(in.u8()), new ReasonCode(in.text()));
            case 14 -> new Event.EffectRequested(new EffectId(in.count()), effect(in));
            case 15 -> new Event.EffectSettled(new EffectId(in.count()));
            case 16 -> new Event.CommandRefused(EventCodes.refusal(in.u8()));
            case 17 -> new Event.ContactMoved(contact(in), queue(in), queue(in), EventCodes.moveCause(in.u8()));
            case 18 -> new Event.RingReached(contact(in), in.u8());
            case 19 -> new Event.WaitEstimated(contact(in), in.count() - 1, in.count() - 1);
            case 20 -> new Event.ContactTransferred(contact(in), agent(in), queue(in), in.smallCount());
            case 21 -> new Event.WrapUpExtended(agent(in), contact(in));
            case 22 ->
                new Event.ConfigurationProblemFound(
                        new ConfigurationProblem(ConfigurationCodes.problem(in.u8()), in.count(), in.count()));
            default -> throw new UnknownKind("event", type);
        };
    }

    private static QueueId queue(ByteReader in) {
        return new QueueId(in.smallCount());
    }

    private static void effect(ByteWriter out, Effect effect) {
        switch (effect) {
            case Effect.Ring(var offer, var contact, var agent) -> offer(out.u8(1), offer, contact, agent);
            case Effect.StopRinging(var offer) -> out.u8(2).count(offer.value());
            case Effect.Disconnect(var contact) -> contact(out.u8(3), contact);
            case Effect.Divert(var contact, var to) ->
                contact(out.u8(4), contact).u8(EventCodes.of(to));
        }
    }

    private static Effect effect(ByteReader in) {
        int type = in.u8();
        return switch (type) {
            case 1 -> new Effect.Ring(offer(in), contact(in), agent(in));
            case 2 -> new Effect.StopRinging(offer(in));
            case 3 -> new Effect.Disconnect(contact(in));
            case 4 -> new Effect.Divert(contact(in), EventCodes.diversion(in.u8()));
            default -> throw new UnknownKind("effect", type);
        };
    }

    private static ByteWriter offer(ByteWriter out, OfferId offer, ContactId contact, AgentId agent) {
        return contact(out.count(offer.value()), contact).count(agent.value());
    }

    private static ByteWriter contact(ByteWriter out, ContactId contact) {
        return out.count(contact.value());
    }

    private static AgentId agent(ByteReader in) {
        return new AgentId(in.smallCount());
    }

    private static ContactId contact(ByteReader in) {
        return new ContactId(in.count());
    }

    private static OfferId offer(ByteReader in) {
        return new OfferId(in.count());
    }
}
