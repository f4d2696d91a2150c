package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
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
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.OutsideAddress;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;
import org.kezheng.telephony.Place;

/// Callers who are handed to somebody outside.
final class HandOversTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String UNIQUE_ID = "1763900000.17";
    private static final String CHANNEL = "PJSIP/trunk-00000011";
    private static final ContactId CONTACT = new ContactId((1_763_900_000L << 20) | 17);
    private static final AgentId AGENT = new AgentId(2001);
    private static final OfferId OFFER = new OfferId(7);
    private static final ClientId CLIENT = new ClientId(1);
    private static final QueueId QUEUE = new QueueId(1);
    private static final long NUMBER = 1_795_468_344_597L;
    private static final String FIRST = "kz-out-" + CONTACT.value() + "-h" + NUMBER + "1";
    private static final String SECOND = "kz-out-" + CONTACT.value() + "-h" + NUMBER + "2";
    private static final PhoneNumber PARTNER = new PhoneNumber("02087654321");
    private static final PhoneNumber OWN = new PhoneNumber("4001");
    private static final GatePass PASS = new GatePass(1001, PARTNER, OWN);
    private static final FlowInput TRANSFER = new FlowInput.HandOut(CONTACT, false, NUMBER, PASS);
    private static final FlowInput CONSULTATION = new FlowInput.HandOut(CONTACT, true, NUMBER, PASS);
    private static final Place ROOM = new Place.Room(Long.toString(CONTACT.value()));
    private static final FlowAction MOVE_ASIDE = new FlowAction.Ask(new PbxRequest.Move(FIRST, new Place.Aside()));
    private static final FlowAction MOVE_BACK = new FlowAction.Ask(new PbxRequest.Move(FIRST, ROOM));
    private static final FlowAction RESUME = new FlowAction.Submit(new Command.Resume(CONTACT));
    private static final FlowAction LET_GO = new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.HANDED_OVER));

    private final List<FlowInput.Recorded> journal = new ArrayList<>();
    private boolean isConsulted;
    private final CallFlow flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");

    @BeforeEach
    void talk() {
        recorded(new Command.Configure(SmallSite.configuration()), new Event.ConfigurationApplied(1));
        heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), NOW));
        Acts.of(flow, new FlowInput.DeviceChosen(AGENT, new AgentDevice.SipPhone("127.0.0.1", 5070)));
        heard(new PbxEvent.CallerEntered(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), "4001", NOW));
        recorded(new Command.Arrive(CONTACT, CLIENT, QUEUE), new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1));
        recorded(
                new Command.MakeReady(AGENT),
                new Event.OfferMade(OFFER, CONTACT, AGENT, RuleId.FIRST_WAITING, 1),
                new Event.EffectRequested(new EffectId(3), new Effect.Ring(OFFER, CONTACT, AGENT)));
        heard(new PbxEvent.LegAnswered("kz-offer-7", NOW));
        recorded(
                new Command.OfferAnswered(OFFER),
                new Event.OfferEnded(OFFER, CONTACT, AGENT, OfferOutcome.ANSWERED),
                new Event.ContactAnswered(CONTACT, OFFER, AGENT));
    }

    @Test
    void nobodyIsDialledBeforeTheCallerIsAside() {
        assertThat(Acts.of(flow, TRANSFER)).isEmpty();
        assertThat(hold()).endsWith(told(new PartnerMoment.Dialled()), dialled(FIRST, null, new Place.Joined(CHANNEL)));
    }

    @Test
    void theAgentLetsGoWhenTheCallerIsTheirs() {
        transfer();
        assertThat(heard(new PbxEvent.LegAnswered(FIRST, NOW)))
                .containsExactly(told(new PartnerMoment.HandedOver()), LET_GO);
        assertThat(handedOver()).containsExactly(new FlowAction.Ask(new PbxRequest.EndLeg("kz-offer-7")));
        // The agent's leg that ends, and theirs, change nothing any more.
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, NOW))).isEmpty();
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 16, true, NOW))).isEmpty();
    }

    @Test
    void anotherTrunkIsTriedAndWhoeverIsBusyLeavesTheCallerWithTheAgent() {
        transfer();
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 34, false, NOW)))
                .endsWith(dialled(SECOND, "127.0.0.1:5099", new Place.Joined(CHANNEL)));
        assertThat(heard(new PbxEvent.LegEnded(SECOND, 17, false, NOW)))
                .containsExactly(told(new PartnerMoment.Over(OutsideResult.BUSY)), RESUME);
    }

    @Test
    void trunkWithoutALineIsPassedOver() {
        heard(new PbxEvent.CallerEntered("1763900000.18", CHANNEL + "2", new PhoneNumber("13800138001"), "4001", NOW));
        Acts.of(flow, TRANSFER);
        assertThat(hold()).endsWith(dialled(SECOND, "127.0.0.1:5099", new Place.Joined(CHANNEL)));
    }

    @Test
    void callerIsWithTheAgentAgainWhenNoTrunkTakesTheCall() {
        transfer();
        heard(new PbxEvent.LegFailed(FIRST, NOW));
        PbxRequest order = request(SECOND, "127.0.0.1:5099", new Place.Joined(CHANNEL));
        assertThat(Acts.of(flow, new FlowInput.Answered(order, new PbxAnswer.Refused())))
                .containsExactly(told(new PartnerMoment.Over(OutsideResult.NO_TRUNK)), RESUME);
    }

    @Test
    void nobodyIsCalledTwiceWhosePhoneHasRungOrOfWhomNoAnswerCame() {
        transfer();
        heard(new PbxEvent.LegRinging(FIRST, NOW));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 34, false, NOW)))
                .containsExactly(told(new PartnerMoment.Over(OutsideResult.NO_ANSWER)), RESUME);
        Acts.of(flow, CONSULTATION);
        PbxRequest order = request(FIRST, null, ROOM);
        assertThat(Acts.of(flow, new FlowInput.Answered(order, new PbxAnswer.Unavailable())))
                .containsExactly(
                        new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)),
                        told(new PartnerMoment.Over(OutsideResult.NO_TRUNK)),
                        RESUME);
    }

    @Test
    void whoeverIsAskedIsInTheRoomAndKeepsTheCallerWhenTheAgentSaysSoOrHangsUp() {
        consult();
        assertThat(Acts.of(flow, new FlowInput.HandOutDone(CONTACT)))
                .containsExactly(
                        new FlowAction.Ask(new PbxRequest.Move(FIRST, new Place.Joined(CHANNEL))),
                        told(new PartnerMoment.HandedOver()),
                        LET_GO);
    }

    @Test
    void agentWhoHangsUpWhileTheyRingGivesTheCallerBackToTheQueue() {
        transfer();
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, NOW)))
                .containsExactly(
                        new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)),
                        told(new PartnerMoment.Over(null)),
                        new FlowAction.Submit(new Command.TransferToQueue(CONTACT, QUEUE)));
    }

    @Test
    void agentWhoHangsUpWhileTheyAreAskedLeavesTheCallerToThem() {
        consult();
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, NOW)))
                .contains(new FlowAction.Ask(new PbxRequest.Move(FIRST, new Place.Joined(CHANNEL))), LET_GO);
    }

    @Test
    void threeAreInTheRoomWhenTheCallerIsTakenBackAndTheirHangUpLeavesTheTwo() {
        consult();
        assertThat(recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT)))
                .containsExactly(new FlowAction.Ask(new PbxRequest.Move(CHANNEL, ROOM)));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 16, true, NOW)))
                .containsExactly(told(new PartnerMoment.Over(null)));
    }

    @Test
    void callerLeavesTheRoomBeforeTheTwoAreJoined() {
        consult();
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        assertThat(Acts.of(flow, new FlowInput.HandOutDone(CONTACT)))
                .startsWith(
                        new FlowAction.Ask(new PbxRequest.Move(CHANNEL, new Place.Waiting())),
                        new FlowAction.Ask(new PbxRequest.Move(FIRST, new Place.Joined(CHANNEL))));
    }

    @Test
    void whoeverIsAskedGoesAsideBeforeTheCallerComesBackAndTheOtherWayRound() {
        consult();
        assertThat(swap()).containsExactly(MOVE_ASIDE);
        assertThat(answered(MOVE_ASIDE, new PbxAnswer.Accepted()))
                .containsExactly(told(new PartnerMoment.Aside()), RESUME);
        assertThat(recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT)))
                .containsExactly(new FlowAction.Ask(new PbxRequest.Move(CHANNEL, ROOM)));
        assertThat(swap()).containsExactly(new FlowAction.Submit(new Command.Hold(CONTACT)));
        assertThat(hold())
                .containsExactly(
                        new FlowAction.Ask(new PbxRequest.Move(CHANNEL, new Place.Waiting())),
                        MOVE_BACK,
                        told(new PartnerMoment.Consulted()));
        assertThat(answered(MOVE_BACK, new PbxAnswer.Accepted())).isEmpty();
    }

    @Test
    void ofThreeTheCallerGoesAside() {
        consult();
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        assertThat(swap()).containsExactly(new FlowAction.Submit(new Command.Hold(CONTACT)));
        assertThat(hold()).containsExactly(new FlowAction.Ask(new PbxRequest.Move(CHANNEL, new Place.Waiting())));
    }

    @Test
    void callerDoesNotComeBackBeforeTheyAreSurelyAside() {
        consult();
        swap();
        assertThat(answered(MOVE_ASIDE, new PbxAnswer.Unavailable())).isEmpty();
        LiveLeg agents = new LiveLeg("kz-offer-7", true, null);
        LiveLeg partners = new LiveLeg(FIRST, true, null);
        LiveCaller caller =
                new LiveCaller(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), "4001", NOW, "kz-offer-7");
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(caller), List.of(agents, partners), NOW)))
                .contains(MOVE_ASIDE)
                .doesNotContain(RESUME);
        assertThat(answered(MOVE_ASIDE, new PbxAnswer.Accepted())).contains(RESUME);
    }

    @Test
    void whoeverCannotBePutAsideIsHungUp() {
        consult();
        swap();
        assertThat(answered(MOVE_ASIDE, new PbxAnswer.Refused()))
                .containsExactly(new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 16, true, NOW)))
                .containsExactly(told(new PartnerMoment.Over(null)), RESUME);
    }

    @Test
    void fromAsideTheyJoinKeepTheCallerOrAreLeft() {
        aside();
        assertThat(Acts.of(flow, new FlowInput.HandOutConferred(CONTACT)))
                .containsExactly(MOVE_BACK, told(new PartnerMoment.Consulted()));
        aside();
        assertThat(Acts.of(flow, new FlowInput.HandOutDone(CONTACT)))
                .startsWith(
                        new FlowAction.Ask(new PbxRequest.Move(CHANNEL, new Place.Waiting())),
                        new FlowAction.Ask(new PbxRequest.Move(FIRST, new Place.Joined(CHANNEL))));
    }

    @Test
    void whoeverIsAsideAndIsWantedNoMoreLeavesTheTwoWhereTheyAre() {
        aside();
        assertThat(Acts.of(flow, new FlowInput.HandOutWithdrawn(CONTACT)))
                .containsExactly(new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)), told(new PartnerMoment.Over(null)));
    }

    @Test
    void callerWhoHangsUpEndsTheLegOutside() {
        consult();
        heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, NOW));
        assertThat(recorded(
                        new Command.Leave(CONTACT, LeaveCause.CALLER_HUNG_UP),
                        new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED)))
                .contains(new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)));
    }

    @Test
    void supervisorWhoTakesTheCallEndsTheLegOutside() {
        transfer();
        AgentId supervisor = new AgentId(2002);
        assertThat(recorded(
                        new Command.TakeOver(CONTACT, supervisor),
                        new Event.ContactTransferred(CONTACT, AGENT, QUEUE, supervisor.value())))
                .startsWith(new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)), told(new PartnerMoment.Over(null)));
    }

    @Test
    void callerWhoCannotBeJoinedWithThemIsNotKeptInSilence() {
        consult();
        Acts.of(flow, new FlowInput.HandOutDone(CONTACT));
        PbxRequest move = new PbxRequest.Move(FIRST, new Place.Joined(CHANNEL));
        assertThat(Acts.of(flow, new FlowInput.Answered(move, new PbxAnswer.NotThere())))
                .containsExactly(new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
    }

    @Test
    void afterARestartWhoeverWasHandedOverTalksOnAndAnyOtherLegIsEnded() {
        transfer();
        heard(new PbxEvent.LegAnswered(FIRST, NOW));
        handedOver();
        assertThat(heard(connectedWith(FIRST))).isEmpty();
        String stray = "kz-out-" + CONTACT.value() + "-h" + (NUMBER + 1) + "1";
        CallFlow again = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        again.recall(new Command.Configure(SmallSite.configuration()), List.of(new Event.ConfigurationApplied(1)));
        assertThat(Acts.of(again, new FlowInput.Heard(connectedWith(stray))))
                .contains(new FlowAction.Ask(new PbxRequest.EndLeg(stray)));
    }

    @Test
    void platformThatBeganAnewLeavesThoseAloneWhoWereHandedOver() {
        transfer();
        heard(new PbxEvent.LegAnswered(FIRST, NOW));
        handedOver();
        CallFlow again = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        journal.forEach(record -> again.recall(record.command(), record.events()));
        assertThat(Acts.of(again, new FlowInput.Heard(connectedWith(FIRST))))
                .doesNotContain(
                        new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)),
                        new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL)));
        assertThat(Acts.of(again, new FlowInput.Heard(new PbxEvent.LegAnswered(FIRST, NOW))))
                .as("the PBX tells it once more")
                .isEmpty();
    }

    @Test
    void callerWhoIsTheirsButApartWhenTheLinkIsBackIsJoinedWithThem() {
        consult();
        Acts.of(flow, new FlowInput.HandOutDone(CONTACT));
        FlowAction join = new FlowAction.Ask(new PbxRequest.Move(FIRST, new Place.Joined(CHANNEL)));
        assertThat(answered(join, new PbxAnswer.Unavailable())).isEmpty();
        handedOver();
        heard(new PbxEvent.Disconnected(NOW));
        LiveCaller caller = new LiveCaller(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), "4001", NOW, null);
        PbxEvent apart =
                new PbxEvent.Connected("boot-1", "22", List.of(caller), List.of(new LiveLeg(FIRST, true, null)), NOW);
        assertThat(heard(apart)).containsExactly(join);
        heard(new PbxEvent.Disconnected(NOW));
        assertThat(heard(connectedWith(FIRST))).isEmpty();
        CallFlow again = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        journal.forEach(record -> again.recall(record.command(), record.events()));
        assertThat(Acts.of(again, new FlowInput.Heard(apart))).contains(join);
    }

    @Test
    void callerWhoIsTheirsWhenTheyHungUpBeforeTheLinkWasBackIsEnded() {
        consult();
        Acts.of(flow, new FlowInput.HandOutDone(CONTACT));
        FlowAction join = new FlowAction.Ask(new PbxRequest.Move(FIRST, new Place.Joined(CHANNEL)));
        answered(join, new PbxAnswer.Unavailable());
        handedOver();
        heard(new PbxEvent.Disconnected(NOW));
        LiveCaller caller = new LiveCaller(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), "4001", NOW, null);
        PbxEvent alone = new PbxEvent.Connected("boot-1", "22", List.of(caller), List.of(), NOW);
        FlowAction end = new FlowAction.Ask(new PbxRequest.EndCaller(CHANNEL));
        assertThat(heard(alone)).containsExactly(end);
        CallFlow again = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        journal.forEach(record -> again.recall(record.command(), record.events()));
        assertThat(Acts.of(again, new FlowInput.Heard(alone))).contains(end);
        LiveLeg theirs = new LiveLeg(FIRST, true, null);
        Acts.of(
                again,
                new FlowInput.Heard(new PbxEvent.Connected("boot-1", "22", List.of(caller), List.of(theirs), NOW)));
        assertThat(Acts.of(again, new FlowInput.Answered(((FlowAction.Ask) join).request(), new PbxAnswer.NotThere())))
                .as("they hung up while the two were to be joined")
                .contains(end);
    }

    @Test
    void whoeverRangWhileTheTalkWentToAnotherRoomComesThereWhenTheyAnswer() {
        Acts.of(flow, CONSULTATION);
        hold();
        FlowAction aside = new FlowAction.Ask(new PbxRequest.Move(
                List.of(new PbxRequest.Moved(CHANNEL, new Place.Waiting()), new PbxRequest.Moved("kz-offer-7", ROOM))));
        answered(aside, new PbxAnswer.Unavailable());
        LiveCaller caller = new LiveCaller(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), "4001", NOW, null);
        LiveLeg agents = new LiveLeg("kz-offer-7", true, null);
        LiveLeg rings = new LiveLeg(FIRST, false, null);
        List<FlowAction> reseated = heard(new PbxEvent.Reconciled(List.of(caller), List.of(agents, rings), NOW));
        assertThat(heard(new PbxEvent.LegAnswered(FIRST, NOW)))
                .containsExactly(
                        new FlowAction.Ask(new PbxRequest.Move(FIRST, roomOf("kz-offer-7", reseated))),
                        told(new PartnerMoment.Consulted()));
    }

    @Test
    void nobodyIsCalledByAnotherTrunkForACallerWhoIsGone() {
        transfer();
        heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, NOW));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 34, false, NOW)))
                .containsExactly(told(new PartnerMoment.Over(null)), RESUME);
    }

    @Test
    void nobodyIsCalledByAnotherTrunkWhenTheFirstLegIsGoneAfterALossOfTheLink() {
        transfer();
        heard(new PbxEvent.Disconnected(NOW));
        LiveCaller caller = new LiveCaller(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), "4001", NOW, null);
        LiveLeg agents = new LiveLeg("kz-offer-7", true, null);
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(caller), List.of(agents), NOW)))
                .contains(told(new PartnerMoment.Over(null)), RESUME)
                .noneMatch(action -> action instanceof FlowAction.Ask(PbxRequest.CallPartner _));
        transfer();
        heard(new PbxEvent.Disconnected(NOW));
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), NOW)))
                .contains(told(new PartnerMoment.Over(null)))
                .noneMatch(action -> action instanceof FlowAction.Ask(PbxRequest.CallPartner _));
    }

    @Test
    void callerWhomSomebodyTransferredInThatMomentStaysAndLeavesTheQueueByHangingUp() {
        transfer();
        heard(new PbxEvent.LegAnswered(FIRST, NOW));
        recorded(new Command.TransferToQueue(CONTACT, QUEUE), new Event.ContactTransferred(CONTACT, AGENT, QUEUE, 0));
        assertThat(recorded(
                        new Command.Leave(CONTACT, LeaveCause.HANDED_OVER),
                        new Event.CommandRefused(Refusal.NOT_TALKING)))
                .containsExactly(new FlowAction.Ask(new PbxRequest.EndLeg(FIRST)));
        assertThat(heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, NOW)))
                .contains(new FlowAction.Submit(new Command.Leave(CONTACT, LeaveCause.CALLER_HUNG_UP)));
    }

    private static Place roomOf(String leg, List<FlowAction> actions) {
        return actions.stream()
                .filter(action -> action instanceof FlowAction.Ask(PbxRequest.Move _))
                .flatMap(action -> ((PbxRequest.Move) ((FlowAction.Ask) action).request()).moves().stream())
                .filter(moved -> moved.channel().equals(leg))
                .map(PbxRequest.Moved::to)
                .filter(place -> !place.equals(ROOM))
                .findFirst()
                .orElseThrow();
    }

    private static PbxEvent connectedWith(String leg) {
        LiveCaller caller = new LiveCaller(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), "4001", NOW, leg);
        return new PbxEvent.Connected("boot-1", "22", List.of(caller), List.of(new LiveLeg(leg, true, UNIQUE_ID)), NOW);
    }

    /// The agent talks with the caller, and whoever was called hears music.
    private void aside() {
        if (isConsulted) {
            hold();
        } else {
            consult();
        }
        swap();
        answered(MOVE_ASIDE, new PbxAnswer.Accepted());
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
    }

    private List<FlowAction> swap() {
        return Acts.of(flow, new FlowInput.HandOutSwapped(CONTACT));
    }

    private List<FlowAction> answered(FlowAction asked, PbxAnswer answer) {
        return Acts.of(flow, new FlowInput.Answered(((FlowAction.Ask) asked).request(), answer));
    }

    private void transfer() {
        Acts.of(flow, TRANSFER);
        hold();
    }

    private void consult() {
        isConsulted = true;
        Acts.of(flow, CONSULTATION);
        assertThat(hold()).endsWith(dialled(FIRST, null, ROOM));
        assertThat(heard(new PbxEvent.LegAnswered(FIRST, NOW))).containsExactly(told(new PartnerMoment.Consulted()));
    }

    private List<FlowAction> hold() {
        return recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
    }

    private List<FlowAction> handedOver() {
        return recorded(
                new Command.Leave(CONTACT, LeaveCause.HANDED_OVER),
                new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED));
    }

    private static FlowAction told(PartnerMoment moment) {
        return new FlowAction.TellPartner(CONTACT, moment);
    }

    private static FlowAction dialled(String leg, @Nullable String trunk, Place place) {
        return new FlowAction.Ask(request(leg, trunk, place));
    }

    private static PbxRequest request(String leg, @Nullable String trunk, Place place) {
        return new PbxRequest.CallPartner(leg, new OutsideAddress(PARTNER, trunk), OWN, place, Duration.ofMinutes(1));
    }

    private List<FlowAction> heard(PbxEvent event) {
        return Acts.of(flow, new FlowInput.Heard(event));
    }

    private List<FlowAction> recorded(Command command, Event... events) {
        journal.add(new FlowInput.Recorded(command, List.of(events)));
        return Acts.of(flow, new FlowInput.Recorded(command, List.of(events)));
    }
}
