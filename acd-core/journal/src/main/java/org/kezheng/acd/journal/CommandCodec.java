package org.kezheng.acd.journal;

import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;

/// Commands as bytes.
final class CommandCodec {
    private CommandCodec() {}

    /// Type, length, components: who knows fewer components passes over the rest.
    static void write(ByteWriter out, Command command) {
        ByteWriter body = new ByteWriter();
        writeBody(body, command);
        out.u8(type(command)).sized(body);
    }

    private static void writeBody(ByteWriter out, Command command) {
        switch (command) {
            case Command.Configure(var configuration) -> ConfigurationCodec.write(out, configuration);
            case Command.SignIn(var agent) -> out.count(agent.value());
            case Command.SignOut(var agent) -> out.count(agent.value());
            case Command.MakeReady(var agent) -> out.count(agent.value());
            case Command.MakeNotReady(var agent, var reason) ->
                out.count(agent.value()).text(reason.value());
            case Command.Arrive arrival -> arrive(out, arrival);
            case Command.Leave(var contact, var cause) ->
                out.count(contact.value()).u8(code(cause));
            case Command.OfferRinging(var offer) -> out.count(offer.value());
            case Command.OfferAnswered(var offer) -> out.count(offer.value());
            case Command.OfferDeclined(var offer) -> out.count(offer.value());
            case Command.OfferFailed(var offer) -> out.count(offer.value());
            case Command.Hold(var contact) -> out.count(contact.value());
            case Command.Resume(var contact) -> out.count(contact.value());
            case Command.EndTalk(var contact) -> out.count(contact.value());
            case Command.RenewTalk(var contact) -> out.count(contact.value());
            case Command.CompleteWrapUp(var agent, var contact, var disposition) ->
                out.count(agent.value()).count(contact.value()).text(disposition.value());
            case Command.Acknowledge(var effect) -> out.count(effect.value());
            case Command.Tick() -> {}
            case Command.ClockJumped(var from, var to) -> out.count(from).count(to);
            case Command.TakeCallback(var contact, var callback) ->
                out.count(contact.value()).count(callback.value());
            case Command.EstimateWait(var contact) -> out.count(contact.value());
            case Command.Move(var contact, var queue) ->
                out.count(contact.value()).count(queue.value());
            case Command.Assign(var contact, var agent) ->
                out.count(contact.value()).count(agent.value());
            case Command.Pull(var contact, var agent) ->
                out.count(contact.value()).count(agent.value());
            case Command.TransferToQueue(var contact, var queue) ->
                out.count(contact.value()).count(queue.value());
            case Command.TransferToAgent(var contact, var agent) ->
                out.count(contact.value()).count(agent.value());
            case Command.ExtendWrapUp(var agent, var contact) ->
                out.count(agent.value()).count(contact.value());
            case Command.TakeOver(var contact, var agent) ->
                out.count(contact.value()).count(agent.value());
            case Command.CallAgent call -> callAgent(out, call);
        }
    }

    private static int type(Command command) {
        return switch (command) {
            case Command.Configure c -> 1;
            case Command.SignIn c -> 2;
            case Command.SignOut c -> 3;
            case Command.MakeReady c -> 4;
            case Command.MakeNotReady c -> 5;
            case Command.Arrive c -> 6;
            case Command.Leave c -> 7;
            case Command.OfferRinging c -> 8;
            case Command.OfferAnswered c -> 9;
            case Command.OfferDeclined c -> 10;
            case Command.OfferFailed c -> 11;
            case Command.Hold c -> 12;
            case Command.Resume c -> 13;
            case Command.EndTalk c -> 14;
            case Command.RenewTalk c -> 15;
            case Command.CompleteWrapUp c -> 16;
            case Command.Acknowledge c -> 17;
            case Command.Tick c -> 18;
            case Command.ClockJumped c -> 19;
            case Command.TakeCallback c -> 20;
            case Command.EstimateWait c -> 21;
            case Command.Move c -> 22;
            case Command.Assign c -> 23;
            case Command.Pull c -> 24;
            case Command.TransferToQueue c -> 25;
            case Command.TransferToAgent c -> 26;
            case Command.ExtendWrapUp c -> 27;
            case Command.TakeOver c -> 28;
            case Command.CallAgent c -> 29;
        };
    }

