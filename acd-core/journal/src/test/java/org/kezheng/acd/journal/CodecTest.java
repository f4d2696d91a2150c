package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentChoice;
import org.kezheng.acd.engine.AgentDefinition;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.Capacity;
import org.kezheng.acd.engine.Channel;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Configuration;
import org.kezheng.acd.engine.ConfigurationProblem;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.DispositionCode;
import org.kezheng.acd.engine.Diversion;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.MissedOffer;
import org.kezheng.acd.engine.MoveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.OfferPolicy;
import org.kezheng.acd.engine.Overflow;
import org.kezheng.acd.engine.QueueBounds;
import org.kezheng.acd.engine.QueueDefinition;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.QueueRetirement;
import org.kezheng.acd.engine.QueueTimes;
import org.kezheng.acd.engine.ReasonCode;
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.engine.Ring;
import org.kezheng.acd.engine.RoutingRules;
import org.kezheng.acd.engine.RuleId;

class CodecTest {
    private static final ContactId CONTACT = new ContactId((1L << 53) + (1_800_000_000L << 20) + 77);
    private static final OfferId OFFER = new OfferId(300);
    private static final AgentId AGENT = new AgentId(Integer.MAX_VALUE);
    private static final Path VECTORS = Path.of("..", "..", "docs", "formats", "vectors", "records.txt");
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
    void whatALaterVersionAppendsIsPassedOver() {
        ByteWriter command =
                new ByteWriter().u8(2).sized(new ByteWriter().count(5).text("later"));
        assertThat(CommandCodec.read(new ByteReader(command.toBytes()))).isEqualTo(new Command.SignIn(new AgentId(5)));
        ByteWriter known = new ByteWriter().count(7).u8(1).text("later");
        ByteWriter events = new ByteWriter().count(2).u8(10).sized(known).u8(8).sized(new ByteWriter().count(7));
        assertThat(EventCodec.read(new ByteReader(events.toBytes())))
                .containsExactly(
                        new Event.ContactEnded(new ContactId(7), ContactOutcome.ANSWERED),
                        new Event.ContactHeld(new ContactId(7)));
    }

    @Test
    void anEventOfAKindThatIsNotKnownIsLeftOutAndTheOthersAreRead() {
        ByteWriter events = new ByteWriter()
                .count(2)
                .u8(200)
                .sized(new ByteWriter().text("later"))
                .u8(8)
                .sized(new ByteWriter().count(7));
        assertThat(EventCodec.read(new ByteReader(events.toBytes())))
                .containsExactly(new Event.ContactHeld(new ContactId(7)));
    }

    @Test
    void aCommandOfAKindThatIsNotKnownIsNotGuessed() {
        ByteWriter command = new ByteWriter().u8(200).sized(new ByteWriter());
        assertThatThrownBy(() -> CommandCodec.read(new ByteReader(command.toBytes())))
                .isInstanceOf(UnknownKind.class)
                .hasMessageContaining("200");
    }

    /// So that somebody else's reader can be tried. The words are for people.
    @Test
    void everyCommandAndEventHasTheBytesOfItsVector() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Command command : commands()) {
            ByteWriter bytes = new ByteWriter();
            CommandCodec.write(bytes, command);
            lines.add("command " + HexFormat.of().formatHex(bytes.toBytes()) + " " + command);
        }
        for (Event event : events()) {
            ByteWriter bytes = new ByteWriter();
            EventCodec.write(bytes, List.of(event));
            lines.add("events " + HexFormat.of().formatHex(bytes.toBytes()) + " " + event);
        }
        assertThat(Files.readAllLines(VECTORS)).isEqualTo(lines);
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

    private static Configuration fullConfiguration() {
        Configuration base = Worlds.configuration(4);
        QueueId other = new QueueId(77);
        Ring first = new Ring(0, base.queues().getFirst().rings().getFirst().requirements());
        List<QueueDefinition> queues = new ArrayList<>();
        int code = 0;
        for (Overflow overflow : List.of(
                new Overflow.ToQueue(other),
                new Overflow.ToVoicemail(),
                new Overflow.ToCallback(),
                new Overflow.ToAnnouncement(),
                new Overflow.Disconnect())) {
            queues.add(new QueueDefinition(
                    new QueueId(100 + code),
                    "queue-" + code++,
                    Worlds.DEMO,
                    Channel.MAIL,
                    3,
                    List.of(first, new Ring(60_000_000, List.of())),
                    new QueueTimes(1, 2, 3, 4_000_000, 5, 6, 7, 8),
                    new QueueBounds(9, overflow, overflow, 4),
                    new OfferPolicy(AgentChoice.LEAST_OVERQUALIFIED, MissedOffer.PASSED_OVER, 3, 2)));
        }
        AgentDefinition agent = new AgentDefinition(AGENT, List.of(), new Capacity(1, 2, 3, 4));
        return new Configuration(
                4,
                RoutingRules.STANDARD,
                base.skills(),
                queues,
                List.of(agent),
                List.of(new QueueRetirement(Worlds.SUPPORT, other)));
    }

    private static List<Command> commands() {
        List<Command> commands = new ArrayList<>(List.of(
                new Command.Configure(Worlds.configuration(3)),
                new Command.SignIn(AGENT),
                new Command.SignOut(AGENT),
                new Command.MakeReady(AGENT),
                new Command.MakeNotReady(AGENT, REASON),
                new Command.Arrive(CONTACT, Worlds.DEMO, Worlds.SUPPORT),
                new Command.Arrive(
                        CONTACT,
                        Worlds.DEMO,
                        Worlds.SUPPORT,
                        ContactKind.SOCIAL_MESSAGE,
                        100,
                        true,
                        Long.MAX_VALUE,
                        new AgentWish.NamedAgent(AGENT)),
                new Command.TakeCallback(CONTACT, new ContactId(1)),
                new Command.EstimateWait(CONTACT),
                new Command.Move(CONTACT, Worlds.SUPPORT),
                new Command.Assign(CONTACT, AGENT),
                new Command.Pull(CONTACT, AGENT),
                new Command.TransferToQueue(CONTACT, Worlds.SUPPORT),
                new Command.TransferToAgent(CONTACT, AGENT),
                new Command.ExtendWrapUp(AGENT, CONTACT),
                new Command.TakeOver(CONTACT, AGENT),
                new Command.CallAgent(CONTACT, Worlds.DEMO, Worlds.SUPPORT, AGENT, 7),
                new Command.Configure(fullConfiguration()),
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
                new Event.ContactQueued(CONTACT, Worlds.DEMO, Worlds.SUPPORT, 1, ContactKind.CALLBACK, 205, 7),
                new Event.RingReached(CONTACT, 4),
                new Event.WaitEstimated(CONTACT, -1, -1),
                new Event.WaitEstimated(CONTACT, 5_000_000, 0),
                new Event.ContactTransferred(CONTACT, AGENT, Worlds.SUPPORT, 0),
                new Event.WrapUpExtended(AGENT, CONTACT),
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
        for (MoveCause cause : MoveCause.values()) {
            events.add(new Event.ContactMoved(CONTACT, Worlds.SUPPORT, new QueueId(2), cause));
        }
        for (Diversion to : Diversion.values()) {
            events.add(new Event.EffectRequested(new EffectId(4), new Effect.Divert(CONTACT, to)));
        }
        for (ConfigurationProblem.Kind kind : ConfigurationProblem.Kind.values()) {
            events.add(new Event.ConfigurationProblemFound(new ConfigurationProblem(kind, 1, 2)));
        }
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
