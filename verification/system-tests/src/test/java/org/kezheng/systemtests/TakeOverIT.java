package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.RtpPeer;
import org.kezheng.testkit.telephony.Sound;
import tools.jackson.databind.JsonNode;

/// A supervisor takes calls: a talk from an agent, or one that waits.
@ExtendWith(SharedCallCentre.class)
class TakeOverIT {

    private static final double CALLERS_TONE = 440;
    private static final double AGENTS_TONE = 1_000;
    private static final double SUPERVISORS_TONE = 1_700;
    private static final double COLLEAGUES_TONE = 1_300;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Map<String, String> CAUSE = Map.of("cause", "customer");

    private final CallCentre centre;

    TakeOverIT(CallCentre centre) {
        this.centre = centre;
    }

    /// Other tests share the installation.
    @AfterEach
    void takeTheDesksOwnPhoneAgain() {
        centre.supervisor()
                .send("PUT", "/api/agent/device", Map.of("browser", true))
                .expect(200);
    }

    @Test
    void supervisorKeepsTheCallerAndTheAgentWrapsUp() {
        JsonNode before = queue("support");
        try (AgentPhone agentsPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone supervisorsPhone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", agentsPhone).ready();
                IncomingCall call = centre.dial("support")) {
            usePhone(supervisorsPhone);
            call.sound().speak(CALLERS_TONE);
            agentsPhone.sound().speak(AGENTS_TONE);
            supervisorsPhone.sound().speak(SUPERVISORS_TONE);
            agent.awaitState("talking");
            awaitHears(call.sound(), AGENTS_TONE);
            Ear.awaitListensTo(agentsPhone.sound(), CALLERS_TONE);

            act(call, "/take-over", Map.of()).expect(400);
            act(call, "/take-over", CAUSE).expect(200);
            awaitHears(call.sound(), SUPERVISORS_TONE);
            Ear.awaitListensTo(supervisorsPhone.sound(), CALLERS_TONE);
            agent.awaitState("wrap-up");
            awaitOwnState("talking");
            assertThat(own().path("call").asString()).isEqualTo(call.id());
            agent.wrapUp(call, "transferred", "").expect(200);
            agent.awaitState("ready");

            call.hangUp();
            awaitOwnState("wrap-up");
            centre.supervisor()
                    .send(
                            "POST",
                            "/api/agent/wrap-up",
                            Map.of("call", call.id(), "disposition", "complaint", "note", ""))
                    .expect(200);
            awaitOwnState("not-ready");
            JsonNode record = centre.awaitRecord(call);
            assertThat(offers(record)).containsExactly("agent1 answered", "supervisor1 answered");
            assertThat(record.path("agent").asString()).isEqualTo("supervisor1");
            assertThat(record.path("consultations")).isEmpty();
            for (JsonNode offer : record.path("offers")) {
                boolean isAgents = offer.path("agent").asString().equals("agent1");
                byte[] wav = recording(call, offer.path("offer").asString());
                assertThat(Sound.ofWav(wav, LEFT).hasTone(CALLERS_TONE)).isTrue();
                assertThat(Sound.ofWav(wav, RIGHT).hasTone(isAgents ? AGENTS_TONE : SUPERVISORS_TONE))
                        .isTrue();
            }
            assertThat(CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=call&id=" + call.id()))
                            .filter(entry -> entry.path("action").asString().equals("call.taken-over")))
                    .hasSize(1)
                    .first()
                    .satisfies(entry ->
                            assertThat(entry.at("/facts/agent").asString()).isEqualTo("agent1"));
        }
        JsonNode after = queue("support");
        assertThat(figure(after, "offeredToday") - figure(before, "offeredToday"))
                .as("the call counts once")
                .isEqualTo(1);
        assertThat(figure(after, "answeredToday") - figure(before, "answeredToday"))
                .isEqualTo(1);
    }