    private static ByteWriter arrive(ByteWriter out, Command.Arrive arrival) {
        out.count(arrival.contact().value())
                .count(arrival.client().value())
                .count(arrival.queue().value());
        out.u8(ConfigurationCodes.of(arrival.kind())).u8(arrival.priority()).u8(arrival.isVip() ? 1 : 0);
        out.count(arrival.token());
        return switch (arrival.wish()) {
            case AgentWish.Anyone() -> out.u8(0);
            case AgentWish.LastAgent(var agent) -> out.u8(1).count(agent.value());
            case AgentWish.NamedAgent(var agent) -> out.u8(2).count(agent.value());
        };
    }

    private static ByteWriter callAgent(ByteWriter out, Command.CallAgent call) {
        out.count(call.contact().value()).count(call.client().value());
        return out.count(call.queue().value()).count(call.agent().value()).count(call.precursor());
    }

    static Command read(ByteReader from) {
        int type = from.u8();
        ByteReader in = from.sized();
        return switch (type) {
            case 1 -> new Command.Configure(ConfigurationCodec.read(in));
            case 2 -> new Command.SignIn(agent(in));
            case 3 -> new Command.SignOut(agent(in));
            case 4 -> new Command.MakeReady(agent(in));
            case 5 -> new Command.MakeNotReady(agent(in), new ReasonCode(in.text()));
            case 6 -> readArrive(in);
            case 7 -> new Command.Leave(contact(in), leaveCause(in.u8()));
            case 8 -> new Command.OfferRinging(offer(in));
            case 9 -> new Command.OfferAnswered(offer(in));
            case 10 -> new Command.OfferDeclined(offer(in));
            case 11 -> new Command.OfferFailed(offer(in));
            case 12 -> new Command.Hold(contact(in));
            case 13 -> new Command.Resume(contact(in));
            case 14 -> new Command.EndTalk(contact(in));
            case 15 -> new Command.RenewTalk(contact(in));
            case 16 -> new Command.CompleteWrapUp(agent(in), contact(in), new DispositionCode(in.text()));
            case 17 -> new Command.Acknowledge(new EffectId(in.count()));
            case 18 -> new Command.Tick();
            case 19 -> new Command.ClockJumped(in.count(), in.count());
            case 20 -> new Command.TakeCallback(contact(in), contact(in));
            case 21 -> new Command.EstimateWait(contact(in));
            case 22 -> new Command.Move(contact(in), queue(in));
            case 23 -> new Command.Assign(contact(in), agent(in));
            case 24 -> new Command.Pull(contact(in), agent(in));
            case 25 -> new Command.TransferToQueue(contact(in), queue(in));
            case 26 -> new Command.TransferToAgent(contact(in), agent(in));
            case 27 -> new Command.ExtendWrapUp(agent(in), contact(in));
            case 28 -> new Command.TakeOver(contact(in), agent(in));
            case 29 -> new Command.CallAgent(contact(in), client(in), queue(in), agent(in), in.count());
            default -> throw new UnknownKind("command", type);
        };
    }

    private static Command.Arrive readArrive(ByteReader in) {
        return new Command.Arrive(
                contact(in),
                client(in),
                queue(in),
                ConfigurationCodes.kind(in.u8()),
                in.u8(),
                in.u8() != 0,
                in.count(),
                readWish(in));
    }

    private static AgentWish readWish(ByteReader in) {
        int kind = in.u8();
        return switch (kind) {
            case 0 -> new AgentWish.Anyone();
            case 1 -> new AgentWish.LastAgent(agent(in));
            case 2 -> new AgentWish.NamedAgent(agent(in));
            default -> throw new UnknownKind("wish", kind);
        };
    }

    private static int code(LeaveCause cause) {
        return switch (cause) {
            case CALLER_HUNG_UP -> 1;
            case PBX_LOST -> 2;
            case REFUSED -> 3;
            case HANDED_OVER -> 4;
            case TOOK_VOICEMAIL -> 5;
        };
    }

    private static LeaveCause leaveCause(int code) {
        return Codes.find(LeaveCause.values(), CommandCodec::code, code);
    }

    private static AgentId agent(ByteReader in) {
        return new AgentId(in.smallCount());
    }

    private static ContactId contact(ByteReader in) {
        return new ContactId(in.count());
    }

    private static ClientId client(ByteReader in) {
        return new ClientId(in.smallCount());
    }

    private static QueueId queue(ByteReader in) {
        return new QueueId(in.smallCount());
    }

    private static OfferId offer(ByteReader in) {
        return new OfferId(in.count());
    }
}
