package org.kezheng.platform.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
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
    private static final EffectId EFFECT = new EffectId(3);
    private static final ClientId CLIENT = new ClientId(1);
    private static final QueueId QUEUE = new QueueId(1);

    private final CallFlow flow = new CallFlow(SmallSite.numbers(), "boot-1");

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
        assertThat(flow.handle(new FlowInput.Answered(ring, new PbxAnswer.Accepted())))
                .containsExactly(new FlowAction.Submit(new Command.Acknowledge(EFFECT)));
    }

    @Test
    void anUnansweredRingIsOrderedAgainAfterTheNextPicture() {
        chooseDevice();
        arrive();
        PbxRequest ring = ((FlowAction.Ask) offer().getFirst()).request();
        heard(new PbxEvent.Disconnected(NOW));
        flow.handle(new FlowInput.Answered(ring, new PbxAnswer.Unavailable()));
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
        CallFlow restarted = new CallFlow(SmallSite.numbers(), "boot-1");
        restarted.recall(
                new Command.Arrive(CONTACT, CLIENT, QUEUE),
                List.of(new Event.ContactQueued(CONTACT, CLIENT, QUEUE, 1)));
        assertThat(restarted.handle(new FlowInput.Heard(
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
    void aTransferredCallerWaitsAgainBeforeTheFormerAgentsLegIsEnded() {
        talk();
        PbxRequest park = new PbxRequest.Move(CHANNEL, new Place.Waiting());
        assertThat(transfer()).containsExactly(new FlowAction.Ask(park));
        assertThat(flow.handle(new FlowInput.Answered(park, new PbxAnswer.Accepted())))
                .containsExactly(new FlowAction.Ask(new PbxRequest.EndLeg("kz-offer-7")));
    }

    @Test
    void aCallerStillWithTheFormerAgentAfterABrokenLinkWaitsAgain() {
        talk();
        PbxRequest park = ((FlowAction.Ask) transfer().getFirst()).request();
        heard(new PbxEvent.Disconnected(NOW));
        flow.handle(new FlowInput.Answered(park, new PbxAnswer.Unavailable()));
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
        flow.handle(new FlowInput.Answered(park, new PbxAnswer.Unavailable()));
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
        flow.handle(new FlowInput.DeviceChosen(AGENT, phone));
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
        return flow.handle(new FlowInput.Heard(event));
    }

    private List<FlowAction> recorded(Command command, Event... events) {
        return flow.handle(new FlowInput.Recorded(command, List.of(events)));
    }
}
