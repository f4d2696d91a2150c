package org.kezheng.acd.journal;

import java.util.ArrayList;
import java.util.List;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;

/// Events as bytes: a count of events; for each, one byte of type, then the components in their order.
final class EventCodec {
    private EventCodec() {}

    static void write(ByteWriter out, List<Event> events) {
        out.count(events.size());
        for (Event event : events) {
            write(out, event);
        }
    }

    static List<Event> read(ByteReader in) {
        int size = in.smallCount();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            events.add(readEvent(in));
        }
        return events;
    }

    private static void write(ByteWriter out, Event event) {
        switch (event) {
            case Event.ConfigurationApplied(var version) -> out.u8(1).count(version);
            case Event.ContactQueued(var contact, var client, var queue, var arrival) ->
                contact(out.u8(2), contact)
                        .count(client.value())
                        .count(queue.value())
                        .count(arrival);
            case Event.OfferMade(var offer, var contact, var agent, var rule, var ring) ->
                offer(out.u8(3), offer, contact, agent).u8(EventCodes.of(rule)).u8(ring);
            case Event.OfferRang(var offer, var contact, var agent) -> offer(out.u8(4), offer, contact, agent);
            case Event.OfferEnded(var offer, var contact, var agent, var outcome) ->
                offer(out.u8(5), offer, contact, agent).u8(EventCodes.of(outcome));
            case Event.ContactRequeued(var contact) -> contact(out.u8(6), contact);
            case Event.ContactAnswered(var contact, var offer, var agent) ->
                contact(out.u8(7), contact).count(offer.value()).count(agent.value());
            case Event.ContactHeld(var contact) -> contact(out.u8(8), contact);
            case Event.ContactResumed(var contact) -> contact(out.u8(9), contact);
            case Event.ContactEnded(var contact, var outcome) ->
                contact(out.u8(10), contact).u8(EventCodes.of(outcome));
            case Event.WrapUpEnded(var agent, var contact, var disposition) ->
                contact(out.u8(11).count(agent.value()), contact).text(disposition.value());
            case Event.AgentStateChanged(var agent, var from, var to, var reason, var contact) ->
                out.u8(12)
                        .count(agent.value())
                        .u8(EventCodes.of(from))
                        .u8(EventCodes.of(to))
                        .text(reason.value())
                        .count(contact);
            case Event.NextStateChosen(var agent, var next, var reason) ->
                out.u8(13).count(agent.value()).u8(EventCodes.of(next)).text(reason.value());
            case Event.EffectRequested(var id, var effect) -> effect(out.u8(14).count(id.value()), effect);
            case Event.EffectSettled(var id) -> out.u8(15).count(id.value());
            case Event.CommandRefused(var refusal) -> out.u8(16).u8(EventCodes.of(refusal));
        }
    }

    private static Event readEvent(ByteReader in) {
        int type = in.u8();
        return switch (type) {
            case 1 -> new Event.ConfigurationApplied(in.count());
            case 2 ->
                new Event.ContactQueued(
                        contact(in), new ClientId(in.smallCount()), new QueueId(in.smallCount()), in.count());
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
            default -> throw new IllegalArgumentException("No event has type " + type);
        };
    }

    private static void effect(ByteWriter out, Effect effect) {
        switch (effect) {
            case Effect.Ring(var offer, var contact, var agent) -> offer(out.u8(1), offer, contact, agent);
            case Effect.StopRinging(var offer) -> out.u8(2).count(offer.value());
            case Effect.Disconnect(var contact) -> contact(out.u8(3), contact);
        }
    }

    private static Effect effect(ByteReader in) {
        int type = in.u8();
        return switch (type) {
            case 1 -> new Effect.Ring(offer(in), contact(in), agent(in));
            case 2 -> new Effect.StopRinging(offer(in));
            case 3 -> new Effect.Disconnect(contact(in));
            default -> throw new IllegalArgumentException("No effect has type " + type);
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
