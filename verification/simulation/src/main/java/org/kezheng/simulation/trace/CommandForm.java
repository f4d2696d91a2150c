package org.kezheng.simulation.trace;

import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.OfferId;

/// Commands as objects of a trace.
final class CommandForm {
    private CommandForm() {}

    static JsonObject of(Command command) {
        String type = command.getClass().getSimpleName();
        JsonObject form = JsonObject.ofType(type);
        return switch (command) {
            case Command.Configure(var configuration) ->
                form.object("configuration", ConfigurationForm.of(configuration));
            case Command.SignIn(var agent) -> form.number("agent", agent.value());
            case Command.SignOut(var agent) -> form.number("agent", agent.value());
            case Command.MakeReady(var agent) -> form.number("agent", agent.value());
            case Command.MakeNotReady(var agent, var reason) ->
                form.number("agent", agent.value()).text("reason", reason.value());
            case Command.Arrive arrive -> arrive(form, arrive);
            case Command.CallAgent(var contact, var client, var queue, var agent, var precursor) ->
                contact(form, contact)
                        .number("client", client.value())
                        .number("queue", queue.value())
                        .number("agent", agent.value())
                        .wide("precursor", precursor);
            case Command.TakeOver(var contact, var agent) ->
                contact(form, contact).number("agent", agent.value());
            case Command.TakeCallback(var contact, var callback) ->
                contact(form, contact).wide("callback", callback.value());
            case Command.EstimateWait(var contact) -> contact(form, contact);
            case Command.Move(var contact, var queue) -> contact(form, contact).number("queue", queue.value());
            case Command.Assign(var contact, var agent) ->
                contact(form, contact).number("agent", agent.value());
            case Command.Pull(var contact, var agent) -> contact(form, contact).number("agent", agent.value());
            case Command.TransferToQueue(var contact, var queue) ->
                contact(form, contact).number("queue", queue.value());
            case Command.TransferToAgent(var contact, var agent) ->
                contact(form, contact).number("agent", agent.value());
            case Command.Leave(var contact, var cause) -> contact(form, contact).text("cause", cause.name());
            case Command.OfferRinging(var offer) -> offer(form, offer);
            case Command.OfferAnswered(var offer) -> offer(form, offer);
            case Command.OfferDeclined(var offer) -> offer(form, offer);
            case Command.OfferFailed(var offer) -> offer(form, offer);
            case Command.Hold(var contact) -> contact(form, contact);
            case Command.Resume(var contact) -> contact(form, contact);
            case Command.EndTalk(var contact) -> contact(form, contact);
            case Command.RenewTalk(var contact) -> contact(form, contact);
            case Command.CompleteWrapUp(var agent, var contact, var disposition) ->
                contact(form.number("agent", agent.value()), contact).text("disposition", disposition.value());
            case Command.ExtendWrapUp(var agent, var contact) -> contact(form.number("agent", agent.value()), contact);
            case Command.Acknowledge(var effect) -> form.wide("effect", effect.value());
            case Command.Tick() -> form;
            case Command.ClockJumped(var fromMicros, var toMicros) ->
                form.wide("fromMicros", fromMicros).wide("toMicros", toMicros);
        };
    }

    private static JsonObject arrive(JsonObject form, Command.Arrive arrive) {
        return contact(form, arrive.contact())
                .number("client", arrive.client().value())
                .number("queue", arrive.queue().value())
                .text("kind", arrive.kind().name())
                .number("priority", arrive.priority())
                .yesOrNo("isVip", arrive.isVip())
                .wide("token", arrive.token())
                .object("wish", wish(arrive.wish()));
    }

    private static JsonObject wish(AgentWish wish) {
        JsonObject form = JsonObject.ofType(wish.getClass().getSimpleName());
        return switch (wish) {
            case AgentWish.Anyone() -> form;
            case AgentWish.LastAgent(var agent) -> form.number("agent", agent.value());
            case AgentWish.NamedAgent(var agent) -> form.number("agent", agent.value());
        };
    }

    private static JsonObject contact(JsonObject form, ContactId contact) {
        return form.wide("contact", contact.value());
    }

    private static JsonObject offer(JsonObject form, OfferId offer) {
        return form.wide("offer", offer.value());
    }
}
