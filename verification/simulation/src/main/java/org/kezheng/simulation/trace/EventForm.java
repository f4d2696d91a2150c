package org.kezheng.simulation.trace;

import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.Event;

/// Events as objects of a trace.
final class EventForm {
    private EventForm() {}

    static JsonObject of(Event event) {
        JsonObject form = JsonObject.ofType(event.getClass().getSimpleName());
        return switch (event) {
            case Event.ConfigurationApplied(var version) -> form.wide("version", version);
            case Event.ConfigurationProblemFound(var problem) ->
                form.text("kind", problem.kind().name())
                        .wide("subject", problem.subject())
                        .wide("other", problem.other());
            case Event.ContactQueued queued -> queued(form, queued);
            case Event.ContactMoved(var contact, var from, var to, var cause) ->
                contact(form, contact)
                        .number("from", from.value())
                        .number("to", to.value())
                        .text("cause", cause.name());
            case Event.RingReached(var contact, var ring) ->
                contact(form, contact).number("ring", ring);
            case Event.WaitEstimated(var contact, var micros, var errorMicros) ->
                contact(form, contact).wide("micros", micros).wide("errorMicros", errorMicros);
            case Event.OfferMade(var offer, var contact, var agent, var rule, var ring) ->
                contact(form.wide("offer", offer.value()), contact)
                        .number("agent", agent.value())
                        .text("rule", rule.code())
                        .number("ring", ring);
            case Event.OfferRang(var offer, var contact, var agent) ->
                contact(form.wide("offer", offer.value()), contact).number("agent", agent.value());
            case Event.OfferEnded(var offer, var contact, var agent, var outcome) ->
                contact(form.wide("offer", offer.value()), contact)
                        .number("agent", agent.value())
                        .text("outcome", outcome.name());
            case Event.ContactRequeued(var contact) -> contact(form, contact);
            case Event.ContactAnswered(var contact, var offer, var agent) ->
                contact(form, contact).wide("offer", offer.value()).number("agent", agent.value());
            case Event.ContactHeld(var contact) -> contact(form, contact);
            case Event.ContactResumed(var contact) -> contact(form, contact);
            case Event.ContactTransferred(var contact, var from, var queue, var agent) ->
                contact(form, contact)
                        .number("from", from.value())
                        .number("queue", queue.value())
                        .number("agent", agent);
            case Event.ContactEnded(var contact, var outcome) ->
                contact(form, contact).text("outcome", outcome.name());
            case Event.WrapUpEnded(var agent, var contact, var disposition) ->
                contact(form.number("agent", agent.value()), contact).text("disposition", disposition.value());
            case Event.WrapUpExtended(var agent, var contact) -> contact(form.number("agent", agent.value()), contact);
            case Event.AgentStateChanged(var agent, var from, var to, var reason, var contact) ->
                form.number("agent", agent.value())
                        .text("from", from.name())
                        .text("to", to.name())
                        .text("reason", reason.value())
                        .wide("contact", contact);
            case Event.NextStateChosen(var agent, var next, var reason) ->
                form.number("agent", agent.value()).text("next", next.name()).text("reason", reason.value());
            case Event.EffectRequested(var id, var effect) ->
                form.wide("id", id.value()).object("effect", effect(effect));
            case Event.EffectSettled(var id) -> form.wide("id", id.value());
            case Event.CommandRefused(var refusal) -> form.text("refusal", refusal.name());
        };
    }

    private static JsonObject queued(JsonObject form, Event.ContactQueued queued) {
        return contact(form, queued.contact())
                .number("client", queued.client().value())
                .number("queue", queued.queue().value())
                .wide("arrivalNumber", queued.arrivalNumber())
                .text("kind", queued.kind().name())
                .number("priority", queued.priority())
                .wide("precursor", queued.precursor());
    }

    private static JsonObject effect(Effect effect) {
        JsonObject form = JsonObject.ofType(effect.getClass().getSimpleName());
        return switch (effect) {
            case Effect.Ring(var offer, var contact, var agent) ->
                contact(form.wide("offer", offer.value()), contact).number("agent", agent.value());
            case Effect.StopRinging(var offer) -> form.wide("offer", offer.value());
            case Effect.Disconnect(var contact) -> contact(form, contact);
            case Effect.Divert(var contact, var to) -> contact(form, contact).text("to", to.name());
        };
    }

    private static JsonObject contact(JsonObject form, ContactId contact) {
        return form.wide("contact", contact.value());
    }
}
