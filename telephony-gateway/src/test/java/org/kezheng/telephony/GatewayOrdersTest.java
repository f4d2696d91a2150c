package org.kezheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the PBX is told to do, and what its answers mean.
final class GatewayOrdersTest extends GatewayOnFakePbx {
    GatewayOrdersTest() throws IOException {}

    @Test
    void theSameLegIsNotOrderedTwice() throws Exception {
        told.next(PbxEvent.Connected.class);
        gateway.execute(ring()).toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(gateway.execute(ring()).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo(new PbxAnswer.AlreadyThere());
        pbx.nextOrder();
        assertThat(pbx.orders).isEmpty();
    }

    @Test
    void thePbxIsToldOnEachConnectionWhichNumbersItTakesCallsFor() throws Exception {
        told.next(PbxEvent.Connected.class);
        assertThat(pbx.orders).as("all, until it is told").isEmpty();
        assertThatThrownBy(() -> gateway.takeCallsFor(Set.of("40a"))).isInstanceOf(IllegalArgumentException.class);
        gateway.takeCallsFor(Set.of("4000"));
        pbx.drop();
        told.next(PbxEvent.Disconnected.class);
        told.next(PbxEvent.Connected.class);
        assertThat(pbx.nextOrder())
                .as("all, until all are told")
                .containsEntry("action", "SetVar")
                .containsEntry("variable", "KZ_NUMBERS")
                .containsEntry("value", "")
                .doesNotContainKey("channel");
        Map<String, String> number = pbx.nextOrder();
        assertThat(number).containsEntry("variable", "KZ_NUMBER_4000");
        assertThat(pbx.nextOrder())
                .as("the same mark, so that no number of before counts")
                .containsEntry("variable", "KZ_NUMBERS")
                .containsEntry("value", number.get("value"));
    }

    @Test
    void aLegThatIsEndedBeforeItsChannelIsThereIsEndedWhenItAppears() throws Exception {
        told.next(PbxEvent.Connected.class);
        gateway.execute(ring());
        pbx.nextOrder();
        pbx.orderError = "No such channel";
        var end = gateway.execute(new PbxRequest.EndLeg(Recorded.LEG)).toCompletableFuture();
        assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(new PbxAnswer.Accepted());
        pbx.nextOrder();
        Recorded.legEvent(pbx, "Newchannel", 0);
        assertThat(pbx.nextOrder()).containsEntry("action", "Hangup").containsEntry("channel", Recorded.LEG);
        Recorded.legEvent(pbx, "Hangup", 0, "Cause: 0");
        assertThat(told.next(PbxEvent.LegEnded.class).isDeclined()).isFalse();
    }

    @Test
    void channelsAreSentToAPlaceOfTheDialplanOneOrTwoAtOnce() throws Exception {
        told.next(PbxEvent.Connected.class);
        gateway.execute(new PbxRequest.Move(Recorded.CALLER_CHANNEL, new Place.Waiting()));
        assertThat(pbx.nextOrder())
                .containsEntry("action", "Redirect")
                .containsEntry("channel", Recorded.CALLER_CHANNEL)
                .containsEntry("context", "kezheng-waiting")
                .containsEntry("exten", "s")
                .containsEntry("priority", "1")
                .doesNotContainKey("extrachannel");
        gateway.execute(new PbxRequest.Move(List.of(
                new PbxRequest.Moved(Recorded.CALLER_CHANNEL, new Place.Waiting()),
                new PbxRequest.Moved(Recorded.LEG, new Place.Waiting()))));
        assertThat(pbx.nextOrder())
                .containsEntry("extrachannel", Recorded.LEG)
                .containsEntry("extracontext", "kezheng-waiting");
        pbx.orderError = "No such channel";
        assertThat(gateway.execute(new PbxRequest.Move(Recorded.CALLER_CHANNEL, new Place.Waiting()))
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS))
                .isEqualTo(new PbxAnswer.NotThere());
    }

