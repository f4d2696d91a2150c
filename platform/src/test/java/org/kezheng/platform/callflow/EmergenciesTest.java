package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.platform.flows.Flow;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;
import org.kezheng.telephony.Place;

final class EmergenciesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String CHANNEL = "PJSIP/trunk-00000001";
    private static final String UNIQUE_ID = "1763900000.17";
    private static final ContactId CONTACT = new ContactId((1_763_900_000L << 20) | 17);
    private static final ClientId CLIENT = new ClientId(1);
    private static final QueueId QUEUE = new QueueId(1);
    private static final OfferId OFFER = new OfferId(7);
    private static final AgentId AGENT = new AgentId(2001);
    private static final Emergency NOTICE = new Emergency(
            3,
            Emergency.Kind.NOTICE,
            Map.of(
                    Flow.Language.ZH,
                    "/p/notice",
                    Flow.Language.YUE,
                    "/p/notice-yue",
                    Flow.Language.EN,
                    "/p/notice-en"));
    private static final Emergency CLOSED =
            new Emergency(4, Emergency.Kind.CLOSED, Map.of(Flow.Language.ZH, "/p/closed"));

    private CallFlow flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");

    @BeforeEach
    void configureAndConnect() {
        recorded(new Command.Configure(SmallSite.configuration()), new Event.ConfigurationApplied(1));
        heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), NOW));
    }

    @Test
    void callerIsToldFirstAndThenEntersTheQueueDialled() {
        turn(NOTICE);
        List<FlowAction> actions = call("4001");
        assertThat(said(actions)).containsExactly("/p/notice");
        assertThat(done(actions))
                .containsExactly(
                        told(NOTICE, FlowAction.Ending.NONE),
                        new FlowAction.Submit(new Command.Arrive(CONTACT, CLIENT, QUEUE)));
    }

    @Test
    void callerOfAFlowIsToldFirstAndThenLedThroughIt() {
        turn(NOTICE);
        assertThat(said(done(call(SmallSite.FLOW_NUMBER)))).containsExactly("/prompts/recording-notice-choice");
    }

    @Test
    void whoeverHasNotChosenALanguageYetIsToldInEachOfTheFlow() {
        turn(NOTICE);
        assertThat(said(call(SmallSite.BILINGUAL_NUMBER))).containsExactly("/p/notice", "/p/notice-en");
    }

    @Test
    void whoeverHasChosenALanguageIsToldInThatOne() {
        pressed(call(SmallSite.BILINGUAL_NUMBER), "2");
        recorded(new Command.Arrive(CONTACT, CLIENT, QUEUE), new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1));
        assertThat(said(turn(NOTICE))).containsExactly("/p/notice-en");
    }

    @Test
    void whoeverWaitsWithoutAChoiceIsToldInTheFlowsFirstLanguage() {
        pressed(call(SmallSite.BILINGUAL_NUMBER), "1");
        recorded(new Command.Arrive(CONTACT, CLIENT, QUEUE), new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1));
        assertThat(said(turn(NOTICE))).containsExactly("/p/notice");
    }

    @Test
    void callerOfAClosedLineIsToldAndEndedAndIsNoContact() {
        turn(CLOSED);
        assertThat(done(call("4001")))
                .containsExactly(
                        told(CLOSED, FlowAction.Ending.NONE), new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
    }

    @Test
    void whoeverHangsUpWhileHearingOfTheClosureWasTurnedAwayFromTheFlowOfTheNumber() {
        turn(CLOSED);
        call(SmallSite.FLOW_NUMBER);
        assertThat(heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, NOW)))
                .singleElement()
                .isInstanceOfSatisfying(
                        FlowAction.KeepTold.class,
                        kept -> assertThat(kept.line()).hasToString("FlowLine[" + SmallSite.FLOW_NUMBER + ", small]"));
    }

    @Test
    void whoeverHangsUpWhileHearingANoticeWasToldAndHasComeToNoQueue() {
        turn(NOTICE);
        call("4001");
        assertThat(heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, NOW)))
                .containsExactly(told(NOTICE, FlowAction.Ending.HUNG_UP));
    }

    @Test
    void whoeverHangsUpInTheQueueWhileHearingOfTheClosureWasTurnedAwayByIt() {
        queued();
        turn(CLOSED);
        assertThat(heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, NOW)))
                .containsExactly(
                        told(CLOSED, FlowAction.Ending.NONE),
                        new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.CALLER_HUNG_UP)));
    }

    @Test
    void whoeverHearsTheEndOfAClosureThatIsOverWasStillTurnedAwayByThatOne() {
        turn(CLOSED);
        List<FlowAction> begun = call("4001");
        turn(null);
        assertThat(done(begun)).contains(told(CLOSED, FlowAction.Ending.NONE));
    }

    @Test
    void callsOfThePlatformsOwnAreToldAndCountNowhere() {
        NumberPlan plan = SmallSite.numbers();
        flow = new CallFlow(
                new NumberPlan(plan.entries(), plan.lines(), plan.selfServices(), Set.of(QUEUE)),
                SmallSite.trunks(),
                "boot-1");
        configureAndConnect();
        turn(CLOSED);
        List<FlowAction> actions = call("4001");
        assertThat(said(actions)).containsExactly("/p/closed");
        assertThat(done(actions)).containsExactly(new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
    }

    @Test
    void whoeverIsInAFlowIsTurnedAwayFromItByAClosure() {
        call(SmallSite.FLOW_NUMBER);
        assertThat(done(turn(CLOSED)))
                .hasAtLeastOneElementOfType(FlowAction.KeepTold.class)
                .contains(new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
    }

    @Test
    void whoeverWaitsIsToldAtOnceAndGoesOnWaiting() {
        queued();
        List<FlowAction> actions = turn(NOTICE);
        assertThat(said(actions)).containsExactly("/p/notice");
        assertThat(step(done(actions)).task()).isEqualTo(new LineTask.Wait(LineTask.Sound.MUSIC));
    }

    @Test
    void whoeverWaitsIsTurnedAwayByAClosure() {
        queued();
        assertThat(done(turn(CLOSED)))
                .containsExactly(
                        told(CLOSED, FlowAction.Ending.NONE),
                        new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.REFUSED)),
                        new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
    }

    @Test
    void nobodyIsTornFromAPhoneThatRings() {
        ringing();
        assertThat(turn(CLOSED)).isEmpty();
    }

    @Test
    void whoeverWasRungForIsToldOnceThePhoneWasNotAnsweredAndIsTurnedAwayByAClosure() {
        ringing();
        turn(CLOSED);
        List<FlowAction> actions = recorded(new Command.OfferFailed(OFFER), notAnswered());
        assertThat(said(actions)).containsExactly("/p/closed");
        assertThat(done(actions))
                .containsExactly(
                        told(CLOSED, FlowAction.Ending.NONE),
                        new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.REFUSED)),
                        new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
    }

    @Test
    void whoeverIsRungForAtTheNextAgentAtOnceIsToldAfterThatPhoneHasRung() {
        ringing();
        turn(NOTICE);
        OfferId next = new OfferId(8);
        AgentId colleague = new AgentId(2002);
        assertThat(recorded(
                        new Command.OfferFailed(OFFER),
                        new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.FAILED),
                        new Event.ContactRequeued(CONTACT),
                        new Event.OfferMade(next, CONTACT, colleague, RuleId.LONGEST_IDLE, 1)))
                .isEmpty();
        List<FlowAction> actions = recorded(
                new Command.OfferFailed(next),
                new Event.OfferEnded(next, CONTACT, colleague, OfferOutcome.FAILED),
                new Event.ContactRequeued(CONTACT));
        assertThat(said(actions)).containsExactly("/p/notice");
        assertThat(step(done(actions)).task()).isEqualTo(new LineTask.Wait(LineTask.Sound.MUSIC));
    }

    @Test
    void whoeverIsCutOffByAPhoneThatRingsIsToldAgainOnceItWasNotAnswered() {
        Acts.of(flow, new FlowInput.DeviceChosen(AGENT, new AgentDevice.SipPhone("127.0.0.1", 5070)));
        queued();
        List<FlowAction> begun = turn(CLOSED);
        recorded(
                new Command.Tick(),
                new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.LONGEST_IDLE, 1),
                new Event.EffectRequested(new EffectId(3), new Effect.Ring(OFFER, CONTACT, AGENT)));
        assertThat(done(begun)).isEmpty();
        assertThat(said(recorded(new Command.OfferFailed(OFFER), notAnswered())))
                .containsExactly("/p/closed");
    }

    @Test
    void whoeverTalkedIsToldOnceTheyWaitAgainAfterATransfer() {
        ringing();
        recorded(
                new Command.OfferAnswered(OFFER),
                new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(CONTACT, OFFER, AGENT));
        assertThat(turn(CLOSED)).isEmpty();
        List<FlowAction> parting = recorded(
                new Command.TransferToQueue(CONTACT, QUEUE), new Event.ContactTransferred(CONTACT, AGENT, QUEUE, 0));
        PbxRequest.Move park = new PbxRequest.Move(CHANNEL, new Place.Waiting());
        assertThat(parting).containsExactly(new FlowAction.Ask(park));
        assertThat(said(Acts.of(flow, new FlowInput.Answered(park, new PbxAnswer.Accepted()))))
                .containsExactly("/p/closed");
    }

    @Test
    void whoeverIsJustEnteringTheQueueIsToldOnceTheyWait() {
        call("4001");
        assertThat(turn(CLOSED)).isEmpty();
        assertThat(said(recorded(
                        new Command.Arrive(CONTACT, CLIENT, QUEUE),
                        new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1))))
                .containsExactly("/p/closed");
    }

    @Test
    void whoeverWaitedWhileTheLinkWasLostIsToldOnceItIsBack() {
        queued();
        heard(new PbxEvent.Disconnected(NOW));
        assertThat(turn(CLOSED)).isEmpty();
        LiveCaller caller = new LiveCaller(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), "4001", NOW, null, "");
        assertThat(said(heard(new PbxEvent.Connected("boot-1", "22", List.of(caller), List.of(), NOW))))
                .containsExactly("/p/closed");
    }

    @Test
    void whoeverWasToldWhileTheLinkWasLostWasNotTurnedAwayByWhatIsOverWhenItIsBack() {
        turn(CLOSED);
        call("4001");
        heard(new PbxEvent.Disconnected(NOW));
        turn(null);
        LiveCaller caller = new LiveCaller(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), "4001", NOW, null, "");
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(caller), List.of(), NOW)))
                .contains(new FlowAction.Submit(new Command.Arrive(CONTACT, CLIENT, QUEUE)));
        recorded(new Command.Arrive(CONTACT, CLIENT, QUEUE), new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1));
        assertThat(heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, NOW))).noneMatch(FlowAction.KeepTold.class::isInstance);
    }

    @Test
    void whoeverWasToldInAFlowWhileTheLinkWasLostIsToldWhatIsInForce() {
        turn(NOTICE);
        done(call(SmallSite.FLOW_NUMBER));
        assertThat(said(turn(CLOSED))).containsExactly("/p/closed");
        heard(new PbxEvent.Disconnected(NOW));
        LiveCaller caller = new LiveCaller(
                UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), SmallSite.FLOW_NUMBER, NOW, null, "");
        assertThat(said(heard(new PbxEvent.Connected("boot-1", "22", List.of(caller), List.of(), NOW))))
                .containsExactly("/p/closed");
    }

    @Test
    void whoeverWasRungForHearsNothingOfWhatIsOverOrWasHeardBefore() {
        turn(NOTICE);
        done(call("4001"));
        recorded(new Command.Arrive(CONTACT, CLIENT, QUEUE), new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1));
        ring();
        assertThat(recorded(new Command.OfferFailed(OFFER), notAnswered())).isEmpty();
        ring();
        turn(CLOSED);
        turn(null);
        assertThat(recorded(new Command.OfferFailed(OFFER), notAnswered())).isEmpty();
    }

    @Test
    void anotherClientsCallersHearNothingAndNobodyDoesOnceItIsOff() {
        queued();
        assertThat(Acts.of(flow, new FlowInput.EmergencySwitched(new ClientId(2), CLOSED)))
                .isEmpty();
        turn(CLOSED);
        assertThat(turn(null)).isEmpty();
    }

    private static FlowAction told(Emergency emergency, FlowAction.Ending ending) {
        return new FlowAction.KeepTold(CONTACT, CLIENT, null, emergency, ending);
    }

    private void queued() {
        call("4001");
        recorded(new Command.Arrive(CONTACT, CLIENT, QUEUE), new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1));
    }

    private void ringing() {
        queued();
        ring();
    }

    private void ring() {
        recorded(new Command.Tick(), new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.LONGEST_IDLE, 1));
    }

    private static Event[] notAnswered() {
        return new Event[] {
            new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.FAILED), new Event.ContactRequeued(CONTACT)
        };
    }

    private List<FlowAction> turn(@Nullable Emergency emergency) {
        return Acts.of(flow, new FlowInput.EmergencySwitched(CLIENT, emergency));
    }

    private List<FlowAction> call(String number) {
        return heard(new PbxEvent.CallerEntered(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), number, NOW));
    }

    private List<FlowAction> done(List<FlowAction> actions) {
        return pressed(actions, "");
    }

    private List<FlowAction> pressed(List<FlowAction> actions, String keys) {
        return heard(new PbxEvent.StepDone(UNIQUE_ID, step(actions).step().id(), keys, NOW));
    }

    private List<FlowAction> heard(PbxEvent event) {
        return Acts.of(flow, new FlowInput.Heard(event));
    }

    private List<FlowAction> recorded(Command command, Event... events) {
        return Acts.of(flow, new FlowInput.Recorded(command, List.of(events)));
    }

    private static PbxRequest.Perform step(List<FlowAction> actions) {
        for (FlowAction action : actions) {
            if (action instanceof FlowAction.Ask(PbxRequest.Perform perform)) {
                return perform;
            }
        }
        throw new AssertionError("no step in " + actions);
    }

    private static List<String> said(List<FlowAction> actions) {
        return step(actions).task() instanceof LineTask.Ask ask ? ask.sounds() : List.of();
    }
}
