package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.RtpPeer;
import org.kezheng.testkit.telephony.Sound;
import tools.jackson.databind.JsonNode;

/// An agent hands a caller on: the caller stays on the line, and hears the next one.
@ExtendWith(SharedCallCentre.class)
class TransferIT {

    private static final double CALLERS_TONE = 440;
    private static final double FIRST_TONE = 1_000;
    private static final double SECOND_TONE = 1_300;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final CallCentre centre;

    TransferIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void callerHandedToAnotherAgentTalksWithThatAgentAndIsOneCall() {
        try (AgentPhone firstPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone secondPhone = AgentPhone.answeringAfter(Duration.ofMillis(500));
                PhoneAgent first = centre.agent("agent1", firstPhone).ready();
                PhoneAgent second = centre.agent("agent2", secondPhone);
                IncomingCall call = centre.dial("support")) {
            first.awaitState("talking");
            call.sound().speak(CALLERS_TONE);
            firstPhone.sound().speak(FIRST_TONE);
            secondPhone.sound().speak(SECOND_TONE);
            awaitHears(call, FIRST_TONE);
            // Only what was said can be recorded: a talk of a moment may hold nothing of the caller.
            Ear.awaitListensTo(firstPhone.sound(), CALLERS_TONE);
            second.ready();
            transfer(first, call.id(), Map.of("agent", "agent2")).expect(200);
            second.awaitState("talking");
            awaitHears(call, SECOND_TONE);
            Await.until(
                    "the caller hears the former agent no more",
                    SOON,
                    () -> !call.sound().heardWithin(MOMENT).hasTone(FIRST_TONE));
            Ear.awaitListensTo(secondPhone.sound(), CALLERS_TONE);
            assertThat(first.view().path("state").asString()).isEqualTo("wrap-up");
            first.wrapUp(call, "resolved", "").expect(200);
            assertThat(centre.stage(call)).isEqualTo("talking");
            call.hangUp();
            second.awaitState("wrap-up");
            second.wrapUp(call, "resolved", "").expect(200);
            JsonNode record = centre.awaitRecord(call);
            assertThat(record.path("outcome").asString()).isEqualTo("answered");
            assertThat(record.path("agent").asString()).isEqualTo("agent2");
            assertThat(offers(record)).containsExactly("agent1 answered", "agent2 answered");
            for (JsonNode offer : record.path("offers")) {
                double agentsTone = offer.path("agent").asString().equals("agent1") ? FIRST_TONE : SECOND_TONE;
                awaitRecorded(call, offer.path("offer").asString(), agentsTone);
            }
            packTellsOfBothTalks(call);
        }
    }

    @Test
    void callerHandedToAQueueHearsMusicAndKeepsTheLineUntilSomebodyAnswers() {
        try (AgentPhone firstPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone secondPhone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent first = centre.agent("agent1", firstPhone).ready();
                PhoneAgent second = centre.agent("agent2", secondPhone);
                IncomingCall call = centre.dial("support")) {
            first.awaitState("talking");
            transfer(first, call.id(), Map.of("queue", "support")).expect(200);
            first.awaitState("wrap-up");
            Await.until(
                    "the caller hears music",
                    SOON,
                    () -> call.sound().heardWithin(MOMENT).isAudible());
            assertThat(centre.stage(call)).isEqualTo("waiting");
            assertThat(call.caller().isConnected()).isTrue();
            first.wrapUp(call, "resolved", "").expect(200);
            first.notReady("break");
            secondPhone.sound().speak(SECOND_TONE);
            second.ready();
            second.awaitState("talking");
            awaitHears(call, SECOND_TONE);
            call.hangUp();
            second.awaitState("wrap-up");
            second.wrapUp(call, "resolved", "").expect(200);
            assertThat(offers(centre.awaitRecord(call))).containsExactly("agent1 answered", "agent2 answered");
        }
    }

