package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.platform.flows.Flow;
import org.kezheng.telephony.LineTask;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;

final class EmergenciesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String CHANNEL = "PJSIP/trunk-00000001";
    private static final String UNIQUE_ID = "1763900000.17";
    private static final ContactId CONTACT = new ContactId((1_763_900_000L << 20) | 17);
    private static final ClientId CLIENT = new ClientId(1);
    private static final QueueId QUEUE = new QueueId(1);
    private static final Emergency NOTICE = new Emergency(
            Emergency.Kind.NOTICE,
            Map.of(
                    Flow.Language.ZH,
                    "/p/notice",
                    Flow.Language.YUE,
                    "/p/notice-yue",
                    Flow.Language.EN,
                    "/p/notice-en"));
    private static final Emergency CLOSED = new Emergency(Emergency.Kind.CLOSED, Map.of(Flow.Language.ZH, "/p/closed"));

    private final CallFlow flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");

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
        assertThat(done(actions)).containsExactly(new FlowAction.Submit(new Command.Arrive(CONTACT, CLIENT, QUEUE)));
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
        assertThat(done(call("4001"))).containsExactly(new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
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
                        new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.REFUSED)),
                        new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
    }

    @Test
    void nobodyIsTornFromAPhoneThatRings() {
        queued();
        recorded(
                new Command.Tick(),
                new Event.OfferMade(new OfferId(7), CONTACT, new AgentId(2001), RuleId.LONGEST_IDLE, 1));
        assertThat(turn(CLOSED)).isEmpty();
    }

    @Test
    void anotherClientsCallersHearNothingAndNobodyDoesOnceItIsOff() {
        queued();
        assertThat(Acts.of(flow, new FlowInput.EmergencySwitched(new ClientId(2), CLOSED)))
                .isEmpty();
        turn(CLOSED);
        assertThat(turn(null)).isEmpty();
    }

    private void queued() {
        call("4001");
        recorded(new Command.Arrive(CONTACT, CLIENT, QUEUE), new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1));
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

    private void recorded(Command command, Event... events) {
        Acts.of(flow, new FlowInput.Recorded(command, List.of(events)));
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
