package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.ContactTag;
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.OutsideAddress;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;

/// Offers to an agent whose device is the own mobile.
final class MobileLegsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String UNIQUE_ID = "1763900000.1";
    private static final String CHANNEL = "PJSIP/trunk-00000001";
    private static final ContactId CONTACT = Names.contact(UNIQUE_ID).orElseThrow();
    private static final AgentId AGENT = new AgentId(2001);
    private static final OfferId OFFER = new OfferId(7);
    private static final EffectId RING = new EffectId(3);
    private static final ClientId CLIENT = new ClientId(1);
    private static final QueueId QUEUE = new QueueId(1);
    private static final String FIRST = "kz-offer-7-m1";
    private static final String SECOND = "kz-offer-7-m2";
    private static final PhoneNumber MOBILE = new PhoneNumber("13800138000");
    private static final PhoneNumber OWN = new PhoneNumber("4001");
    private static final GatePass PASS = new GatePass(1001, MOBILE, OWN);
    private static final String PROMPT = "/prompts/take";
    private static final FlowAction FAILED = new FlowAction.Submit(new Command.OfferFailed(OFFER));
    private static final FlowAction ACKNOWLEDGED = new FlowAction.Submit(new Command.Acknowledge(RING));

    private final CallFlow flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");

    @BeforeEach
    void configureAndConnect() {
        recorded(new Command.Configure(SmallSite.configuration()), new Event.ConfigurationApplied(1));
        heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), NOW));
        Acts.of(flow, new FlowInput.MobileChosen(AGENT, PROMPT));
    }

    @Test
    void gateIsAskedWithALineKeptBeforeAnythingRings() {
        assertThat(offered()).containsExactly(new FlowAction.AskMobileGate(OFFER, CONTACT, CLIENT, AGENT, ""));
        assertThat(flow.trunkUse().loads().getFirst()).isEqualTo(new TrunkUse.Load(1, 1, 0, 0));
    }

    @Test
    void refusalReachesNoTrunkGivesTheLineBackAndEndsTheOfferAsAnUnreachableDevice() {
        offered();
        assertThat(decided(null))
                .containsExactly(
                        FAILED,
                        new FlowAction.Submit(new Command.MakeNotReady(AGENT, MobileLegs.REFUSED)),
                        ACKNOWLEDGED);
        assertThat(flow.trunkUse().loads().getFirst()).isEqualTo(new TrunkUse.Load(1, 0, 0, 0));
    }

    @Test
    void whoChoseAnotherDeviceWhileTheGateWasAskedWasRefusedNothing() {
        offered();
        flow.handle(new FlowInput.DeviceChosen(AGENT, new AgentDevice.SipPhone("127.0.0.1", 5070)));
        assertThat(decided(PASS)).containsExactly(FAILED, ACKNOWLEDGED);
        assertThat(flow.trunkUse().loads().getFirst()).isEqualTo(new TrunkUse.Load(1, 0, 0, 0));
    }

    @Test
    void refusedCallsCountForNoMinuteOfTheTrunk() {
        for (int refusal = 0; refusal < 5; refusal++) {
            assertThat(offered()).contains(new FlowAction.AskMobileGate(OFFER, CONTACT, CLIENT, AGENT, ""));
            assertThat(flow.trunkUse().loads().getFirst().out()).isEqualTo(1);
            decided(null);
            recorded(
                    new Command.OfferFailed(OFFER),
                    new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.FAILED),
                    new Event.EffectSettled(RING));
        }
    }

    @Test
    void whatTheGateLetsOutIsDialledAndTakenIsAnsweredWithItsLineHeldUntilTheEnd() {
        offered();
        assertThat(decided(PASS)).containsExactly(dialled(FIRST, null));
        assertThat(accepted(FIRST, null)).containsExactly(ACKNOWLEDGED);
        assertThat(heard(new PbxEvent.LegRinging(FIRST, NOW)))
                .containsExactly(new FlowAction.Submit(new Command.OfferRinging(OFFER)));
        assertThat(heard(new PbxEvent.LegAnswered(FIRST, NOW)))
                .containsExactly(new FlowAction.Submit(new Command.OfferAnswered(OFFER)));
        answered();
        assertThat(flow.legOf(OFFER)).isEqualTo(FIRST);
        assertThat(flow.ownerOf(FIRST)).contains(new LineOwner.Leg(OFFER.value()));
        assertThat(flow.trunkUse().loads().getFirst()).isEqualTo(new TrunkUse.Load(1, 1, 1, 0));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 16, true, NOW)))
                .containsExactly(new FlowAction.Submit(new Command.EndTalk(CONTACT)));
        assertThat(flow.trunkUse().loads().getFirst()).isEqualTo(new TrunkUse.Load(1, 0, 1, 0));
    }

    @Test
    void pickedUpWithoutTheKeyIsDeclinedAndNotTriedByAnotherTrunk() {
        offered();
        decided(PASS);
        accepted(FIRST, null);
        heard(new PbxEvent.LegRinging(FIRST, NOW));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 34, false, NOW))).containsExactly(FAILED);
        assertThat(flow.trunkUse().loads().getFirst().out()).isZero();
    }

    @Test
    void anotherKeyAndNoKeyAreTheAgentsNo() {
        for (int cause : List.of(19, 21, 16)) {
            offered();
            decided(PASS);
            heard(new PbxEvent.LegRinging(FIRST, NOW));
            assertThat(heard(new PbxEvent.LegEnded(FIRST, cause, false, NOW)))
                    .containsExactly(new FlowAction.Submit(new Command.OfferDeclined(OFFER)));
            recorded(
                    new Command.OfferDeclined(OFFER),
                    new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.DECLINED));
        }
    }

    @Test
    void nextTrunkIsTriedWhenOneDoesNotTakeTheCall() {
        offered();
        decided(PASS);
        accepted(FIRST, null);
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 34, false, NOW)))
                .containsExactly(dialled(SECOND, "127.0.0.1:5099"));
        assertThat(flow.trunkUse().loads())
                .containsExactly(new TrunkUse.Load(1, 0, 1, 1), new TrunkUse.Load(0, 1, 1, 0));
        assertThat(flow.legOf(OFFER)).isEqualTo(SECOND);
        assertThat(heard(new PbxEvent.LegEnded(SECOND, 34, false, NOW))).containsExactly(FAILED);
        assertThat(flow.trunkUse().loads().getLast()).isEqualTo(new TrunkUse.Load(0, 0, 1, 1));
    }

    @Test
    void orderWhoseAnswerWasLostIsTriedByNoOtherTrunk() {
        offered();
        decided(PASS);
        assertThat(Acts.of(flow, new FlowInput.Answered(request(FIRST, null), new PbxAnswer.Unavailable())))
                .containsExactly(new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)), FAILED, ACKNOWLEDGED);
    }

    @Test
    void callerWhoLeavesWhileTheGateIsAskedCostsNoCall() {
        offered();
        heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, NOW));
        assertThat(decided(PASS)).noneMatch(FlowAction.Ask.class::isInstance);
        assertThat(flow.trunkUse().loads().getFirst()).isEqualTo(new TrunkUse.Load(0, 0, 0, 0));
    }

    @Test
    void offerThatEndsWhileTheGateIsAskedCostsNoCall() {
        offered();
        recorded(
                new Command.SignOut(AGENT),
                new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.WITHDRAWN),
                new Event.EffectSettled(RING));
        assertThat(recorded(
                        new Command.SignOut(AGENT),
                        new Event.EffectRequested(new EffectId(4), new Effect.StopRinging(OFFER))))
                .containsExactly(new FlowAction.Submit(new Command.Acknowledge(new EffectId(4))));
        assertThat(decided(PASS)).isEmpty();
        assertThat(flow.trunkUse().loads().getFirst().out()).isZero();
    }

    @Test
    void gateIsAskedAnewAfterALostLinkAndWhatStandsIsTakenBackWithItsLine() {
        offered();
        heard(new PbxEvent.Disconnected(NOW));
        assertThat(decided(PASS)).isEmpty();
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", callers(), List.of(), NOW)))
                .contains(new FlowAction.AskMobileGate(OFFER, CONTACT, CLIENT, AGENT, ""));
        decided(PASS);
        heard(new PbxEvent.Disconnected(NOW));
        LiveLeg live = new LiveLeg(SECOND, true, UNIQUE_ID);
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", callers(), List.of(live), NOW)))
                .contains(new FlowAction.Submit(new Command.OfferAnswered(OFFER)));
        assertThat(flow.trunkUse().loads().stream().map(TrunkUse.Load::out)).containsExactly(0, 1);
        assertThat(flow.legOf(OFFER)).isEqualTo(SECOND);
    }

    @Test
    void whatTheAgentWouldBeginIsForSomebodyElse() {
        ContactId callback = new ContactId((62L << 53) | (1_763_900_000L << 20) | 17);
        recorded(
                new Command.Arrive(callback, CLIENT, QUEUE),
                new Event.ContactQueued(callback, CLIENT, QUEUE, 1, ContactKind.CALLBACK, 0, 0));
        assertThat(offered(callback))
                .containsExactly(new FlowAction.Submit(new Command.OfferDeclined(OFFER)), ACKNOWLEDGED);
    }

    @Test
    void anotherDeviceTakesThePlaceOfTheMobile() {
        Acts.of(flow, new FlowInput.DeviceChosen(AGENT, new AgentDevice.SipPhone("127.0.0.1", 5070)));
        assertThat(offered())
                .singleElement()
                .isInstanceOfSatisfying(
                        FlowAction.Ask.class,
                        ask -> assertThat(ask.request()).isInstanceOf(PbxRequest.RingAgent.class));
    }

    private static List<LiveCaller> callers() {
        return List.of(new LiveCaller(UNIQUE_ID, CHANNEL, OWN, "4001", NOW, null, ""));
    }

    private static FlowAction dialled(String leg, @Nullable String trunk) {
        return new FlowAction.Ask(request(leg, trunk));
    }

    private static PbxRequest request(String leg, @Nullable String trunk) {
        ContactTag tag = new ContactTag(
                Long.toString(CONTACT.value()),
                "support",
                Names.recording(new Effect.Ring(OFFER, CONTACT, AGENT), CLIENT));
        AgentDevice mobile = new AgentDevice.Mobile(new OutsideAddress(MOBILE, trunk), OWN, PROMPT);
        return new PbxRequest.RingAgent(leg, mobile, CHANNEL, tag, Duration.ofSeconds(20));
    }

    private List<FlowAction> accepted(String leg, @Nullable String trunk) {
        return Acts.of(flow, new FlowInput.Answered(request(leg, trunk), new PbxAnswer.Accepted()));
    }

    private List<FlowAction> decided(@Nullable GatePass pass) {
        return Acts.of(flow, new FlowInput.MobileDecided(OFFER, pass));
    }

    private List<FlowAction> offered() {
        heard(new PbxEvent.CallerEntered(UNIQUE_ID, CHANNEL, OWN, "4001", NOW));
        recorded(
                new Command.Arrive(CONTACT, CLIENT, QUEUE),
                new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1, ContactKind.CALL, 0, 0));
        return offered(CONTACT);
    }

    private List<FlowAction> offered(ContactId contact) {
        return recorded(
                new Command.MakeReady(AGENT),
                new Event.OfferMade(OFFER, contact, AGENT, RuleId.FIRST_WAITING, 1),
                new Event.EffectRequested(RING, new Effect.Ring(OFFER, contact, AGENT)));
    }

    private void answered() {
        recorded(
                new Command.OfferAnswered(OFFER),
                new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(CONTACT, OFFER, AGENT));
    }

    private List<FlowAction> heard(PbxEvent event) {
        return Acts.of(flow, new FlowInput.Heard(event));
    }

    private List<FlowAction> recorded(Command command, Event... events) {
        return Acts.of(flow, new FlowInput.Recorded(command, List.of(events)));
    }
}