    @Test
    void refusedTransferLeavesTheTalkAsItIsAndSaysWhy() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                PhoneAgent other = centre.agent("agent2", phone);
                IncomingCall call = centre.dial("support")) {
            agent.awaitState("talking");
            assertThat(rule(transfer(agent, call.id(), Map.of("agent", "agent2")), 409))
                    .isEqualTo("acd.agent-not-free");
            assertThat(rule(transfer(agent, call.id(), Map.of("agent", "agent1")), 400))
                    .isEqualTo("transfer.self");
            assertThat(rule(transfer(agent, call.id(), Map.of("agent", "nobody")), 400))
                    .isEqualTo("transfer.agent");
            assertThat(rule(transfer(agent, call.id(), Map.of("queue", "nowhere")), 400))
                    .isEqualTo("transfer.queue");
            assertThat(rule(transfer(agent, call.id(), Map.of()), 400)).isEqualTo("transfer.target");
            assertThat(rule(transfer(other, call.id(), Map.of("queue", "support")), 404))
                    .isEqualTo("call.unknown");
            JsonNode targets = agent.api().read("/api/agent/transfer-targets");
            assertThat(CallCentre.stream(targets.path("agents")))
                    .anySatisfy(target ->
                            assertThat(target.path("agent").asString()).isEqualTo("agent2"))
                    .noneSatisfy(target ->
                            assertThat(target.path("agent").asString()).isEqualTo("agent1"));
            assertThat(CallCentre.stream(targets.path("queues")))
                    .anySatisfy(target ->
                            assertThat(target.path("queue").asString()).isEqualTo("support"));
            assertThat(agent.state()).isEqualTo("talking");
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
        }
    }

    /// Two talks are told with two recordings, and the pack holds the hash of each, as the ledger took it down.
    private void packTellsOfBothTalks(IncomingCall call) {
        JsonNode talks = centre.supervisor().read("/api/calls/" + call.id()).path("talks");
        assertThat(CallCentre.stream(talks)
                        .map(talk -> talk.path("agent").asString() + " "
                                + talk.path("state").asString()))
                .containsExactly("agent1 stored", "agent2 stored");
        JsonNode packed = CasePack.of(centre.auditor(), call.id())
                .json("data/recording.json")
                .path("talks");
        assertThat(CallCentre.stream(packed).map(talk -> talk.path("sha256").asString()))
                .containsExactlyElementsOf(CallCentre.stream(talks)
                        .map(talk -> talk.path("sha256").asString())
                        .toList());
        assertThat(CallCentre.stream(packed)
                        .map(talk -> talk.path("ledgerIndex").asLong()))
                .doesNotHaveDuplicates()
                .allMatch(index -> index >= 0);
    }

    /// Each talk has a recording of its own: the caller left, that agent right.
    private void awaitRecorded(IncomingCall call, String offer, double agentsTone) {
        String path = "/api/calls/" + call.id() + "/recording?offer=" + offer;
        byte[] wav = Await.until(
                        "the talk of offer " + offer + " is stored",
                        SOON,
                        () -> centre.supervisor().download(path, ""),
                        answer -> answer.status() == 200)
                .bytes();
        assertThat(Sound.ofWav(wav, LEFT).hasTone(CALLERS_TONE)).isTrue();
        assertThat(Sound.ofWav(wav, RIGHT).hasTone(agentsTone)).isTrue();
    }

    private static Answer transfer(PhoneAgent agent, String call, Map<String, String> target) {
        return agent.api().send("POST", "/api/calls/" + call + "/transfer", target);
    }

    private static String rule(Answer answer, int status) {
        return answer.expect(status).json().path("rule").asString();
    }

    private static void awaitHears(IncomingCall call, double hertz) {
        awaitHears(call.sound(), hertz);
    }

    private static void awaitHears(RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " is heard", SOON, () -> ear.heardWithin(MOMENT), sound -> sound.hasTone(hertz));
    }

    private static List<String> offers(JsonNode record) {
        return CallCentre.stream(record.path("offers"))
                .map(offer -> offer.path("agent").asString() + " "
                        + offer.path("outcome").asString(""))
                .toList();
    }
}