    @Test
    void supervisorDoesWithTheTalkWhatItsAgentDid() {
        JsonNode before = queue("support");
        try (AgentPhone agentsPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone supervisorsPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone colleaguesPhone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", agentsPhone).ready();
                PhoneAgent colleague = centre.agent("agent2", colleaguesPhone);
                IncomingCall call = centre.dial("support")) {
            usePhone(supervisorsPhone);
            call.sound().speak(CALLERS_TONE);
            agentsPhone.sound().speak(AGENTS_TONE);
            colleaguesPhone.sound().speak(COLLEAGUES_TONE);
            supervisorsPhone.sound().speak(SUPERVISORS_TONE);
            agent.awaitState("talking");
            awaitHears(call.sound(), AGENTS_TONE);
            assertThat(rule(act(call, "/hold", Map.of()), 404)).isEqualTo("call.unknown");

            act(call, "/take-over", CAUSE).expect(200);
            awaitHears(call.sound(), SUPERVISORS_TONE);
            assertThat(agent.api()
                            .send("POST", "/api/calls/" + call.id() + "/hold", Map.of())
                            .status())
                    .as("the talk is the agent's no more")
                    .isIn(404, 409);
            agent.wrapUp(call, "transferred", "").expect(200);
            holdsMutesAndPauses(call, supervisorsPhone);

            act(call, "/consultation", Map.of("agent", "agent2")).expect(200);
            awaitHears(supervisorsPhone.sound(), COLLEAGUES_TONE);
            act(call, "/consultation/swap", Map.of()).expect(200);
            awaitHears(call.sound(), SUPERVISORS_TONE);
            send("DELETE", call, "/consultation").expect(200);
            colleague.awaitState("not-ready");
            awaitHears(supervisorsPhone.sound(), CALLERS_TONE);

            act(call, "/transfer", Map.of("queue", "support")).expect(200);
            awaitOwnState("wrap-up");
            agent.awaitState("talking");
            awaitHears(call.sound(), AGENTS_TONE);
            awaitHears(agentsPhone.sound(), CALLERS_TONE);
            assertThat(act(call, "/hold", Map.of()).status()).isIn(404, 409);
            closeOwn(call);
            assertThat(own().path("call").isNull()).isTrue();
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            JsonNode record = centre.awaitRecord(call);
            assertThat(offers(record)).containsExactly("agent1 answered", "supervisor1 answered", "agent1 answered");
            awaitGap(call);
        }
        JsonNode after = queue("support");
        assertThat(figure(after, "offeredToday") - figure(before, "offeredToday"))
                .as("the call counts once")
                .isEqualTo(1);
        assertThat(figure(after, "answeredToday") - figure(before, "answeredToday"))
                .isEqualTo(1);
    }

    private void holdsMutesAndPauses(IncomingCall call, AgentPhone supervisorsPhone) {
        assertThat(act(call, "/hold", Map.of()).expect(200).json().path("held").asBoolean())
                .isTrue();
        Await.until(
                "only music is heard",
                SOON,
                () -> call.sound().heardWithin(MOMENT),
                heard -> heard.isAudible() && !heard.carriesTone(SUPERVISORS_TONE));
        send("DELETE", call, "/hold").expect(200);
        awaitHears(call.sound(), SUPERVISORS_TONE);
        awaitHears(supervisorsPhone.sound(), CALLERS_TONE);
        act(call, "/mute", Map.of()).expect(200);
        Await.until(
                "the supervisor is silent",
                SOON,
                () -> !call.sound().heardWithin(MOMENT).carriesTone(SUPERVISORS_TONE));
        send("DELETE", call, "/mute").expect(200);
        act(call, "/keys", Map.of("keys", "1")).expect(200);
        assertThat(act(call, "/recording/pause", Map.of())
                        .expect(200)
                        .json()
                        .path("paused")
                        .asBoolean())
                .isTrue();
        long since = System.nanoTime();
        Await.until("some time passes", SOON, () -> System.nanoTime() - since > MOMENT.toNanos());
        assertThat(act(call, "/recording/resume", Map.of())
                        .expect(200)
                        .json()
                        .path("paused")
                        .asBoolean())
                .isFalse();
        awaitHears(call.sound(), SUPERVISORS_TONE);
    }

    /// The supervisor's talk has the pause, and no other one has.
    private void awaitGap(IncomingCall call) {
        Await.until(
                "the pause is marked in the supervisor's recording",
                SOON,
                () -> CallCentre.stream(centre.record(call).path("talks"))
                        .filter(talk -> !talk.path("gaps").isEmpty())
                        .map(talk -> talk.path("agent").asString())
                        .toList(),
                List.of("supervisor1")::equals);
    }