    @Test
    void partiesOfAConsultationAreSentToRoomsAndBack() throws Exception {
        told.next(PbxEvent.Connected.class);
        gateway.execute(new PbxRequest.Move(List.of(
                new PbxRequest.Moved(Recorded.CALLER_CHANNEL, new Place.Waiting()),
                new PbxRequest.Moved(Recorded.LEG, new Place.Room("4711")))));
        assertThat(pbx.nextOrder())
                .containsEntry("context", "kezheng-waiting")
                .containsEntry("extracontext", "kezheng-room")
                .containsEntry("extraexten", "4711");
        gateway.execute(new PbxRequest.Move(Recorded.LEG, new Place.Aside()));
        assertThat(pbx.nextOrder()).containsEntry("context", "kezheng-aside");
        gateway.execute(new PbxRequest.Move(Recorded.LEG, new Place.TakenOver(talk("8.4711.1.2001"), "4711.8")));
        assertThat(pbx.nextOrder()).containsEntry("variable", "KZ_ROOM").containsEntry("value", "4711.8");
        assertThat(pbx.nextOrder())
                .containsEntry("context", "kezheng-taken-over")
                .containsEntry("exten", "8.4711.1.2001");
        gateway.execute(new PbxRequest.Move(Recorded.LEG, new Place.Joined(Recorded.CALLER_CHANNEL)));
        assertThat(pbx.nextOrder())
                .containsEntry("action", "SetVar")
                .containsEntry("channel", Recorded.LEG)
                .containsEntry("variable", "KZ_CALLER")
                .containsEntry("value", Recorded.CALLER_CHANNEL);
        assertThat(pbx.nextOrder()).containsEntry("action", "Redirect").containsEntry("context", "kezheng-joined");
        assertThatThrownBy(() -> new Place.TakenOver(talk(null), "4711.x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place.Room("4711,x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place.TakenOver(talk("x.4711.1"), "4711.8"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place.Joined("a\r\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTalkThatIsTakenOverIsRecordedAsItsCallerAndItsRulesWant() throws Exception {
        told.next(PbxEvent.Connected.class);
        gateway.execute(new PbxRequest.Move(Recorded.LEG, new Place.TakenOver(talk(null), "4711.8")));
        assertThat(pbx.nextOrder()).containsEntry("variable", "KZ_ROOM").containsEntry("value", "4711.8");
        assertThat(pbx.nextOrder()).containsEntry("context", "kezheng-taken-over-unrecorded");
        gateway.recordOnly(tag -> !tag.queue().equals("support"));
        gateway.execute(new PbxRequest.Move(Recorded.LEG, new Place.TakenOver(talk("8.4711.1.2001"), "4711.8")));
        assertThat(pbx.nextOrder()).containsEntry("variable", "KZ_ROOM");
        assertThat(pbx.nextOrder()).containsEntry("context", "kezheng-taken-over-unrecorded");
    }

    @Test
    void whoIsAskedAboutACallerIsRecordedAsTheRulesWant() throws Exception {
        told.next(PbxEvent.Connected.class);
        gateway.recordOnly(tag -> false);
        gateway.execute(new PbxRequest.RingIntoRoom(
                Recorded.LEG,
                new AgentDevice.SipPhone("127.0.0.1", 5070),
                "4711",
                talk("7.4712.1.2001"),
                Duration.ofSeconds(20)));
        assertThat(pbx.nextOrder())
                .containsEntry("context", "kezheng-called")
                .extractingByKey("variable")
                .asString()
                .contains("KZ_RECORDING=none");
    }

    private static ContactTag talk(@Nullable String recording) {
        return new ContactTag("4711", "support", recording);
    }

    @Test
    void whoIsCalledByAnAgentEntersTheRoomWithTheAnswer() throws Exception {
        told.next(PbxEvent.Connected.class);
        gateway.execute(new PbxRequest.RingIntoRoom(
                Recorded.LEG,
                new AgentDevice.SipPhone("127.0.0.1", 5070),
                "4711",
                new ContactTag("4712", "support", "7.4712.1.2001"),
                Duration.ofSeconds(20)));
        assertThat(pbx.nextOrder())
                .containsEntry("action", "Originate")
                .containsEntry("context", "kezheng-called")
                .containsEntry("exten", "4711")
                .containsEntry("callerid", "support <4712>");
    }

    @Test
    void refusalsAreToldApart() throws Exception {
        told.next(PbxEvent.Connected.class);
        pbx.orderError = "No such channel";
        assertThat(gateway.execute(new PbxRequest.EndCaller(Recorded.CALLER_CHANNEL))
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS))
                .isEqualTo(new PbxAnswer.NotThere());
        pbx.orderError = "Permission denied";
        assertThat(gateway.execute(ring()).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo(new PbxAnswer.Refused());
        pbx.orderError = null;
        assertThat(gateway.execute(ring()).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo(new PbxAnswer.Accepted());
    }

    @Test
    void stepOfAFlowIsNotedOnTheChannelThenDoneThenTold() throws Exception {
        told.next(PbxEvent.Connected.class);
        Recorded.callerEnters(pbx, Recorded.CALLER);
        told.next(PbxEvent.CallerEntered.class);
        gateway.execute(new PbxRequest.Perform(
                        Recorded.CALLER_CHANNEL,
                        new LineStep("s-1", "main~1~menu~", true),
                        new LineTask.Ask(List.of("/p/a", "/p/b"), 4, 5_000, '#')))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        Map<String, String> noted = pbx.orders.take();
        assertThat(noted).containsEntry("variable", "KZ_STEP");
        assertThat(noted).containsEntry("value", "s-1|main~1~menu~|1|4|5.000|#|/p/a&/p/b");
        assertThat(LineStep.markOf(noted.getOrDefault("value", ""))).isEqualTo("main~1~menu~");
        assertThat(pbx.orders.take()).containsEntry("context", "kezheng-step").containsEntry("exten", "ask");
        pbx.emit(
                "UserEvent",
                "Channel: " + Recorded.CALLER_CHANNEL,
                "Uniqueid: " + Recorded.CALLER,
                "UserEvent: KezhengStep",
                "Step: s-1",
                "Status: done",
                "Keys: 12#");
        assertThat(told.next(PbxEvent.StepDone.class).keys()).isEqualTo("12#");
        pbx.emit(
                "DTMFEnd",
                "Channel: " + Recorded.CALLER_CHANNEL,
                "Uniqueid: " + Recorded.CALLER,
                "Digit: 5",
                "DurationMs: 120",
                "Direction: Received");
        assertThat(told.next(PbxEvent.KeyPressed.class).key()).isEqualTo('5');
    }
}
