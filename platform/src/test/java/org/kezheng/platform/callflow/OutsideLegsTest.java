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
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.OutsideAddress;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;

/// Contacts that the agent's answer begins.
final class OutsideLegsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final ContactId CONTACT = new ContactId((62L << 53) | (1_763_900_000L << 20) | 17);
    private static final ContactId EARLIER = new ContactId((1_763_800_000L << 20) | 3);
    private static final AgentId AGENT = new AgentId(2001);
    private static final OfferId OFFER = new OfferId(7);
    private static final ClientId CLIENT = new ClientId(1);
    private static final QueueId QUEUE = new QueueId(1);
    private static final String FIRST = "kz-out-" + CONTACT.value() + "-1";
    private static final String SECOND = "kz-out-" + CONTACT.value() + "-2";
    private static final PhoneNumber NUMBER = new PhoneNumber("13800138000");
    private static final PhoneNumber OWN = new PhoneNumber("4001");
    private static final GatePass PASS = new GatePass(1001, NUMBER, OWN);
    private static final FlowAction END_AGENT = new FlowAction.Ask(new PbxRequest.EndLeg("kz-offer-7"));

    private final CallFlow flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");

    @BeforeEach
    void configureAndConnect() {
        recorded(new Command.Configure(SmallSite.configuration()), new Event.ConfigurationApplied(1));
        heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), NOW));
        Acts.of(flow, new FlowInput.DeviceChosen(AGENT, new AgentDevice.SipPhone("127.0.0.1", 5070)));
    }

    @Test
    void agentIsRungFirstAndTheGateIsAskedOnTheAnswer() {
        assertThat(offered().getFirst())
                .isInstanceOfSatisfying(
                        FlowAction.Ask.class,
                        ask -> assertThat(ask.request()).isInstanceOf(PbxRequest.RingAgentFirst.class));
        assertThat(agentAnswers()).contains(new FlowAction.AskGate(CONTACT, CLIENT, AGENT, EARLIER.value(), ""));
    }

    @Test
    void whatTheGateRefusesReachesNoTrunkAndEndsTheAgentsLeg() {
        offered();
        agentAnswers();
        assertThat(Acts.of(flow, new FlowInput.GateDecided(CONTACT, null))).containsExactly(END_AGENT);
    }

    @Test
    void whatTheGateLetsOutIsDialledAndTheCustomersHangUpEndsTheContact() {
        offered();
        agentAnswers();
        assertThat(Acts.of(flow, new FlowInput.GateDecided(CONTACT, PASS))).containsExactly(dialled(FIRST, null));
        assertThat(heard(new PbxEvent.LegRinging(FIRST, NOW))).isEmpty();
        assertThat(heard(new PbxEvent.LegAnswered(FIRST, NOW)))
                .containsExactly(new FlowAction.TellOutside(CONTACT, OutsideResult.REACHED));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 16, true, NOW)))
                .containsExactly(new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.CALLER_HUNG_UP)));
    }

    @Test
    void nextTrunkIsTriedWhenOneDoesNotTakeTheCallAndNotWhenThePartyIsBusy() {
        offered();
        agentAnswers();
        Acts.of(flow, new FlowInput.GateDecided(CONTACT, PASS));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 34, false, NOW)))
                .containsExactly(dialled(SECOND, "127.0.0.1:5099"));
        assertThat(heard(new PbxEvent.LegEnded(SECOND, 17, false, NOW)))
                .containsExactly(new FlowAction.TellOutside(CONTACT, OutsideResult.BUSY), END_AGENT);
    }

    @Test
    void orderThatThePbxDoesNotTakeIsTriedByTheNextTrunkAndThenGivenUp() {
        offered();
        agentAnswers();
        Acts.of(flow, new FlowInput.GateDecided(CONTACT, PASS));
        PbxRequest first = request(FIRST, null);
        assertThat(Acts.of(flow, new FlowInput.Answered(first, new PbxAnswer.Refused())))
                .containsExactly(dialled(SECOND, "127.0.0.1:5099"));
        PbxRequest second = request(SECOND, "127.0.0.1:5099");
        assertThat(Acts.of(flow, new FlowInput.Answered(second, new PbxAnswer.Refused())))
                .containsExactly(new FlowAction.TellOutside(CONTACT, OutsideResult.NO_TRUNK), END_AGENT);
    }

    @Test
    void aTrunkWithoutAFreeLineIsPassedOverAndOnesWithoutAnyAreToldToTheGate() {
        offered();
        heard(caller("1763900000.1"));
        heard(caller("1763900000.2"));
        assertThat(agentAnswers()).contains(new FlowAction.AskGate(CONTACT, CLIENT, AGENT, EARLIER.value(), ""));
        assertThat(Acts.of(flow, new FlowInput.GateDecided(CONTACT, PASS)))
                .containsExactly(dialled(SECOND, "127.0.0.1:5099"));
        assertThat(flow.trunkUse().loads())
                .containsExactly(new TrunkUse.Load(2, 0, 0, 0), new TrunkUse.Load(0, 1, 1, 0));
        assertThat(heard(new PbxEvent.LegEnded(SECOND, 34, false, NOW)))
                .containsExactly(new FlowAction.TellOutside(CONTACT, OutsideResult.NO_TRUNK), END_AGENT);
        assertThat(flow.trunkUse().loads().getLast()).isEqualTo(new TrunkUse.Load(0, 0, 1, 1));
    }

    @Test
    void noTrunkIsToldWithItsReason() {
        offered();
        flow.recallBegun(1, NOW);
        for (int call = 0; call < 3; call++) {
            flow.recallBegun(0, NOW);
        }
        for (int call = 0; call < 8; call++) {
            flow.recallBegun(1, NOW);
        }
        assertThat(agentAnswers())
                .contains(new FlowAction.AskGate(CONTACT, CLIENT, AGENT, EARLIER.value(), TrunkPlan.RATE));
    }

    @Test
    void lineThatTheGateDidNotUseIsGivenBack() {
        offered();
        agentAnswers();
        assertThat(flow.trunkUse().loads().getFirst()).isEqualTo(new TrunkUse.Load(0, 1, 0, 0));
        Acts.of(flow, new FlowInput.GateDecided(CONTACT, null));
        assertThat(flow.trunkUse().loads().getFirst()).isEqualTo(new TrunkUse.Load(0, 0, 0, 0));
    }

    @Test
    void callsOfThePbxToItselfTakeNoLine() {
        heard(new PbxEvent.CallerEntered("1763900000.9", "PJSIP/kezheng-probe-00000001", OWN, "4001", NOW));
        assertThat(flow.trunkUse().loads().getFirst().in()).isZero();
        heard(caller("1763900000.1"));
        assertThat(flow.trunkUse().loads().getFirst().in()).isOne();
    }

    @Test
    void nobodyIsCalledASecondTimeWhoHasRungOrMayHaveBeenCalled() {
        offered();
        agentAnswers();
        Acts.of(flow, new FlowInput.GateDecided(CONTACT, PASS));
        heard(new PbxEvent.LegRinging(FIRST, NOW));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 34, false, NOW)))
                .containsExactly(new FlowAction.TellOutside(CONTACT, OutsideResult.NO_ANSWER), END_AGENT);
    }

    @Test
    void anOrderWhoseAnswerWasLostIsTriedByNoOtherTrunk() {
        offered();
        agentAnswers();
        Acts.of(flow, new FlowInput.GateDecided(CONTACT, PASS));
        assertThat(Acts.of(flow, new FlowInput.Answered(request(FIRST, null), new PbxAnswer.Unavailable())))
                .containsExactly(
                        new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)),
                        new FlowAction.TellOutside(CONTACT, OutsideResult.NO_TRUNK),
                        END_AGENT);
    }

    @Test
    void aTrunkThatSaysNothingIsLeftForTheNextAndAPartyThatDoesNotAnswerIsNot() {
        offered();
        agentAnswers();
        Acts.of(flow, new FlowInput.GateDecided(CONTACT, PASS));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 18, false, NOW)))
                .containsExactly(dialled(SECOND, "127.0.0.1:5099"));
        heard(new PbxEvent.LegRinging(SECOND, NOW));
        assertThat(heard(new PbxEvent.LegEnded(SECOND, 18, false, NOW)))
                .containsExactly(new FlowAction.TellOutside(CONTACT, OutsideResult.NO_ANSWER), END_AGENT);
    }

    @Test
    void linesOfLegsThatOutlivedThePlatformAreCountedByTheirTrunk() {
        offered();
        agentAnswers();
        List<LiveLeg> legs = List.of(new LiveLeg("kz-offer-7", true, null), new LiveLeg(SECOND, true, null));
        heard(new PbxEvent.Connected("boot-1", "22", List.of(), legs, NOW));
        assertThat(flow.trunkUse())
                .isEqualTo(new TrunkUse(true, List.of(new TrunkUse.Load(0, 0, 0, 0), new TrunkUse.Load(0, 1, 0, 0))));
    }

    private static PbxEvent caller(String uniqueId) {
        return new PbxEvent.CallerEntered(
                uniqueId, "PJSIP/trunk-0000000" + uniqueId.charAt(uniqueId.length() - 1), OWN, "4001", NOW);
    }

    @Test
    void customerWhoWasHandedOverTalksOnAfterARestart() {
        offered();
        agentAnswers();
        Acts.of(flow, new FlowInput.GateDecided(CONTACT, PASS));
        heard(new PbxEvent.LegAnswered(FIRST, NOW));
        recorded(
                new Command.Leave(CONTACT, LeaveCause.HANDED_OVER),
                new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED));
        LiveLeg customers = new LiveLeg(FIRST, true, null);
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(customers), NOW)))
                .doesNotContain(new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)));
    }

    @Test
    void agentWhoHangsUpWhileItRingsEndsTheCustomersLeg() {
        offered();
        agentAnswers();
        Acts.of(flow, new FlowInput.GateDecided(CONTACT, PASS));
        heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, NOW));
        assertThat(recorded(
                        new Command.EndTalk(CONTACT),
                        new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED),
                        new Event.EffectRequested(new EffectId(9), new Effect.Disconnect(CONTACT))))
                .contains(new FlowAction.Ask(new PbxRequest.EndCaller(FIRST)));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 0, false, NOW)))
                .containsExactly(
                        new FlowAction.TellOutside(CONTACT, OutsideResult.NO_ANSWER),
                        new FlowAction.Submit(new Command.Acknowledge(new EffectId(9))));
    }

    @Test
    void talkGoesOnAfterTheLinkWasLostAndAWaitingCallbackIsNotTakenForALostCaller() {
        offered();
        agentAnswers();
        Acts.of(flow, new FlowInput.GateDecided(CONTACT, PASS));
        heard(new PbxEvent.LegAnswered(FIRST, NOW));
        heard(new PbxEvent.Disconnected(NOW));
        List<LiveLeg> legs = List.of(new LiveLeg("kz-offer-7", true, null), new LiveLeg(FIRST, true, null));
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(), legs, NOW)))
                .noneMatch(action -> action instanceof FlowAction.Submit(Command.Leave leave))
                .noneMatch(END_AGENT::equals);
        ContactId waiting = new ContactId(CONTACT.value() + 1);
        recorded(
                new Command.Arrive(waiting, CLIENT, QUEUE),
                new Event.ContactQueued(waiting, CLIENT, QUEUE, 2, ContactKind.CALLBACK, 0, 0));
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(), legs, NOW)))
                .noneMatch(action -> action instanceof FlowAction.Submit(Command.Leave leave));
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(legs.getFirst()), NOW)))
                .contains(new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.CALLER_HUNG_UP)));
    }

    @Test
    void whatOneAgentWantedIsNoOthersToMakeWhenThePhoneIsNotAnswered() {
        recorded(
                new Command.Arrive(CONTACT, CLIENT, QUEUE),
                new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1, ContactKind.CALLBACK, 0, 0),
                new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.PULLED, 0));
        assertThat(recorded(
                        new Command.OfferDeclined(OFFER),
                        new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.DECLINED),
                        new Event.ContactRequeued(CONTACT)))
                .contains(new FlowAction.AskWhoWants(CONTACT, CLIENT));
        assertThat(Acts.of(flow, new FlowInput.WantedBy(CONTACT, true)))
                .containsExactly(
                        new FlowAction.TellOutside(CONTACT, OutsideResult.OWN_PHONE),
                        new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.REFUSED)));
    }

    @Test
    void nobodyElsesPhoneRingsUntilItIsKnownThatTheCallIsAnyonesToMake() {
        recorded(
                new Command.Arrive(CONTACT, CLIENT, QUEUE),
                new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1, ContactKind.CALLBACK, 0, 0),
                new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.PULLED, 0));
        OfferId next = new OfferId(OFFER.value() + 1);
        assertThat(recorded(
                        new Command.OfferDeclined(OFFER),
                        new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.DECLINED),
                        new Event.ContactRequeued(CONTACT),
                        new Event.OfferMade(next, CONTACT, AGENT, RuleId.LONGEST_IDLE, 0),
                        new Event.EffectRequested(new EffectId(71), new Effect.Ring(next, CONTACT, AGENT))))
                .containsExactly(new FlowAction.AskWhoWants(CONTACT, CLIENT));
        assertThat(Acts.of(flow, new FlowInput.WantedBy(CONTACT, false)))
                .singleElement()
                .isInstanceOfSatisfying(
                        FlowAction.Ask.class,
                        asked -> assertThat(asked.request()).isInstanceOf(PbxRequest.RingAgentFirst.class));
    }

    @Test
    void platformThatBeganAnewAsksOnceMoreWhoseCallItIsBeforeAnyPhoneRings() {
        OfferId next = new OfferId(OFFER.value() + 1);
        CallFlow again = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        again.recall(new Command.Configure(SmallSite.configuration()), List.of(new Event.ConfigurationApplied(1)));
        again.recall(
                new Command.Arrive(CONTACT, CLIENT, QUEUE),
                List.of(
                        new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1, ContactKind.CALLBACK, 0, 0),
                        new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.PULLED, 0)));
        again.recall(
                new Command.OfferDeclined(OFFER),
                List.of(
                        new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.DECLINED),
                        new Event.ContactRequeued(CONTACT),
                        new Event.OfferMade(next, CONTACT, AGENT, RuleId.LONGEST_IDLE, 0),
                        new Event.EffectRequested(new EffectId(71), new Effect.Ring(next, CONTACT, AGENT))));
        again.handle(new FlowInput.DeviceChosen(AGENT, new AgentDevice.SipPhone("127.0.0.1", 5070)));
        PbxEvent connected = new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), NOW);
        assertThat(Acts.of(again, new FlowInput.Heard(connected)))
                .containsExactly(new FlowAction.AskWhoWants(CONTACT, CLIENT));
        assertThat(Acts.of(again, new FlowInput.WantedBy(CONTACT, true)))
                .containsExactly(
                        new FlowAction.TellOutside(CONTACT, OutsideResult.OWN_PHONE),
                        new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.REFUSED)));
    }

    @Test
    void whoAskedToBeCalledBackIsCalledByWhoeverAnswers() {
        offered();
        assertThat(recorded(
                        new Command.OfferDeclined(OFFER),
                        new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.DECLINED),
                        new Event.ContactRequeued(CONTACT)))
                .noneMatch(FlowAction.AskWhoWants.class::isInstance);
    }

    private static FlowAction dialled(String leg, @Nullable String trunk) {
        return new FlowAction.Ask(request(leg, trunk));
    }

    private static PbxRequest request(String leg, @Nullable String trunk) {
        return new PbxRequest.CallOutside(
                leg, new OutsideAddress(NUMBER, trunk), OWN, "kz-offer-7", Duration.ofMinutes(1));
    }

    private List<FlowAction> offered() {
        recorded(
                new Command.TakeCallback(EARLIER, CONTACT),
                new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1, ContactKind.CALLBACK, 0, EARLIER.value()));
        return recorded(
                new Command.MakeReady(AGENT),
                new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.FIRST_WAITING, 1),
                new Event.EffectRequested(new EffectId(3), new Effect.Ring(OFFER, CONTACT, AGENT)));
    }

    private List<FlowAction> agentAnswers() {
        heard(new PbxEvent.LegAnswered("kz-offer-7", NOW));
        return recorded(
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
