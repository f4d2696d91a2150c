package org.kezheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.StatusEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Orders to the leg of a talk, and to somebody outside about it, as the PBX gets them.
@Timeout(60)
final class TalkOrdersTest {
    private static final LinkTimes TIMES = new LinkTimes(
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofMillis(50));
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");
    private static final String PARTNER = "kz-out-4711-h17954683445971";

    private final Told told = new Told();
    private final FakeManager pbx = new FakeManager();
    private final AsteriskGateway gateway;

    TalkOrdersTest() throws IOException {
        ManagerAccess access =
                new ManagerAccess("127.0.0.1", pbx.port(), "kezheng", new SecretText(FakeManager.SECRET));
        gateway = new AsteriskGateway(new GatewaySettings(access, TIMES, Duration.ofSeconds(30), 1_000, 100));
    }

    @BeforeEach
    void connect() throws Exception {
        gateway.start(told);
        told.next(PbxEvent.Connected.class);
    }

    @AfterEach
    void end() throws IOException {
        gateway.close();
        pbx.close();
    }

    @Test
    void aMobileIsCalledWithAnOwnNumberAloneAndGoesOnByItsKey() throws Exception {
        AgentDevice mobile = new AgentDevice.Mobile(
                new OutsideAddress(new PhoneNumber("13800138000"), null), new PhoneNumber("4001"), "/prompts/take");
        ContactTag tag = new ContactTag("17", "support", "7.17.1.2001");
        PbxRequest ring =
                new PbxRequest.RingAgent("kz-offer-7-m1", mobile, "PJSIP/trunk-1", tag, Duration.ofSeconds(9));
        assertThat(answer(ring)).isEqualTo(new PbxAnswer.Refused());
        gateway.sendOnly("4001"::equals);
        assertThat(answer(ring)).isEqualTo(new PbxAnswer.Accepted());
        assertThat(pbx.nextOrder())
                .containsEntry("action", "Originate")
                .containsEntry("channelid", "kz-offer-7-m1")
                .containsEntry("channel", "PJSIP/13800138000@trunk-out")
                .containsEntry("callerid", "<4001>")
                .containsEntry("context", "kezheng-mobile");
        assertThatThrownBy(() ->
                        new PbxRequest.RingAgent("kz-offer-7", mobile, "PJSIP/trunk-1", tag, Duration.ofSeconds(9)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PbxRequest.TestDevice("kz-test-1", mobile, Duration.ofSeconds(9)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMobileHasAnsweredWithItsKeyAndNotWhenItIsPickedUp() {
        NewStateEvent up = new NewStateEvent(this);
        up.setUniqueId("kz-offer-7-m1");
        up.setChannelState(6);
        assertThat(Signals.of(up, AT)).contains(new Signal.LegRings("kz-offer-7-m1", AT));
        KezhengStepEvent taken = new KezhengStepEvent(this);
        taken.setUniqueId("kz-offer-7-m1");
        taken.setStatus("taken");
        assertThat(Signals.of(taken, AT)).contains(new Signal.LegUp("kz-offer-7-m1", AT));
        StatusEvent status = new StatusEvent(this);
        status.setUniqueId("kz-offer-7-m1");
        status.setChannel("PJSIP/trunk-out-1");
        status.setChannelState(6);
        Picture.Run run = new Picture.Run("boot-1", "22");
        Picture asked = Pictures.of(run, List.of(status), AT);
        assertThat(asked.legs()).containsExactly(new LiveLeg("kz-offer-7-m1", false, null));
        assertThat(asked.ringingLegs()).containsExactly("kz-offer-7-m1");
        status.setVariables(Map.of("KZ_TAKEN", "1"));
        assertThat(Pictures.of(run, List.of(status), AT).legs())
                .containsExactly(new LiveLeg("kz-offer-7-m1", true, null));
    }

    @Test
    void aMuteIsNotedOnTheLegAndTheLegTellsIt() throws Exception {
        assertThat(answer(new PbxRequest.MuteAgent(Recorded.LEG))).isEqualTo(new PbxAnswer.Accepted());
        assertThat(pbx.nextOrder())
                .containsEntry("action", "SetVar")
                .containsEntry("channel", Recorded.LEG)
                .containsEntry("variable", "KZ_MUTED")
                .containsEntry("value", "1");
        assertThat(pbx.nextOrder())
                .containsEntry("action", "MuteAudio")
                .containsEntry("channel", Recorded.LEG)
                .containsEntry("direction", "in");
        assertThat(answer(new PbxRequest.AskMuted(Recorded.LEG))).isEqualTo(new PbxAnswer.Told(""));
        assertThat(pbx.nextOrder()).containsEntry("action", "GetVar").containsEntry("variable", "KZ_MUTED");
    }

    @Test
    void aKeyComesAsIfThePhoneHadPressedItAndPrintsNothing() throws Exception {
        PbxRequest.PressKey key = new PbxRequest.PressKey(Recorded.LEG, '5');
        assertThat(answer(key)).isEqualTo(new PbxAnswer.Accepted());
        assertThat(pbx.nextOrder())
                .containsEntry("action", "PlayDTMF")
                .containsEntry("channel", Recorded.LEG)
                .containsEntry("digit", "5")
                .containsEntry("receive", "true");
        assertThat(key.toString()).doesNotContain("5");
        assertThatThrownBy(() -> new PbxRequest.PressKey(Recorded.LEG, 'a'))
                .isInstanceOf(IllegalArgumentException.class);
        pbx.orderError = "Channel not found";
        assertThat(answer(key)).isEqualTo(new PbxAnswer.NotThere());
    }

    @Test
    void whoeverIsOutsideIsCalledWithAnOwnNumberOnlyAndMeetsTheCallerOrTheAgent() throws Exception {
        PbxRequest.CallPartner inRoom = partner(new Place.Room("4711"));
        assertThat(answer(inRoom)).isEqualTo(new PbxAnswer.Refused());
        assertThat(pbx.orders).isEmpty();
        gateway.sendOnly("4001"::equals);
        assertThat(answer(inRoom)).isEqualTo(new PbxAnswer.Accepted());
        assertThat(pbx.nextOrder())
                .containsEntry("action", "Originate")
                .containsEntry("channelid", PARTNER)
                .containsEntry("channel", "PJSIP/02087654321@trunk-out")
                .containsEntry("callerid", "<4001>")
                .containsEntry("context", "kezheng-room")
                .containsEntry("exten", "4711");
        assertThatThrownBy(() -> partner(new Place.Waiting())).isInstanceOf(IllegalArgumentException.class);
    }

    private static PbxRequest.CallPartner partner(Place place) {
        return new PbxRequest.CallPartner(
                PARTNER,
                new OutsideAddress(new PhoneNumber("02087654321"), null),
                new PhoneNumber("4001"),
                place,
                Duration.ofSeconds(30));
    }

    private PbxAnswer answer(PbxRequest request) throws Exception {
        return gateway.execute(request).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
