package org.kezheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kezheng.telephony.ChannelMoment.Kind;
import org.kezheng.testkit.await.Await;

/// How the gateway follows what happens on the PBX, and the link with it.
final class AsteriskGatewayTest extends GatewayOnFakePbx {

    AsteriskGatewayTest() throws IOException {}

    @Test
    void aTestOfADeviceIsOrderedByItsNameAndToldBesideTheCalls() throws Exception {
        told.next(PbxEvent.Connected.class);
        BlockingQueue<DeviceTestSign> signs = new LinkedBlockingQueue<>();
        gateway.observeTests(signs::add);
        String id = "kz-test-4711";
        var device = new AgentDevice.SipPhone("127.0.0.1", 5070);
        gateway.execute(new PbxRequest.TestDevice(id, device, Duration.ofSeconds(30)));
        assertThat(pbx.nextOrder())
                .containsEntry("action", "Originate")
                .containsEntry("channelid", id)
                .containsEntry("channel", "PJSIP/agent-phone/sip:agent@127.0.0.1:5070")
                .containsEntry("context", "kezheng-device-test")
                .containsEntry("callerid", "devicetest <4711>");
        pbx.emit("Newstate", "Uniqueid: " + id, "ChannelState: 5");
        pbx.emit("Newstate", "Uniqueid: " + id, "ChannelState: 6");
        pbx.emit("UserEvent", "UserEvent: KezhengDeviceTest", "Uniqueid: " + id, "Noise: TIMEOUT", "Received: 400");
        pbx.emit("OriginateResponse", "Response: Failure", "ActionID: " + id, "Uniqueid: " + id);
        pbx.emit("Hangup", "Uniqueid: " + id, "Cause: 16");
        assertThat(signs.poll(10, TimeUnit.SECONDS)).isEqualTo(new DeviceTestSign.Rings(id));
        assertThat(signs.poll(10, TimeUnit.SECONDS)).isEqualTo(new DeviceTestSign.Answered(id));
        assertThat(signs.poll(10, TimeUnit.SECONDS)).isEqualTo(new DeviceTestSign.Listened(id, false, 400));
        assertThat(signs.poll(10, TimeUnit.SECONDS)).isEqualTo(new DeviceTestSign.Failed(id));
        assertThat(signs.poll(10, TimeUnit.SECONDS)).isEqualTo(new DeviceTestSign.Ended(id, 16));
        Recorded.callerEnters(pbx, Recorded.CALLER);
        // Nothing of the test came before it.
        assertThat(told.next(PbxEvent.CallerEntered.class).uniqueId()).isEqualTo(Recorded.CALLER);
    }

    @Test
    void aCallIsToldFromEntryToEnd() throws Exception {
        var connected = told.next(PbxEvent.Connected.class);
        assertThat(connected.bootEpoch()).isEqualTo(FakeManager.EPOCH);
        assertThat(connected.version()).isEqualTo("22.10.1");

        Recorded.callerEnters(pbx, Recorded.CALLER);
        var entered = told.next(PbxEvent.CallerEntered.class);
        assertThat(entered.uniqueId()).isEqualTo(Recorded.CALLER);
        assertThat(entered.callingNumber()).isEqualTo(new PhoneNumber(Recorded.NUMBER));
        assertThat(entered.dialledNumber()).isEqualTo("4001");
        assertThat(entered.at()).hasToString("2026-11-23T21:12:24.597746Z");

        var answer = gateway.execute(ring()).toCompletableFuture();
        Map<String, String> order = pbx.nextOrder();
        assertThat(order)
                .containsEntry("action", "Originate")
                .containsEntry("channelid", Recorded.LEG)
                .containsEntry("channel", "PJSIP/agent-phone/sip:agent@127.0.0.1:5070")
                .containsEntry("async", "true")
                .containsEntry("context", "kezheng-agent")
                .containsEntry("callerid", "support <4711>");
        assertThat(order.get("variable")).contains("KZ_CALLER=" + Recorded.CALLER_CHANNEL, "KZ_CONTACT=4711");
        assertThat(order.toString()).doesNotContain(Recorded.NUMBER);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new PbxAnswer.Accepted());