    private void closeOwn(IncomingCall call) {
        centre.supervisor()
                .send("POST", "/api/agent/wrap-up", Map.of("call", call.id(), "disposition", "transferred", "note", ""))
                .expect(200);
        awaitOwnState("not-ready");
    }

    @Test
    void callerWhoHangsUpBeforeTheSupervisorAnswersLeavesNobodyRinging() {
        try (AgentPhone agentsPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone ringing = AgentPhone.neverAnswering();
                PhoneAgent agent = centre.agent("agent1", agentsPhone).ready();
                IncomingCall call = centre.dial("support")) {
            usePhone(ringing);
            agent.awaitState("talking");
            act(call, "/take-over", CAUSE).expect(200);
            ringing.awaitInvitation(1, SOON);
            assertThat(rule(act(call, "/take-over", CAUSE), 409)).isEqualTo("supervision.under-way");
            call.hangUp();
            ringing.awaitCancelled(SOON);
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            awaitOwnState("not-ready");
        }
    }

    @Test
    void supervisorPullsACallThatWaitsAndReleasesATalk() {
        try (AgentPhone supervisorsPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentPhone agentsPhone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", agentsPhone);
                IncomingCall call = centre.dial("support")) {
            usePhone(supervisorsPhone);
            call.sound().speak(CALLERS_TONE);
            supervisorsPhone.sound().speak(SUPERVISORS_TONE);
            act(call, "/pull", CAUSE).expect(200);
            awaitHears(call.sound(), SUPERVISORS_TONE);
            awaitHears(supervisorsPhone.sound(), CALLERS_TONE);
            assertThat(rule(act(call, "/pull", CAUSE), 409)).isEqualTo("acd.not-waiting");
            supervisorsPhone.hangUp();
            call.awaitHungUp(SOON);
            awaitOwnState("wrap-up");
            centre.supervisor()
                    .send(
                            "POST",
                            "/api/agent/wrap-up",
                            Map.of("call", call.id(), "disposition", "resolved", "note", ""))
                    .expect(200);
            assertThat(centre.awaitRecord(call).path("agent").asString()).isEqualTo("supervisor1");

            agent.ready();
            try (IncomingCall other = centre.dial("support")) {
                agent.awaitState("talking");
                act(other, "/release", CAUSE).expect(204);
                other.awaitHungUp(SOON);
                agent.awaitState("wrap-up");
                agent.wrapUp(other, "resolved", "").expect(200);
            }
        }
    }

    private void usePhone(AgentPhone phone) {
        centre.supervisor()
                .send("PUT", "/api/agent/device", Map.of("sip", phone.address()))
                .expect(200);
    }

    private Answer act(IncomingCall call, String act, Map<String, String> body) {
        return centre.supervisor().send("POST", "/api/calls/" + call.id() + act, body);
    }

    private Answer send(String method, IncomingCall call, String act) {
        return centre.supervisor().send(method, "/api/calls/" + call.id() + act, Map.of());
    }

    private JsonNode own() {
        return centre.supervisor().read("/api/agent");
    }

    private void awaitOwnState(String state) {
        Await.until(
                "the supervisor is " + state,
                SOON,
                () -> own().path("state").asString().equals(state));
    }

    private static String rule(Answer answer, int status) {
        return answer.expect(status).json().path("rule").asString();
    }

    private static void awaitHears(RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " is heard",
                SOON,
                () -> ear.heardWithin(MOMENT).hasTone(hertz));
    }

    private static List<String> offers(JsonNode record) {
        return CallCentre.stream(record.path("offers"))
                .map(offer -> offer.path("agent").asString() + " "
                        + offer.path("outcome").asString(""))
                .toList();
    }

    private byte[] recording(IncomingCall call, String offer) {
        String path = "/api/calls/" + call.id() + "/recording?offer=" + offer;
        return Await.until(
                        "the talk of offer " + offer + " is stored",
                        SOON,
                        () -> centre.supervisor().download(path, ""),
                        answer -> answer.status() == 200)
                .bytes();
    }

    private JsonNode queue(String code) {
        return CallCentre.stream(centre.picture().path("queues"))
                .filter(queue -> queue.path("queue").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static int figure(JsonNode queue, String name) {
        return queue.path(name).asInt();
    }
}
