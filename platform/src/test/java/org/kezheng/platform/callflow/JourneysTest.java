package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.AgentWish;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Diversion;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.platform.flows.Task;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.ContactTag;
import org.kezheng.telephony.LineStep;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;
import org.kezheng.telephony.Place;

final class JourneysTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("13800138000");
    private static final String CHANNEL = "PJSIP/trunk-00000001";
    private static final String UNIQUE_ID = "1763900000.17";
    private static final ContactId CONTACT = new ContactId((1_763_900_000L << 20) | 17);
    private static final ClientId CLIENT = new ClientId(1);
    private static final QueueId SUPPORT = new QueueId(1);
    private static final QueueId CONSULT = new QueueId(2);
    private static final AgentId AGENT = new AgentId(2001);
    private static final OfferId OFFER = new OfferId(7);
    private static final AgentId COLLEAGUE = new AgentId(2002);
    private static final ContactId INNER = new ContactId(62L << 53 | 1);
    private static final ContactId BACK = new ContactId(62L << 53 | 2);
    private static final OfferId INNER_OFFER = new OfferId(8);

    private CallFlow flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
    private Instant now = NOW;
    private List<FlowAction> last = List.of();

    @BeforeEach
    void configureAndConnect() {
        start();
    }

    private void start() {
        recorded(new Command.Configure(SmallSite.configuration()), new Event.ConfigurationApplied(1));
        flow.handle(new FlowInput.DeviceChosen(AGENT, new AgentDevice.SipPhone("127.0.0.1", 5_070)));
        connected(List.of());
    }

    @Test
    void callerIsToldOfTheRecordingFirstAndIsNoContactYet() {
        call();
        assertThat(said()).containsExactly("/prompts/recording-notice-choice");
        assertThat(commands()).isEmpty();
    }

    @Test
    void keyInTheMenuLeadsIntoThatQueue() {
        call();
        done("");
        assertThat(notes()).contains(new Task.Note.NoticeHeard("n1"), new Task.Note.Entered("menu"));
        done("2");
        assertThat(commands()).containsExactly(arrival(CONSULT));
        assertThat(step().task()).isEqualTo(new LineTask.Wait(LineTask.Sound.SILENCE));
    }

    @Test
    void twoWrongKeysLeadToAPersonAndSoDoesKeyZero() {
        call();
        done("");
        done("4");
        assertThat(said()).containsExactly("/prompts/welcome");
        done("");
        assertThat(commands()).containsExactly(arrival(SUPPORT));
    }

    @Test
    void whoeverRefusesTheRecordingIsRungForWithoutOne() {
        call();
        done("9");
        assertThat(notes()).contains(new Task.Note.RecordingRefused("n1"));
        done("1");
        queued(SUPPORT, 1);
        assertThat(ring().tag().recording()).isNull();
    }

    @Test
    void placeIsToldAtOnceAndAgainAfterTheInterval() {
        call();
        done("");
        done("2");
        other(CONSULT, 1);
        queued(CONSULT, 2);
        assertThat(said()).containsExactly("/prompts/before-you", "/prompts/number-1", "/prompts/callers");
        done("");
        assertThat(step().task()).isEqualTo(new LineTask.Wait(LineTask.Sound.SILENCE));
        clock(Duration.ofSeconds(14));
        assertThat(last).isEmpty();
        clock(Duration.ofSeconds(2));
        assertThat(said()).startsWith("/prompts/before-you");
    }

    @Test
    void estimateOfTheEngineIsToldInMinutes() {
        call();
        done("");
        done("1");
        queued(SUPPORT, 1);
        assertThat(commands()).containsExactly(new Command.EstimateWait(CONTACT));
        recorded(new Command.EstimateWait(CONTACT), new Event.WaitEstimated(CONTACT, 130_000_000, 0));
        assertThat(said())
                .containsExactly(
                        "/prompts/you-are-next", "/prompts/estimated-wait", "/prompts/number-3", "/prompts/minutes");
    }

    @Test
    void callerWhoHearsAPromptWaitsAgainBeforeAPhoneRings() {
        call();
        done("");
        done("2");
        queued(CONSULT, 1);
        assertThat(said()).isNotEmpty();
        List<FlowAction> actions = offered();
        assertThat(((FlowAction.Ask) actions.getFirst()).request())
                .isInstanceOfSatisfying(
                        PbxRequest.Perform.class,
                        perform -> assertThat(perform.task()).isInstanceOf(LineTask.Wait.class));
        assertThat(((FlowAction.Ask) actions.getLast()).request()).isInstanceOf(PbxRequest.RingAgent.class);
    }

    @Test
    void callerWhomTheAgentLeavesIsAskedForAScoreAndThenEnded() {
        call();
        done("");
        done("1");
        queued(SUPPORT, 1);
        offered();
        answered();
        last = flow.handle(new FlowInput.Heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, now)));
        last = flow.handle(new FlowInput.Heard(new PbxEvent.TalkLeft(UNIQUE_ID, now)));
        assertThat(said()).containsExactly("/prompts/survey-question");
        String step = step().step().id();
        recorded(
                new Command.EndTalk(CONTACT),
                new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED),
                new Event.EffectRequested(new EffectId(9), new Effect.Disconnect(CONTACT)));
        assertThat(requests()).as("the survey is not cut off").isEmpty();
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, step, "4", now)));
        assertThat(notes()).contains(new Task.Note.Scored("s1", "service", 4));
        assertThat(said()).containsExactly("/prompts/goodbye");
        done("");
        assertThat(requests()).containsExactly(new PbxRequest.EndCaller(CHANNEL));
    }

    @Test
    void callerWhoIsAsideWhenTheAgentHangsUpIsAskedForAScoreToo() {
        talk("");
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        last = flow.handle(new FlowInput.Heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, now)));
        assertThat(commands()).containsExactly(new Command.EndTalk(CONTACT));
        recorded(
                new Command.EndTalk(CONTACT),
                new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED),
                new Event.EffectRequested(new EffectId(9), new Effect.Disconnect(CONTACT)));
        assertThat(said()).containsExactly("/prompts/survey-question");
        assertThat(requests()).as("the survey is not cut off").hasSize(1);
    }

    @Test
    void whoeverRefusesTheRecordingIsNotRecordedByAColleagueWhoIsAsked() {
        talk("9");
        List<PbxRequest> called = consult();
        assertThat(called)
                .singleElement()
                .isInstanceOfSatisfying(
                        PbxRequest.RingIntoRoom.class,
                        ring -> assertThat(ring.tag().recording()).isNull());
    }

    @Test
    void whoeverRefusesTheRecordingIsNotRecordedByAColleagueWhoTakesTheTalkOverAndIsLedOnAfterIt() {
        talk("9");
        consult();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        flow.handle(new FlowInput.Heard(new PbxEvent.LegAnswered("kz-offer-8", now)));
        recorded(
                new Command.OfferAnswered(INNER_OFFER),
                new Event.OfferEnded(INNER_OFFER, INNER, COLLEAGUE, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(INNER, INNER_OFFER, COLLEAGUE));
        OfferId offer = new OfferId(9);
        recorded(
                new Command.TakeOver(CONTACT, COLLEAGUE),
                new Event.ContactTransferred(CONTACT, AGENT, SUPPORT, COLLEAGUE.value()),
                new Event.ContactEnded(INNER, ContactOutcome.ANSWERED),
                new Event.OfferMade(offer, CONTACT, COLLEAGUE, RuleId.TAKEN_OVER, 0),
                new Event.OfferEnded(offer, CONTACT, COLLEAGUE, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(CONTACT, offer, COLLEAGUE));
        ContactTag tag = new ContactTag(Long.toString(CONTACT.value()), "support", null);
        assertThat(requests()).contains(new PbxRequest.Move("kz-offer-8", new Place.TakenOver(tag)));
        flow.handle(new FlowInput.Heard(new PbxEvent.LegEnded("kz-offer-8", 16, true, now)));
        recorded(
                new Command.EndTalk(CONTACT),
                new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED),
                new Event.EffectRequested(new EffectId(9), new Effect.Disconnect(CONTACT)));
        assertThat(said()).containsExactly("/prompts/survey-question");
    }

    @Test
    void callerWhomTheAgentLendsIsAsideFirstThenInTheFlowAndMeetsTheAgentInTheRoom() {
        talk("");
        lend();
        assertThat(commands()).containsExactly(new Command.Hold(CONTACT));
        assertThat(lendings()).as("nobody is lent before being aside").isEmpty();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        assertThat(lendings()).containsExactly("LENT false {}");
        LineStep first = led();
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, first.id(), "4711", now)));
        assertThat(said()).containsExactly("/prompts/leave-message");
        done("8800");
        assertThat(last).singleElement().isInstanceOf(FlowAction.Compare.class);
        last = flow.handle(new FlowInput.Compared(CONTACT, true));
        assertThat(notes()).contains(new Task.Note.Compared(true));
        assertThat(said()).containsExactly("/prompts/goodbye");
        done("");
        assertThat(commands()).as("an end leads back to the agent").containsExactly(new Command.Resume(CONTACT));
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        assertThat(lendings()).containsExactly("DONE true {order=4711}");
        Place room = new Place.Room(CallFlow.roomOf(CONTACT));
        assertThat(requests()).containsExactly(new PbxRequest.Move(CHANNEL, room));
    }

    @Test
    void keyZeroLeadsALentCallerBackAndTheAgentMayTakeBackAtAnyTime() {
        talk("");
        lend();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, led().id(), "0", now)));
        assertThat(commands()).containsExactly(new Command.Resume(CONTACT));
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        assertThat(lendings()).containsExactly("ASKED_FOR_AGENT false {}");
        lend();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        String step = led().id();
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        assertThat(lendings()).containsExactly("TAKEN_BACK false {}");
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, step, "4711", now)));
        assertThat(last).as("what is still told of the flow is nobody's").isEmpty();
    }

    @Test
    void lentCallerWhoRefusedTheRecordingStillDoesNotWantOne() {
        talk("9");
        lend();
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        LineStep first = led();
        assertThat(first.mark()).as("the line keeps its own place").startsWith("small");
        flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, first.id(), "0", now)));
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        assertThat(consult())
                .singleElement()
                .isInstanceOfSatisfying(
                        PbxRequest.RingIntoRoom.class,
                        ring -> assertThat(ring.tag().recording()).isNull());
    }

    @Test
    void callerWhoIsHeldAlreadyIsLentFromThere() {
        talk("");
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        lend();
        assertThat(said()).containsExactly("/prompts/welcome");
        assertThat(commands()).isEmpty();
    }

    /// The caller goes into the flow, and the agent's leg into the room, by one order.
    private LineStep led() {
        PbxRequest.Move move = (PbxRequest.Move) requests().getFirst();
        Place.Led led = (Place.Led) move.moves().getFirst().to();
        assertThat(led.task())
                .isInstanceOfSatisfying(
                        LineTask.Ask.class, ask -> assertThat(ask.sounds()).containsExactly("/prompts/welcome"));
        return led.step();
    }

    private void lend() {
        last = flow.handle(new FlowInput.Lend(CONTACT, SmallSite.SELF_SERVICE));
    }

    private List<String> lendings() {
        return last.stream()
                .filter(FlowAction.TellLending.class::isInstance)
                .map(action -> ((FlowAction.TellLending) action).lending())
                .map(lending -> lending.state() + " " + lending.isVerified() + " " + lending.entered())
                .toList();
    }

    /// The caller has heard the notice, pressed the key, and talks with the agent.
    private void talk(String noticeKey) {
        call();
        done(noticeKey);
        done("1");
        queued(SUPPORT, 1);
        offered();
        answered();
    }

    private List<PbxRequest> consult() {
        flow.handle(new FlowInput.DeviceChosen(COLLEAGUE, new AgentDevice.SipPhone("127.0.0.1", 5_071)));
        recorded(
                new Command.CallAgent(INNER, CLIENT, SUPPORT, COLLEAGUE, CONTACT.value()),
                new Event.ContactQueued(INNER, CLIENT, SUPPORT, 2, ContactKind.INTERNAL, 0, CONTACT.value()),
                new Event.OfferMade(INNER_OFFER, INNER, COLLEAGUE, RuleId.CALLED, 0),
                new Event.EffectRequested(new EffectId(4), new Effect.Ring(INNER_OFFER, INNER, COLLEAGUE)));
        return requests();
    }

    @Test
    void callerWhoAsksToBeCalledBackLeavesThePlaceToTheCallBackAndHearsThatItIsKept() {
        waitInConsult();
        press('6');
        assertThat(last).contains(new FlowAction.PrepareCallback(CONTACT, CLIENT));
        last = flow.handle(new FlowInput.CallbackPrepared(CONTACT, BACK));
        assertThat(commands()).containsExactly(new Command.TakeCallback(CONTACT, BACK));
        taken();
        assertThat(said()).containsExactly("/prompts/callback-taken");
        assertThat(commands()).containsExactly(new Command.Acknowledge(new EffectId(5)));
        done("");
        assertThat(requests()).containsExactly(new PbxRequest.EndCaller(CHANNEL));
    }

    @Test
    void callerWhoCannotBeCalledBackWaitsOn() {
        waitInConsult();
        press('6');
        last = flow.handle(new FlowInput.CallbackPrepared(CONTACT, null));
        assertThat(commands()).isEmpty();
        assertThat(step().task()).isEqualTo(new LineTask.Wait(LineTask.Sound.SILENCE));
    }

    @Test
    void callerForWhomAPhoneRingsKeepsTheWishUntilNobodyHasAnswered() {
        waitInConsult();
        press('6');
        offered();
        last = flow.handle(new FlowInput.CallbackPrepared(CONTACT, BACK));
        assertThat(commands()).isEmpty();
        recorded(
                new Command.OfferDeclined(OFFER),
                new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.DECLINED),
                new Event.ContactRequeued(CONTACT));
        assertThat(commands()).containsExactly(new Command.TakeCallback(CONTACT, BACK));
    }

    @Test
    void callerWhoHangsUpWhileThePlaceGoesOverIsCalledBackAllTheSame() {
        waitInConsult();
        press('6');
        last = flow.handle(new FlowInput.CallbackPrepared(CONTACT, BACK));
        last = flow.handle(new FlowInput.Heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, now)));
        taken();
        assertThat(commands()).containsExactly(new Command.Acknowledge(new EffectId(5)));
        assertThat(requests()).isEmpty();
    }

    @Test
    void messageIsRecordedUnderANameThatSaysForWhomItIs() {
        call();
        done("");
        done("7");
        assertThat(step().task())
                .isEqualTo(new LineTask.Message(
                        List.of("/prompts/leave-message"), 30, 4, CONTACT.value() + "." + CONTACT.value() + ".1.2"));
        assertThat(commands()).isEmpty();
        done("");
        assertThat(notes()).contains(new Task.Note.MessageLeft("consult"));
        assertThat(said()).containsExactly("/prompts/message-taken");
    }

    private void waitInConsult() {
        call();
        done("");
        done("2");
        queued(CONSULT, 1);
        done("");
    }

    private void press(char key) {
        last = flow.handle(new FlowInput.Heard(new PbxEvent.KeyPressed(UNIQUE_ID, key, now)));
    }

    private void taken() {
        recorded(
                new Command.TakeCallback(CONTACT, BACK),
                new Event.ContactEnded(CONTACT, ContactOutcome.CALLBACK),
                new Event.ContactQueued(BACK, CLIENT, CONSULT, 2, ContactKind.CALLBACK, 0, CONTACT.value()),
                new Event.EffectRequested(new EffectId(5), new Effect.Divert(CONTACT, Diversion.CALLBACK)));
    }

    @Test
    void callerOfALostPlatformGoesOnAtTheSameNode() {
        call();
        done("9");
        String mark = step().step().mark();
        flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        recorded(new Command.Configure(SmallSite.configuration()), new Event.ConfigurationApplied(1));
        connected(List.of(live(mark)));
        assertThat(said()).containsExactly("/prompts/welcome");
        assertThat(step().step().mark()).isEqualTo("small~1~menu~r");
    }

    @Test
    void callerOfAnotherVersionOfTheFlowGoesToAPerson() {
        connected(List.of(live("small~2~menu~")));
        assertThat(commands()).containsExactly(arrival(SUPPORT));
    }

    @Test
    void callerWhoWaitedBeforeARestartIsToldTheirPlaceAgain() {
        call();
        done("");
        done("2");
        String mark = step().step().mark();
        flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        flow.recall(new Command.Configure(SmallSite.configuration()), List.of(new Event.ConfigurationApplied(1)));
        flow.recall(arrival(CONSULT), List.of(new Event.ContactQueued(CONTACT, CLIENT, CONSULT, 1)));
        connected(List.of(live(mark)));
        clock(Duration.ofSeconds(1));
        assertThat(said()).containsExactly("/prompts/you-are-next");
    }

    @Test
    void stepOfAnEarlierRunIsNotTakenForThisOne() {
        call();
        last = flow.handle(new FlowInput.Heard(new PbxEvent.StepDone(UNIQUE_ID, "another", "1", now)));
        assertThat(last).isEmpty();
    }

    private void call() {
        last = flow.handle(new FlowInput.Heard(
                new PbxEvent.CallerEntered(UNIQUE_ID, CHANNEL, NUMBER, SmallSite.FLOW_NUMBER, now)));
    }

    private void done(String keys) {
        last = flow.handle(new FlowInput.Heard(
                new PbxEvent.StepDone(UNIQUE_ID, step().step().id(), keys, now)));
    }

    private void connected(List<LiveCaller> callers) {
        last = flow.handle(new FlowInput.Heard(new PbxEvent.Connected("boot-1", "22", callers, List.of(), now)));
    }

    private static LiveCaller live(String mark) {
        return new LiveCaller(UNIQUE_ID, CHANNEL, NUMBER, SmallSite.FLOW_NUMBER, NOW, null, mark);
    }

    private void clock(Duration later) {
        now = now.plus(later);
        last = flow.awaitsTime() ? flow.handle(new FlowInput.Clock(now)) : List.of();
    }

    private void recorded(Command command, Event... events) {
        last = flow.handle(new FlowInput.Recorded(command, List.of(events)));
    }

    private void queued(QueueId queue, long arrival) {
        List<FlowAction> before = last;
        recorded(arrival(queue), new Event.ContactQueued(CONTACT, CLIENT, queue, arrival));
        if (last.isEmpty()) {
            last = before;
        }
    }

    private void other(QueueId queue, long arrival) {
        ContactId id = new ContactId(CONTACT.value() - 5);
        flow.handle(new FlowInput.Recorded(
                new Command.Arrive(id, CLIENT, queue), List.of(new Event.ContactQueued(id, CLIENT, queue, arrival))));
    }

    private List<FlowAction> offered() {
        return flow.handle(new FlowInput.Recorded(
                new Command.Tick(),
                List.of(
                        new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.LONGEST_IDLE, 1),
                        new Event.EffectRequested(new EffectId(3), new Effect.Ring(OFFER, CONTACT, AGENT)))));
    }

    private PbxRequest.RingAgent ring() {
        return (PbxRequest.RingAgent) ((FlowAction.Ask) offered().getLast()).request();
    }

    private void answered() {
        flow.handle(new FlowInput.Heard(new PbxEvent.LegAnswered("kz-offer-7", now)));
        recorded(
                new Command.OfferAnswered(OFFER),
                new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(CONTACT, OFFER, AGENT));
    }

    private static Command arrival(QueueId queue) {
        return new Command.Arrive(CONTACT, CLIENT, queue, ContactKind.CALL, 0, false, 0, new AgentWish.Anyone());
    }

    private List<PbxRequest> requests() {
        List<PbxRequest> requests = new ArrayList<>();
        for (FlowAction action : last) {
            if (action instanceof FlowAction.Ask(var request)) {
                requests.add(request);
            }
        }
        return requests;
    }

    private PbxRequest.Perform step() {
        return requests().stream()
                .filter(PbxRequest.Perform.class::isInstance)
                .map(PbxRequest.Perform.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step in " + last));
    }

    private List<String> said() {
        return step().task() instanceof LineTask.Ask ask ? ask.sounds() : List.of();
    }

    private List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (FlowAction action : last) {
            if (action instanceof FlowAction.Submit(var command)) {
                commands.add(command);
            }
        }
        return commands;
    }

    private List<Task.Note> notes() {
        return last.stream()
                .filter(FlowAction.KeepNotes.class::isInstance)
                .flatMap(action -> Objects.requireNonNull((FlowAction.KeepNotes) action).notes().stream())
                .toList();
    }
}