        Recorded.legEvent(pbx, "Newchannel", 0);
        Recorded.legEvent(pbx, "Newstate", 5);
        Recorded.legEvent(pbx, "Newstate", 6);
        Recorded.legEvent(pbx, "Hold", 6);
        Recorded.legEvent(pbx, "Unhold", 6);
        Recorded.legEvent(pbx, "Hangup", 6, "Cause: 16");
        Recorded.callerGone(pbx, Recorded.CALLER);
        assertThat(told.next(PbxEvent.LegRinging.class).legId()).isEqualTo(Recorded.LEG);
        told.next(PbxEvent.LegAnswered.class);
        told.next(PbxEvent.LegHeld.class);
        told.next(PbxEvent.LegResumed.class);
        var ended = told.next(PbxEvent.LegEnded.class);
        assertThat(ended.wasAnswered()).isTrue();
        assertThat(told.next(PbxEvent.CallerLeft.class).cause()).isEqualTo(16);
    }

    @Test
    void momentsOfACallAreToldToWhoeverMeasures() throws Exception {
        BlockingQueue<ChannelMoment> moments = new LinkedBlockingQueue<>();
        gateway.observe(moments::add);
        told.next(PbxEvent.Connected.class);
        Instant before = Instant.now();
        pbx.emit(
                "Newchannel",
                "Channel: " + Recorded.CALLER_CHANNEL,
                "Context: from-trunk",
                "Uniqueid: " + Recorded.CALLER);
        pbx.emit("Newchannel", "Channel: Local/1", "Context: kezheng-none", "Uniqueid: 1795468344.5");
        Recorded.callerEnters(pbx, Recorded.CALLER);
        told.next(PbxEvent.CallerEntered.class);
        Instant stamped = Instant.parse("2026-11-23T21:12:24.597746Z");
        assertThat(moments.take()).isEqualTo(new ChannelMoment(Kind.CALLER_BEGAN, Recorded.CALLER, stamped));
        ChannelMoment announced = moments.take();
        assertThat(announced.kind()).isEqualTo(Kind.CALLER_ANNOUNCED);
        assertThat(announced.at()).isBetween(before, Instant.now());
        gateway.execute(ring()).toCompletableFuture().get(10, TimeUnit.SECONDS);
        Recorded.legEvent(pbx, "Newchannel", 0);
        Recorded.legEvent(pbx, "Newstate", 5);
        Recorded.legEvent(pbx, "Newstate", 6);
        told.next(PbxEvent.LegRinging.class);
        told.next(PbxEvent.LegAnswered.class);
        ChannelMoment ordered = moments.take();
        assertThat(ordered.kind()).isEqualTo(Kind.LEG_ORDERED);
        assertThat(ordered.at()).isBetween(announced.at(), Instant.now());
        assertThat(moments.take()).isEqualTo(new ChannelMoment(Kind.LEG_BEGAN, Recorded.LEG, stamped));
        assertThat(moments.take()).isEqualTo(new ChannelMoment(Kind.LEG_RANG, Recorded.LEG, stamped));
        assertThat(moments.take()).isEqualTo(new ChannelMoment(Kind.LEG_ANSWERED, Recorded.LEG, stamped));
    }

    @Test
    void anObserverThatFailsDisturbsNoCall() throws Exception {
        gateway.observe(moment -> {
            throw new IllegalStateException("no");
        });
        told.next(PbxEvent.Connected.class);
        Recorded.callerEnters(pbx, Recorded.CALLER);
        assertThat(told.next(PbxEvent.CallerEntered.class).uniqueId()).isEqualTo(Recorded.CALLER);
    }

    @Test
    void eventsThatComeWhileThePictureIsReadAreToldAfterIt() throws Exception {
        told.next(PbxEvent.Connected.class);
        pbx.channels.add(Recorded.liveCaller(Recorded.CALLER, "b1"));
        pbx.channels.add(Recorded.liveLeg(5, ""));
        pbx.onStatus = () -> {
            pbx.onStatus = () -> {};
            // One that the picture shows already, one that it does not, and the end of one that it shows.
            Recorded.callerEnters(pbx, Recorded.CALLER);
            Recorded.callerEnters(pbx, "1795468344.9");
            Recorded.legEvent(pbx, "Hangup", 5, "Cause: 21");
        };
        pbx.drop();
        told.next(PbxEvent.Disconnected.class);
        var connected = told.next(PbxEvent.Connected.class);
        assertThat(connected.callers()).extracting(LiveCaller::uniqueId).containsExactly(Recorded.CALLER);
        assertThat(connected.legs()).containsExactly(new LiveLeg(Recorded.LEG, false, null));
        told.next(PbxEvent.LegRinging.class);
        assertThat(told.next(PbxEvent.CallerEntered.class).uniqueId()).isEqualTo("1795468344.9");
        assertThat(told.next(PbxEvent.LegEnded.class).isDeclined()).isTrue();
    }

    @Test
    void aConnectionLostWhileThePictureIsReadTellsNoHalfOfIt() throws Exception {
        told.next(PbxEvent.Connected.class);
        pbx.channels.add(Recorded.liveCaller(Recorded.CALLER, "b1"));
        pbx.onStatus = () -> {
            pbx.onStatus = () -> {};
            pbx.write("Event: Status\r\nUniqueid: 1795468344.5\r\nChannelState: 6\r\nVari");
            pbx.drop();
        };
        pbx.drop();
        told.next(PbxEvent.Disconnected.class);
        var connected = told.next(PbxEvent.Connected.class);
        assertThat(connected.callers()).extracting(LiveCaller::uniqueId).containsExactly(Recorded.CALLER);
        assertThat(pbx.connections.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatWasTalkingIsTakenBackAndWhatIsMissingIsToldAsEnded() throws Exception {
        told.next(PbxEvent.Connected.class);
        Recorded.callerEnters(pbx, "1795468344.8");
        told.next(PbxEvent.CallerEntered.class);
        pbx.channels.add(Recorded.liveCaller(Recorded.CALLER, "b1"));
        pbx.channels.add(Recorded.liveLeg(6, "b1"));
        pbx.startupTime = "21:00:00";
        pbx.drop();
        told.first(PbxEvent.Disconnected.class);
        var connected = told.first(PbxEvent.Connected.class);
        assertThat(connected.bootEpoch()).isEqualTo("2026-11-23T21:00:00");
        assertThat(connected.callers().getFirst().talkingLeg()).contains(Recorded.LEG);
        assertThat(connected.callers().getFirst().enteredAt()).hasToString("2026-11-23T21:12:24Z");
        assertThat(connected.legs().getFirst().caller()).contains(Recorded.CALLER);
        assertThat(told.next(PbxEvent.CallerLeft.class).uniqueId()).isEqualTo("1795468344.8");
        told.next(PbxEvent.LegAnswered.class);
    }

    @Test
    void anOverflowIsFollowedByTheWholePicture() throws Exception {
        gateway.close();
        gateway = gateway(10);
        Told late = new Told();
        CountDownLatch go = new CountDownLatch(1);
        gateway.start(event -> {
            late.accept(event);
            if (event instanceof PbxEvent.CallerEntered) {
                awaitQuietly(go);
            }
        });
        late.first(PbxEvent.Connected.class);
        for (int i = 0; i < 50; i++) {
            String id = "1795468400." + i;
            pbx.channels.add(Recorded.liveCaller(id, ""));
            Recorded.callerEnters(pbx, id);
        }
        late.first(PbxEvent.CallerEntered.class);
        AsteriskGateway slow = gateway;
        Await.until("the bound is passed", Duration.ofSeconds(20), () -> !slow.isSequenceWhole());
        go.countDown();
        var connected = late.first(PbxEvent.Connected.class);
        assertThat(connected.bootEpoch()).isEqualTo(FakeManager.EPOCH);
        assertThat(connected.callers()).hasSize(50);
    }

    @Test
    void aLateAnswerToAPingIsFollowedByTheWholePicture() throws Exception {
        told.next(PbxEvent.Connected.class);
        pbx.ignoredPings.set(1);
        told.next(PbxEvent.LinkLate.class);
        told.next(PbxEvent.Connected.class);
        assertThat(pbx.connections.get()).isEqualTo(1);
    }

    @Test
    void aPbxThatAnswersNoPingAtAllIsConnectedAnew() throws Exception {
        told.next(PbxEvent.Connected.class);
        pbx.ignoredPings.set(2);
        told.next(PbxEvent.LinkLate.class);
        told.next(PbxEvent.Disconnected.class);
        told.next(PbxEvent.Connected.class);
        assertThat(pbx.connections.get()).isEqualTo(2);
    }

    @Test
    void aCallerOfWhomNoEventToldIsFoundAtTheSecondSighting() throws Exception {
        told.next(PbxEvent.Connected.class);
        pbx.channels.add(Recorded.liveCaller(Recorded.CALLER, "b1"));
        assertThat(told.first(PbxEvent.Reconciled.class).callers()).isEmpty();
        var connected = told.first(PbxEvent.Connected.class);
        assertThat(connected.callers()).hasSize(1);
        assertThat(told.first(PbxEvent.Reconciled.class).callers()).hasSize(1);
    }

    @Test
    void hostileInputLosesNothingThatFollows() throws Exception {
        told.next(PbxEvent.Connected.class);
        pbx.write("garbage without a colon\r\n: \r\n:::\r\n\r\n");
        pbx.write("Event: Hangup\r\nEvent: Hangup\r\nUniqueid: x\r\n\r\n");
        pbx.emit("Hangup", "Cause: not a number");
        pbx.emit("Newstate", "Uniqueid: kz-offer-1", "ChannelState: 99999999999999999999");
        pbx.emit("UserEvent", "UserEvent: KezhengCall", "UserEvent: KezhengCall");
        pbx.emit("UserEvent", "UserEvent: KezhengCall", "Uniqueid: 1.1");
        pbx.emit(
                "UserEvent",
                "UserEvent: KezhengCall",
                "Channel: c",
                "Uniqueid: 1.2",
                "Calling: " + "9".repeat(5_000),
                "Dialled: ${SHELL(x)}4\u0000001");
        pbx.write("Event: " + "A".repeat(100_000) + "\r\n\r\n");
        Recorded.callerEnters(pbx, Recorded.CALLER);
        var odd = told.next(PbxEvent.CallerEntered.class);
        assertThat(odd.dialledNumber()).isEqualTo("4001");
        assertThat(odd.callingNumber().digits()).hasSize(64);
        assertThat(told.next(PbxEvent.CallerEntered.class).uniqueId()).isEqualTo(Recorded.CALLER);
    }

    @Test
    void withoutAConnectionOrdersAreAnsweredAtOnce() throws Exception {
        told.next(PbxEvent.Connected.class);
        pbx.close();
        told.next(PbxEvent.Disconnected.class);
        assertThat(gateway.execute(ring()).toCompletableFuture().getNow(new PbxAnswer.Accepted()))
                .isEqualTo(new PbxAnswer.Unavailable());
    }

    @Test
    void aPbxThatComesLaterIsFound() throws Exception {
        told.next(PbxEvent.Connected.class);
        pbx.isTurningAway = true;
        pbx.drop();
        told.next(PbxEvent.Disconnected.class);
        pbx.isTurningAway = false;
        told.next(PbxEvent.Connected.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the test never let go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
