package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.engine.RuleId;

class CodecTest {
    private static final ContactId CONTACT = new ContactId((1L << 53) + (1_800_000_000L << 20) + 77);
    private static final OfferId OFFER = new OfferId(300);
    private static final AgentId AGENT = new AgentId(Integer.MAX_VALUE);
    private static final ReasonCode REASON = new ReasonCode("meal");

    @Test
    void everyKindOfCommandComesBackAsItWas() {
        List<Command> commands = commands();
        assertThat(commands.stream().map(Object::getClass).distinct())
                .hasSize(Command.class.getPermittedSubclasses().length);
        for (Command command : commands) {
            JournalRecord record =
                    new JournalRecord(9, 1_800_000_000_000_000L, new CommandId(-1, 5), command, events());
            byte[] bytes = RecordCodec.write(record.nowMicros(), record.id(), command, record.events());
            assertThat(RecordCodec.read(9, bytes)).isEqualTo(record);
        }
    }

    @Test
    void everyKindOfEventIsAmongThoseTried() {
        assertThat(events().stream().map(Object::getClass).distinct())
                .hasSize(Event.class.getPermittedSubclasses().length);
    }

    @Test
    void shortenedOrForeignBytesAreRefusedAndNeverMisread() {
        byte[] bytes = RecordCodec.write(1, new CommandId(1, 2), new Command.SignIn(AGENT), events());
        SplittableRandom random = new SplittableRandom(42);
        for (int length = 0; length < bytes.length; length++) {
            byte[] shorter = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> RecordCodec.read(1, shorter)).isInstanceOf(IllegalArgumentException.class);
        }
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            try {
                RecordCodec.read(1, noise);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    private static List<Command> commands() {
        List<Command> commands = new ArrayList<>(List.of(
                new Command.Configure(Worlds.configuration(3)),
                new Command.SignIn(AGENT),
                new Command.SignOut(AGENT),
                new Command.MakeReady(AGENT),
                new Command.MakeNotReady(AGENT, REASON),
                new Command.Arrive(CONTACT, Worlds.DEMO, Worlds.SUPPORT),
                new Command.OfferRinging(OFFER),
                new Command.OfferAnswered(OFFER),
                new Command.OfferDeclined(OFFER),
                new Command.OfferFailed(OFFER),
                new Command.Hold(CONTACT),
                new Command.Resume(CONTACT),
                new Command.EndTalk(CONTACT),
                new Command.RenewTalk(CONTACT),
                new Command.CompleteWrapUp(AGENT, CONTACT, DispositionCode.NONE),
                new Command.Acknowledge(new EffectId(Long.MAX_VALUE)),
                new Command.Tick(),
                new Command.ClockJumped(0, 1_800_000_000_000_000L)));
        for (LeaveCause cause : LeaveCause.values()) {
            commands.add(new Command.Leave(CONTACT, cause));
        }
        return commands;
    }

    private static List<Event> events() {
        List<Event> events = new ArrayList<>(List.of(
                new Event.ConfigurationApplied(3),
                new Event.ContactQueued(CONTACT, Worlds.DEMO, Worlds.SUPPORT, 1),
                new Event.OfferRang(OFFER, CONTACT, AGENT),
                new Event.ContactRequeued(CONTACT),
                new Event.ContactAnswered(CONTACT, OFFER, AGENT),
                new Event.ContactHeld(CONTACT),
                new Event.ContactResumed(CONTACT),
                new Event.WrapUpEnded(AGENT, CONTACT, DispositionCode.NONE),
                new Event.EffectRequested(new EffectId(1), new Effect.Ring(OFFER, CONTACT, AGENT)),
                new Event.EffectRequested(new EffectId(2), new Effect.StopRinging(OFFER)),
                new Event.EffectRequested(new EffectId(3), new Effect.Disconnect(CONTACT)),
                new Event.EffectSettled(new EffectId(1))));
        for (RuleId rule : RuleId.values()) {
            events.add(new Event.OfferMade(OFFER, CONTACT, AGENT, rule, 1));
        }
        for (OfferOutcome outcome : OfferOutcome.values()) {
            events.add(new Event.OfferEnded(OFFER, CONTACT, AGENT, outcome));
        }
        for (ContactOutcome outcome : ContactOutcome.values()) {
            events.add(new Event.ContactEnded(CONTACT, outcome));
        }
        for (AgentState state : AgentState.values()) {
            events.add(new Event.AgentStateChanged(AGENT, state, state, REASON, CONTACT.value()));
            events.add(new Event.NextStateChosen(AGENT, state, REASON));
        }
        for (Refusal refusal : Refusal.values()) {
            events.add(new Event.CommandRefused(refusal));
        }
        return events;
    }
}
