package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.kezheng.acd.engine.Refusal;
import org.kezheng.acd.engine.RuleId;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.ContactTag;
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;
import org.kezheng.telephony.Place;

final class CallFlowTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("13800138000");
    private static final String CHANNEL = "PJSIP/trunk-00000001";
    private static final String UNIQUE_ID = "1763900000.17";
    private static final ContactId CONTACT = new ContactId((1_763_900_000L << 20) | 17);
    private static final AgentId AGENT = new AgentId(2001);
    private static final OfferId OFFER = new OfferId(7);
    private static final ContactId INNER = new ContactId(62L << 53 | 1);
    private static final ContactId OUTER = new ContactId(62L << 53 | 2);
    private static final OfferId INNER_OFFER = new OfferId(8);
    private static final AgentId COLLEAGUE = new AgentId(2002);
    /// After the talk's ninth offer took it over.
    private static final String OTHER_ROOM = CONTACT.value() + ".9";

    private static final Place ROOM = new Place.Room(Long.toString(CONTACT.value()));
    private static final EffectId EFFECT = new EffectId(3);
    private static final ClientId CLIENT = new ClientId(1);
    private static final QueueId QUEUE = new QueueId(1);

    private final List<FlowInput.Recorded> journal = new ArrayList<>();
    private final CallFlow flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");

    @BeforeEach
    void configureAndConnect() {
        recorded(new Command.Configure(SmallSite.configuration()), new Event.ConfigurationApplied(1));
        heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), NOW));
    }

    @Test
    void theNumberIsKeptBeforeTheCallerEntersTheQueueDialled() {
        assertThat(callerEnters("4001"))
                .containsExactly(
                        new FlowAction.RememberCaller(CONTACT, CLIENT, NUMBER),
                        new FlowAction.Submit(new Command.Arrive(CONTACT, CLIENT, QUEUE)));
    }

    @Test
    void aCallerOfAnUnknownNumberIsEnded() {
        assertThat(callerEnters("9999")).containsExactly(new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
    }

    @Test
    void aCallerWhomTheEngineRefusesIsEnded() {
        callerEnters("4001");
        assertThat(recorded(
                        new Command.Arrive(CONTACT, CLIENT, QUEUE), new Event.CommandRefused(Refusal.CONTACTS_FULL)))
                .containsExactly(new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
    }

    @Test
    void anAgentWithoutDeviceFailsTheOfferAtOnce() {
        arrive();
        assertThat(offer())
                .containsExactly(
                        new FlowAction.Submit(new Command.OfferFailed(OFFER)),
                        new FlowAction.Submit(new Command.Acknowledge(EFFECT)));
    }

    @Test
    void anOfferRingsTheAgentsDeviceAndNamesTheContactOnly() {
        AgentDevice phone = chooseDevice();
        arrive();
        assertThat(offer()).singleElement().satisfies(action -> {
            assertThat(action).isInstanceOf(FlowAction.Ask.class);
            PbxRequest.RingAgent ring = (PbxRequest.RingAgent) ((FlowAction.Ask) action).request();
            assertThat(ring.legId()).isEqualTo("kz-offer-7");
            assertThat(ring.device()).isEqualTo(phone);
            assertThat(ring.callerChannel()).isEqualTo(CHANNEL);
            assertThat(ring.tag())
                    .isEqualTo(new ContactTag(
                            Long.toString(CONTACT.value()), "support", "7." + CONTACT.value() + ".1." + AGENT.value()));
        });
    }

    @Test
    void aRingIsAcknowledgedWhenThePbxTookTheOrder() {
        chooseDevice();
        arrive();
        PbxRequest ring = ((FlowAction.Ask) offer().getFirst()).request();
        assertThat(Acts.of(flow, new FlowInput.Answered(ring, new PbxAnswer.Accepted())))
                .containsExactly(new FlowAction.Submit(new Command.Acknowledge(EFFECT)));
    }

    @Test
    void anUnansweredRingIsOrderedAgainAfterTheNextPicture() {
        chooseDevice();
        arrive();
        PbxRequest ring = ((FlowAction.Ask) offer().getFirst()).request();
        heard(new PbxEvent.Disconnected(NOW));
        Acts.of(flow, new FlowInput.Answered(ring, new PbxAnswer.Unavailable()));
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(liveCaller(null)), List.of(), NOW)))
                .containsExactly(new FlowAction.Ask(ring));
    }

    @Test
    void aLegThatRingsForAnEndedOfferIsEnded() {
        assertThat(heard(new PbxEvent.LegRinging("kz-offer-99", NOW)))
                .containsExactly(new FlowAction.Ask(new PbxRequest.EndLeg("kz-offer-99")));
    }

    @Test
    void aBusyPhoneDeclinesAndABrokenOneFails() {
        chooseDevice();
        arrive();
        offer();
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-7", 17, false, NOW)))
                .contains(new FlowAction.Submit(new Command.OfferDeclined(OFFER)));
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-7", 27, false, NOW)))
                .contains(new FlowAction.Submit(new Command.OfferFailed(OFFER)));
    }

    @Test
    void waitingCallersKeepTheirPlaceOverARestartOfThePlatform() {
        CallFlow restarted = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        restarted.recall(
                new Command.Arrive(CONTACT, CLIENT, QUEUE),
                List.of(new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1)));
        assertThat(Acts.of(
                        restarted,
                        new FlowInput.Heard(
                                new PbxEvent.Connected("boot-1", "22", List.of(liveCaller(null)), List.of(), NOW))))
                .isEmpty();
    }

    @Test
    void callersOfAnEarlierRunOfThePbxAreLost() {
        arrive();
        assertThat(heard(new PbxEvent.Connected("boot-2", "22", List.of(), List.of(), NOW)))
                .contains(new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.PBX_LOST)));
    }

    @Test
    void callersWhoAreGoneAfterABrokenLinkHaveHungUp() {
        arrive();
        heard(new PbxEvent.Disconnected(NOW));
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), NOW)))
                .containsExactly(new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.CALLER_HUNG_UP)));
    }

    @Test
    void aTalkThatIsSeenIsRenewed() {
        talk();
        assertThat(heard(new PbxEvent.Reconciled(
                        List.of(liveCaller("kz-offer-7")), List.of(new LiveLeg("kz-offer-7", true, UNIQUE_ID)), NOW)))
                .containsExactly(new FlowAction.Submit(new Command.RenewTalk(CONTACT)));
    }

    @Test
    void holdAndResumeFollowTheLeg() {
        talk();
        assertThat(heard(new PbxEvent.LegHeld("kz-offer-7", NOW)))
                .containsExactly(new FlowAction.Submit(new Command.Hold(CONTACT)));
        assertThat(heard(new PbxEvent.LegResumed("kz-offer-7", NOW)))
                .containsExactly(new FlowAction.Submit(new Command.Resume(CONTACT)));
    }

    @Test
    void aCallerPutAsideWaitsAndTheAgentsLegWithThemInOneOrder() {
        talk();
        assertThat(recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT)))
                .containsExactly(move(
                        new PbxRequest.Moved(CHANNEL, new Place.Waiting()), new PbxRequest.Moved("kz-offer-7", ROOM)));
        assertThat(recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT)))
                .containsExactly(move(new PbxRequest.Moved("kz-offer-7", new Place.Joined(CHANNEL))));
    }

    @Test
    void holdByThePhoneItselfMovesNobody() {
        talk();
        heard(new PbxEvent.LegHeld("kz-offer-7", NOW));
        assertThat(recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT)))
                .isEmpty();
        heard(new PbxEvent.LegResumed("kz-offer-7", NOW));
        assertThat(recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT)))
                .isEmpty();
    }

    @Test
    void aColleagueRingsIntoTheRoomAndSwapsMoveTheTwoWhoWait() {
        consult();
        assertThat(recorded(new Command.Hold(INNER), new Event.ContactHeld(INNER)))
                .containsExactly(move(new PbxRequest.Moved("kz-offer-8", new Place.Aside())));
        assertThat(recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT)))
                .containsExactly(move(new PbxRequest.Moved(CHANNEL, ROOM)));
        assertThat(recorded(new Command.Resume(INNER), new Event.ContactResumed(INNER)))
                .containsExactly(move(new PbxRequest.Moved("kz-offer-8", ROOM)));
    }

    @Test
    void aColleagueWhoGoesTakesTheCallerBackFromHold() {
        consult();
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-8", 16, true, NOW)))
                .containsExactly(new FlowAction.Submit(new Command.EndTalk(INNER)));
        assertThat(recorded(new Command.EndTalk(INNER), new Event.ContactEnded(INNER, ContactOutcome.ANSWERED)))
                .containsExactly(new FlowAction.Submit(new Command.Resume(CONTACT)));
    }

    @Test
    void anAgentWhoHangsUpLeavesTheCallerToTheColleagueWhoKeepsTheLeg() {
        consult();
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, NOW)))
                .containsExactly(new FlowAction.Submit(new Command.TakeOver(CONTACT, COLLEAGUE)));
        String recording = "9." + CONTACT.value() + ".1." + COLLEAGUE.value();
        ContactTag tag = new ContactTag(Long.toString(CONTACT.value()), "support", recording);
        assertThat(takeOver())
                .containsExactly(
                        move(new PbxRequest.Moved(CHANNEL, new Place.Room(OTHER_ROOM))),
                        move(new PbxRequest.Moved("kz-offer-8", new Place.TakenOver(tag, OTHER_ROOM))));
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-8", 16, true, NOW)))
                .containsExactly(new FlowAction.Submit(new Command.EndTalk(CONTACT)));
    }

    @Test
    void whoeverWasAskedAndDoesNotTakeTheTalkOverIsAskedNoMore() {
        consult();
        OfferId offer = new OfferId(9);
        ContactId other = new ContactId(INNER.value() + 1);
        assertThat(recorded(
                        new Command.TakeOver(CONTACT, new AgentId(AGENT.value() + 7)),
                        new Event.ContactTransferred(CONTACT, AGENT, QUEUE, AGENT.value() + 7),
                        new Event.ContactEnded(other, ContactOutcome.ANSWERED),
                        new Event.OfferMade(offer, CONTACT, new AgentId(AGENT.value() + 7), RuleId.TAKEN_OVER, 0),
                        new Event.OfferEnded(offer, CONTACT, new AgentId(AGENT.value() + 7), OfferOutcome.ANSWERED),
                        new Event.ContactAnswered(CONTACT, offer, new AgentId(AGENT.value() + 7))))
                .contains(new FlowAction.Submit(new Command.Leave(INNER, LeaveCause.CALLER_HUNG_UP)));
    }

    @Test
    void theLegOfATalkThatWasTakenOverIsTheColleagues() {
        consult();
        heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, NOW));
        takeOver();
        assertThat(flow.legOf(new OfferId(9))).isEqualTo("kz-offer-8");
    }

    @Test
    void aLegThatWasCarriedOverIsKnownAfterARestart() {
        consult();
        CallFlow again = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        journal.forEach(record -> again.recall(record.command(), record.events()));
        FlowInput.Recorded takeOver = takenOver();
        again.recall(takeOver.command(), takeOver.events());
        LiveCaller caller = liveCaller("kz-offer-8");
        List<LiveLeg> legs = List.of(new LiveLeg("kz-offer-8", true, UNIQUE_ID));
        List<FlowAction> actions =
                Acts.of(again, new FlowInput.Heard(new PbxEvent.Connected("boot-1", "22", List.of(caller), legs, NOW)));
        Place another = new Place.Room(CONTACT.value() + "." + ChronoUnit.MICROS.between(Instant.EPOCH, NOW));
        assertThat(actions)
                .contains(move(new PbxRequest.Moved(CHANNEL, another), new PbxRequest.Moved("kz-offer-8", another)))
                .doesNotContain(new FlowAction.Ask(new PbxRequest.EndLeg("kz-offer-8")))
                .doesNotContain(new FlowAction.Submit(new Command.EndTalk(CONTACT)));
    }

    @Test
    void aCallerWhoHangsUpEndsTheConsultation() {
        consult();
        heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, NOW));
        assertThat(recorded(
                        new Command.Leave(CONTACT, LeaveCause.CALLER_HUNG_UP),
                        new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED)))
                .contains(
                        new FlowAction.Submit(new Command.Leave(INNER, LeaveCause.CALLER_HUNG_UP)),
                        new FlowAction.Ask(new PbxRequest.EndLeg("kz-offer-7")));
    }

    /// The colleague talks with the agent, and the caller is aside.
    @Test
    void twoColleaguesWithoutACallerAreInOneRoomAndEndTogether() {
        twoColleagues();
        assertThat(heard(new PbxEvent.Reconciled(List.of(), List.of(), NOW)))
                .doesNotContain(new FlowAction.Submit(new Command.Hold(OUTER)));
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-8", 16, true, NOW)))
                .containsExactly(new FlowAction.Submit(new Command.EndTalk(INNER)));
        assertThat(recorded(new Command.EndTalk(INNER), new Event.ContactEnded(INNER, ContactOutcome.ANSWERED)))
                .containsExactly(new FlowAction.Submit(new Command.EndTalk(OUTER)));
        assertThat(recorded(new Command.EndTalk(OUTER), new Event.ContactEnded(OUTER, ContactOutcome.ANSWERED)))
                .containsExactly(new FlowAction.Ask(new PbxRequest.EndLeg("kz-offer-7")));
    }

    @Test
    void whoeverCalledAColleagueAndHangsUpLeavesNobodyInTheRoom() {
        twoColleagues();
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, NOW)))
                .containsExactly(new FlowAction.Submit(new Command.EndTalk(OUTER)));
        assertThat(recorded(new Command.EndTalk(OUTER), new Event.ContactEnded(OUTER, ContactOutcome.ANSWERED)))
                .containsExactly(new FlowAction.Submit(new Command.Leave(INNER, LeaveCause.CALLER_HUNG_UP)));
    }

    /// The first contact rings at whoever calls, the second, on its behalf, at the colleague.
    private void twoColleagues() {
        Acts.of(flow, new FlowInput.DeviceChosen(AGENT, new AgentDevice.SipPhone("127.0.0.1", 5070)));
        Acts.of(flow, new FlowInput.DeviceChosen(COLLEAGUE, new AgentDevice.SipPhone("127.0.0.1", 5071)));
        assertThat(ringsInto(OUTER, OFFER, AGENT, 0)).isEqualTo(Long.toString(OUTER.value()));
        heard(new PbxEvent.LegAnswered("kz-offer-7", NOW));
        recorded(
                new Command.OfferAnswered(OFFER),
                new Event.OfferEnded(OFFER, OUTER, AGENT, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(OUTER, OFFER, AGENT));
        assertThat(ringsInto(INNER, INNER_OFFER, COLLEAGUE, OUTER.value())).isEqualTo(Long.toString(OUTER.value()));
        heard(new PbxEvent.LegAnswered("kz-offer-8", NOW));
        assertThat(recorded(
                        new Command.OfferAnswered(INNER_OFFER),
                        new Event.OfferEnded(INNER_OFFER, INNER, COLLEAGUE, OfferOutcome.ANSWERED),
                        new Event.ContactAnswered(INNER, INNER_OFFER, COLLEAGUE)))
                .isEmpty();
    }

    private String ringsInto(ContactId contact, OfferId offer, AgentId agent, long precursor) {
        List<FlowAction> called = recorded(
                new Command.CallAgent(contact, CLIENT, QUEUE, agent, precursor),
                new Event.ContactQueued(contact, CLIENT, QUEUE, offer.value(), ContactKind.INTERNAL, 0, precursor),
                new Event.OfferMade(offer, contact, agent, RuleId.CALLED, 0),
                new Event.EffectRequested(new EffectId(offer.value()), new Effect.Ring(offer, contact, agent)));
        assertThat(called).hasSize(1);
        return ((PbxRequest.RingIntoRoom) ((FlowAction.Ask) called.getFirst()).request()).room();
    }

    private void consult() {
        talk();
        Acts.of(flow, new FlowInput.DeviceChosen(COLLEAGUE, new AgentDevice.SipPhone("127.0.0.1", 5071)));
        List<FlowAction> called = recorded(
                new Command.CallAgent(INNER, CLIENT, QUEUE, COLLEAGUE, CONTACT.value()),
                new Event.ContactQueued(INNER, CLIENT, QUEUE, 2, ContactKind.INTERNAL, 0, CONTACT.value()),
                new Event.OfferMade(INNER_OFFER, INNER, COLLEAGUE, RuleId.CALLED, 0),
                new Event.EffectRequested(new EffectId(4), new Effect.Ring(INNER_OFFER, INNER, COLLEAGUE)));
        assertThat(called).singleElement().satisfies(action -> {
            PbxRequest.RingIntoRoom ring = (PbxRequest.RingIntoRoom) ((FlowAction.Ask) action).request();
            assertThat(ring.room()).isEqualTo(Long.toString(CONTACT.value()));
            assertThat(ring.legId()).isEqualTo("kz-offer-8");
        });
        recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
        heard(new PbxEvent.LegAnswered("kz-offer-8", NOW));
        assertThat(recorded(
                        new Command.OfferAnswered(INNER_OFFER),
                        new Event.OfferEnded(INNER_OFFER, INNER, COLLEAGUE, OfferOutcome.ANSWERED),
                        new Event.ContactAnswered(INNER, INNER_OFFER, COLLEAGUE)))
                .isEmpty();
    }

    private List<FlowAction> takeOver() {
        FlowInput.Recorded taken = takenOver();
        return Acts.of(flow, taken);
    }

    private static FlowInput.Recorded takenOver() {
        OfferId offer = new OfferId(9);
        return new FlowInput.Recorded(
                new Command.TakeOver(CONTACT, COLLEAGUE),
                List.of(
                        new Event.ContactTransferred(CONTACT, AGENT, QUEUE, COLLEAGUE.value()),
                        new Event.ContactEnded(INNER, ContactOutcome.ANSWERED),
                        new Event.OfferMade(offer, CONTACT, COLLEAGUE, RuleId.TAKEN_OVER, 0),
                        new Event.OfferEnded(offer, CONTACT, COLLEAGUE, OfferOutcome.ANSWERED),
                        new Event.ContactAnswered(CONTACT, offer, COLLEAGUE)));
    }

    private static FlowAction move(PbxRequest.Moved... moves) {
        return new FlowAction.Ask(new PbxRequest.Move(List.of(moves)));
    }

    @Test
    void aTransferredCallerWaitsAgainBeforeTheFormerAgentsLegIsEnded() {
        talk();
        PbxRequest park = new PbxRequest.Move(CHANNEL, new Place.Waiting());
        assertThat(transfer()).containsExactly(new FlowAction.Ask(park));
        assertThat(Acts.of(flow, new FlowInput.Answered(park, new PbxAnswer.Accepted())))
                .containsExactly(new FlowAction.Ask(new PbxRequest.EndLeg("kz-offer-7")));
    }

    @Test
    void aCallerStillWithTheFormerAgentAfterABrokenLinkWaitsAgain() {
        talk();
        PbxRequest park = ((FlowAction.Ask) transfer().getFirst()).request();
        heard(new PbxEvent.Disconnected(NOW));
        Acts.of(flow, new FlowInput.Answered(park, new PbxAnswer.Unavailable()));
        assertThat(heard(new PbxEvent.Connected(
                        "boot-1",
                        "22",
                        List.of(liveCaller("kz-offer-7")),
                        List.of(new LiveLeg("kz-offer-7", true, UNIQUE_ID)),
                        NOW)))
                .containsExactly(new FlowAction.Ask(park));
    }

    @Test
    void aCallerWhoIsWithTheNextAgentAlreadyIsLeftThere() {
        talk();
        PbxRequest park = ((FlowAction.Ask) transfer().getFirst()).request();
        Acts.of(flow, new FlowInput.Answered(park, new PbxAnswer.Unavailable()));
        assertThat(heard(new PbxEvent.Reconciled(List.of(liveCaller("kz-offer-8")), List.of(), NOW)))
                .doesNotContain(new FlowAction.Ask(park))
                .contains(new FlowAction.Ask(new PbxRequest.EndLeg("kz-offer-7")));
    }

    @Test
    void aCallerWhoHangsUpDuringATransferKeepsNobodysLegUp() {
        talk();
        transfer();
        assertThat(heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, NOW)))
                .contains(
                        new FlowAction.Ask(new PbxRequest.EndLeg("kz-offer-7")),
                        new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.CALLER_HUNG_UP)));
    }

    private List<FlowAction> transfer() {
        return recorded(
                new Command.TransferToQueue(CONTACT, new QueueId(2)),
                new Event.ContactTransferred(CONTACT, AGENT, new QueueId(2), 0),
                new Event.EffectRequested(new EffectId(4), new Effect.StopRinging(OFFER)));
    }

    private void talk() {
        chooseDevice();
        arrive();
        offer();
        heard(new PbxEvent.LegAnswered("kz-offer-7", NOW));
        recorded(
                new Command.OfferAnswered(OFFER),
                new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(CONTACT, OFFER, AGENT));
    }

    private AgentDevice chooseDevice() {
        AgentDevice phone = new AgentDevice.SipPhone("127.0.0.1", 5070);
        Acts.of(flow, new FlowInput.DeviceChosen(AGENT, phone));
        return phone;
    }

    private void arrive() {
        callerEnters("4001");
        recorded(new Command.Arrive(CONTACT, CLIENT, QUEUE), new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1));
    }

    private List<FlowAction> offer() {
        return recorded(
                new Command.MakeReady(AGENT),
                new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.FIRST_WAITING, 1),
                new Event.EffectRequested(EFFECT, new Effect.Ring(OFFER, CONTACT, AGENT)));
    }

    private List<FlowAction> callerEnters(String dialled) {
        return heard(new PbxEvent.CallerEntered(UNIQUE_ID, CHANNEL, NUMBER, dialled, NOW));
    }

    private static LiveCaller liveCaller(@Nullable String leg) {
        return new LiveCaller(UNIQUE_ID, CHANNEL, NUMBER, "4001", NOW, leg);
    }

    private List<FlowAction> heard(PbxEvent event) {
        return Acts.of(flow, new FlowInput.Heard(event));
    }

    private List<FlowAction> recorded(Command command, Event... events) {
        FlowInput.Recorded record = new FlowInput.Recorded(command, List.of(events));
        journal.add(record);
        return Acts.of(flow, record);
    }
}
