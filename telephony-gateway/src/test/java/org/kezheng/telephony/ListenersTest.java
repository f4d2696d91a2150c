package org.kezheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asteriskjava.manager.event.DtmfEndEvent;
import org.asteriskjava.manager.event.StatusEvent;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private static final Instant AT = Instant.parse("2026-11-30T04:00:00Z");
    private static final String LEG = "kz-listen-7";

    private final List<ListenerSign> told = new ArrayList<>();
    private final Listeners listeners = new Listeners();

    ListenersTest() {
        listeners.observe(told::add);
    }

    @Test
    void whatBecomesOfAListenerIsToldApartFromCalls() {
        listeners.apply(new Signal.ListenerUp(LEG, AT));
        listeners.apply(new Signal.ListenerKey(LEG, '5', AT));
        listeners.apply(new Signal.ChannelGone("kz-offer-7", 16, AT));
        listeners.apply(new Signal.ChannelGone(LEG, 16, AT));
        assertThat(told)
                .containsExactly(
                        new ListenerSign.Answered(LEG, AT),
                        new ListenerSign.Key(LEG, '5', AT),
                        new ListenerSign.Ended(LEG, AT));
        assertThat(new ListenerSign.Key(LEG, '5', AT).mode()).contains(ListeningMode.WHISPER);
        assertThat(new ListenerSign.Key(LEG, '1', AT).mode()).isEmpty();
    }

    @Test
    void keyOfAListenerIsNoKeyOfACaller() {
        DtmfEndEvent key = new DtmfEndEvent(this);
        key.setUniqueId(LEG);
        key.setDigit("6");
        key.setDirection("Received");
        assertThat(Signals.of(key, AT)).contains(new Signal.ListenerKey(LEG, '6', AT));
    }

    @Test
    void listenerInARoomIsNeitherCallerNorLeg() {
        StatusEvent caller = channel("1763900000.1", "room");
        caller.setVariables(Map.of("KZ_DIALLED", "4001"));
        Picture picture = Pictures.of(
                new Picture.Run("epoch", "22"),
                List.of(channel(LEG, "room"), channel("kz-offer-7", "room"), caller, channel("kz-listen-8", "")),
                AT);
        assertThat(picture.listeners()).containsExactlyInAnyOrder(LEG, "kz-listen-8");
        assertThat(picture.legs()).containsExactly(new LiveLeg("kz-offer-7", true, "1763900000.1"));
        assertThat(picture.callers()).hasSize(1);
        listeners.seen(picture);
        assertThat(told).containsExactly(new ListenerSign.Present(Set.of(LEG, "kz-listen-8"), AT));
    }

    @Test
    void onlyAnAgentsLegIsListenedToAndOnlyByAListenersLeg() {
        AgentDevice device = new AgentDevice.SipPhone("127.0.0.1", 5060);
        ContactTag tag = new ContactTag("1", "support", null);
        Duration rings = Duration.ofSeconds(30);
        assertThatThrownBy(() ->
                        new PbxRequest.Listen("kz-offer-9", device, "kz-offer-7", ListeningMode.LISTEN, tag, rings))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PbxRequest.Listen(LEG, device, "PJSIP/trunk-1", ListeningMode.LISTEN, tag, rings))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StatusEvent channel(String id, String bridge) {
        StatusEvent channel = new StatusEvent(ListenersTest.class);
        channel.setUniqueId(id);
        channel.setChannel("PJSIP/agent-" + id);
        channel.setChannelState(6);
        channel.setBridgeId(bridge);
        return channel;
    }
}
