package org.kezheng.acd.journal;

import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.ReasonCode;

/// Commands as bytes: one byte of type, then the components in their order.
final class CommandCodec {
    private CommandCodec() {}

    static void write(ByteWriter out, Command command) {
        switch (command) {
            case Command.Configure(var configuration) -> ConfigurationCodec.write(out.u8(1), configuration);
            case Command.SignIn(var agent) -> out.u8(2).count(agent.value());
            case Command.SignOut(var agent) -> out.u8(3).count(agent.value());
            case Command.MakeReady(var agent) -> out.u8(4).count(agent.value());
            case Command.MakeNotReady(var agent, var reason) ->
                out.u8(5).count(agent.value()).text(reason.value());
            case Command.Arrive(var contact, var client, var queue) ->
                out.u8(6).count(contact.value()).count(client.value()).count(queue.value());
            case Command.Leave(var contact, var cause) ->
                out.u8(7).count(contact.value()).u8(code(cause));
            case Command.OfferRinging(var offer) -> out.u8(8).count(offer.value());
            case Command.OfferAnswered(var offer) -> out.u8(9).count(offer.value());
            case Command.OfferDeclined(var offer) -> out.u8(10).count(offer.value());
            case Command.OfferFailed(var offer) -> out.u8(11).count(offer.value());
            case Command.Hold(var contact) -> out.u8(12).count(contact.value());
            case Command.Resume(var contact) -> out.u8(13).count(contact.value());
            case Command.EndTalk(var contact) -> out.u8(14).count(contact.value());
            case Command.RenewTalk(var contact) -> out.u8(15).count(contact.value());
            case Command.CompleteWrapUp(var agent, var contact, var disposition) ->
                out.u8(16).count(agent.value()).count(contact.value()).text(disposition.value());
            case Command.Acknowledge(var effect) -> out.u8(17).count(effect.value());
            case Command.Tick() -> out.u8(18);
            case Command.ClockJumped(var from, var to) -> out.u8(19).count(from).count(to);
        }
    }

    static Command read(ByteReader in) {
        int type = in.u8();
        return switch (type) {
            case 1 -> new Command.Configure(ConfigurationCodec.read(in));
            case 2 -> new Command.SignIn(agent(in));
            case 3 -> new Command.SignOut(agent(in));
            case 4 -> new Command.MakeReady(agent(in));
            case 5 -> new Command.MakeNotReady(agent(in), new ReasonCode(in.text()));
            case 6 -> new Command.Arrive(contact(in), new ClientId(in.smallCount()), new QueueId(in.smallCount()));
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
            default -> throw new IllegalArgumentException("No command has type " + type);
        };
    }

    private static int code(LeaveCause cause) {
        return switch (cause) {
            case CALLER_HUNG_UP -> 1;
            case PBX_LOST -> 2;
            case REFUSED -> 3;
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

    private static OfferId offer(ByteReader in) {
        return new OfferId(in.count());
    }
}
