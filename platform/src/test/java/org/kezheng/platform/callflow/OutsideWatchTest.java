package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.kezheng.acd.engine.RuleId;
import org.kezheng.telephony.AgentDevice;
import org.kezheng.telephony.LiveCaller;
import org.kezheng.telephony.LiveLeg;
import org.kezheng.telephony.PbxAnswer;
import org.kezheng.telephony.PbxEvent;
import org.kezheng.telephony.PbxRequest;
import org.kezheng.telephony.PhoneNumber;

/// When legs to the outside were dialled, answered and ended, and until when a customer was on the line.
final class OutsideWatchTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(7);
    private static final String UNIQUE_ID = "1763900000.17";
    private static final String CHANNEL = "PJSIP/trunk-00000011";
    private static final ContactId CONTACT = new ContactId((1_763_900_000L << 20) | 17);
    private static final AgentId AGENT = new AgentId(2001);
    private static final OfferId OFFER = new OfferId(7);
    private static final ClientId CLIENT = new ClientId(1);
    private static final QueueId QUEUE = new QueueId(1);
    private static final long DECISION = 1_044;
    private static final long NUMBER = 1_795_468_344_597L;
    private static final String FIRST = "kz-out-" + CONTACT.value() + "-h" + NUMBER + "1";
    private static final String SECOND = "kz-out-" + CONTACT.value() + "-h" + NUMBER + "2";
    private static final String CUSTOMER = "kz-customer-" + CONTACT.value();
    private static final FlowInput TRANSFER = new FlowInput.HandOut(
            CONTACT, false, NUMBER, new GatePass(DECISION, new PhoneNumber("02087654321"), new PhoneNumber("4001")));

    private CallFlow flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");

    @BeforeEach
    void talk() {
        recorded(new Command.Configure(SmallSite.configuration()), new Event.ConfigurationApplied(1));
        heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), NOW));
        flow.handle(new FlowInput.DeviceChosen(AGENT, new AgentDevice.SipPhone("127.0.0.1", 5070)));
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
    void agentsOwnLegsAreNoneToTheOutside() {
        assertThat(heard(new PbxEvent.LegEnded("kz-offer-7", 16, true, NOW))).isEmpty();
    }

    @Test
    void legIsFollowedFromItsDiallingToItsEndAndTheCustomerAfterTheAgent() {
        assertThat(transfer()).containsExactly(new OutsideMoment.Dialled(DECISION, FIRST));
        assertThat(heard(new PbxEvent.LegAnswered(FIRST, NOW)))
                .containsExactly(
                        new OutsideMoment.Answered(FIRST, NOW), new OutsideMoment.HandedOver(DECISION, CUSTOMER));
        handedOver();
        assertThat(heard(new PbxEvent.CallerLeft(UNIQUE_ID, 16, LATER)))
                .containsExactly(new OutsideMoment.Ended(CUSTOMER, OutsideResult.REACHED, LATER));
        // The contact is forgotten with its caller; the leg that ends then is none the less known.
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 16, true, LATER)))
                .containsExactly(new OutsideMoment.Ended(FIRST, OutsideResult.REACHED, LATER));
    }

    @Test
    void eachTrunkThatIsTriedIsOfTheSameDecisionAndTheLastOneSaysWhatCameOfIt() {
        transfer();
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 34, false, NOW)))
                .containsExactly(
                        new OutsideMoment.Ended(FIRST, OutsideResult.NO_TRUNK, NOW),
                        new OutsideMoment.Dialled(DECISION, SECOND));
        heard(new PbxEvent.LegRinging(SECOND, NOW));
        assertThat(heard(new PbxEvent.LegEnded(SECOND, 17, false, LATER)))
                .containsExactly(new OutsideMoment.Ended(SECOND, OutsideResult.BUSY, LATER));
    }

    @Test
    void whoIsNotReachedAndWhoIsWantedNoMoreAreToldApart() {
        transfer();
        heard(new PbxEvent.LegRinging(FIRST, NOW));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 19, false, LATER)))
                .containsExactly(new OutsideMoment.Ended(FIRST, OutsideResult.NO_ANSWER, LATER));
        recorded(new Command.Resume(CONTACT), new Event.ContactResumed(CONTACT));
        transfer();
        heard(new PbxEvent.LegRinging(FIRST, NOW));
        flow.handle(new FlowInput.HandOutWithdrawn(CONTACT));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 16, false, LATER)))
                .containsExactly(new OutsideMoment.Ended(FIRST, OutsideResult.WITHDRAWN, LATER));
    }

    @Test
    void whatNoTrunkWasAskedForIsKeptToo() {
        Acts.of(flow, TRANSFER);
        assertThat(Acts.kept(flow, new FlowInput.HandOutWithdrawn(CONTACT)))
                .containsExactly(new OutsideMoment.NotDialled(DECISION, OutsideResult.WITHDRAWN, NOW));
    }

    @Test
    void pictureOfTheWholePbxNamesTheLegsAndTheCustomerWhoAreStillThere() {
        transfer();
        heard(new PbxEvent.LegAnswered(FIRST, NOW));
        handedOver();
        assertThat(heard(connectedWith(FIRST)))
                .containsExactly(new OutsideMoment.Present(Map.of(FIRST, true, CUSTOMER, true)));
        assertThat(heard(new PbxEvent.LegAnswered(FIRST, LATER))).isEmpty();
        assertThat(heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), LATER)))
                .contains(new OutsideMoment.Present(Map.of()), new OutsideMoment.Missed(CUSTOMER));
    }

    @Test
    void nobodySawTheEndOfALegThatThePictureOfAConnectLacks() {
        transfer();
        heard(new PbxEvent.LegRinging(FIRST, NOW));
        heard(new PbxEvent.Disconnected(NOW));
        heard(new PbxEvent.Connected("boot-1", "22", List.of(), List.of(), LATER));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 0, false, LATER)))
                .as("neither when, nor that it was not answered")
                .containsExactly(new OutsideMoment.Missed(FIRST));
    }

    @Test
    void legThatWasNeverMadeDoesNotStayOpen() {
        transfer();
        flow.handle(new FlowInput.HandOutWithdrawn(CONTACT));
        PbxRequest end = new PbxRequest.EndLeg(FIRST);
        assertThat(Acts.kept(flow, new FlowInput.Answered(end, new PbxAnswer.NotThere())))
                .containsExactly(new OutsideMoment.Ended(FIRST, OutsideResult.WITHDRAWN, NOW));
        assertThat(Acts.kept(flow, new FlowInput.Answered(end, new PbxAnswer.NotThere())))
                .isEmpty();
    }

    @Test
    void platformThatBeganAnewKnowsALegByItsNameAndEndsWhatNobodyWaitsFor() {
        flow = new CallFlow(SmallSite.numbers(), SmallSite.trunks(), "boot-1");
        flow.recall(new Command.Configure(SmallSite.configuration()), List.of(new Event.ConfigurationApplied(1)));
        assertThat(heard(connectedWith(FIRST))).containsExactly(new OutsideMoment.Present(Map.of(FIRST, true)));
        assertThat(heard(new PbxEvent.LegEnded(FIRST, 16, false, LATER)))
                .containsExactly(new OutsideMoment.Ended(FIRST, OutsideResult.WITHDRAWN, LATER));
    }

    private static PbxEvent connectedWith(String leg) {
        LiveCaller caller = new LiveCaller(UNIQUE_ID, CHANNEL, new PhoneNumber("13800138000"), "4001", NOW, leg);
        return new PbxEvent.Connected("boot-1", "22", List.of(caller), List.of(new LiveLeg(leg, true, UNIQUE_ID)), NOW);
    }

    private List<OutsideMoment> transfer() {
        Acts.of(flow, TRANSFER);
        return recorded(new Command.Hold(CONTACT), new Event.ContactHeld(CONTACT));
    }

    private void handedOver() {
        recorded(
                new Command.Leave(CONTACT, LeaveCause.HANDED_OVER),
                new Event.ContactEnded(CONTACT, ContactOutcome.ANSWERED));
    }

    private List<OutsideMoment> heard(PbxEvent event) {
        return Acts.kept(flow, new FlowInput.Heard(event));
    }

    private List<OutsideMoment> recorded(Command command, Event... events) {
        return Acts.kept(flow, new FlowInput.Recorded(command, List.of(events)));
    }
}
