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
import tools.jackson.databind.JsonNode;

/// What a supervisor does with calls and agents of others: each act comes to the telephone and to the agent, and
/// stands in the ledger with who did it and why.
@ExtendWith(SharedCallCentre.class)
class SupervisionIT {
    private static final double CALLERS_TONE = 440;
    private static final double AGENTS_TONE = 1_000;
    private static final String SUPPORT_ONLY = "agent3";
    private static final String CONSULT_ONLY = "agent4";
    private static final Map<String, String> STAFFING = Map.of("cause", "staffing");

    private final CallCentre centre;

    SupervisionIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void waitingCallIsAssignedToAnAgentWhomNobodyElseWouldHaveSentIt() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(500));
                AgentPhone idle = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent chosen = centre.agent(CONSULT_ONLY, phone).ready();
                PhoneAgent absent = centre.agent(SUPPORT_ONLY, idle);
                IncomingCall call = centre.dial("support")) {
            assertThat(centre.stage(call)).isEqualTo("waiting");
            assertThat(rule(assign(call, Map.of("agent", CONSULT_ONLY)), 400)).isEqualTo("field.required");
            assertThat(rule(assign(call, Map.of("agent", "nobody", "cause", "staffing")), 400))
                    .isEqualTo("agent.unknown");
            assertThat(rule(assign(call, Map.of("agent", absent.user(), "cause", "staffing")), 409))
                    .isEqualTo("acd.agent-not-free");
            assertThat(entries("call", call.id())).isEmpty();

            assign(call, Map.of("agent", CONSULT_ONLY, "cause", "staffing")).expect(204);
            chosen.awaitState("ringing");
            phone.sound().speak(AGENTS_TONE);
            call.sound().speak(CALLERS_TONE);
            JsonNode view = chosen.awaitState("talking");
            assertThat(view.path("call").asString()).isEqualTo(call.id());
            Ear.awaitHears(call.sound(), AGENTS_TONE);
            Ear.awaitHears(phone.sound(), CALLERS_TONE);
            assertThat(rule(assign(call, Map.of("agent", CONSULT_ONLY, "cause", "staffing")), 409))
                    .isEqualTo("acd.not-waiting");
            call.hangUp();
            chosen.awaitState("wrap-up");
            chosen.wrapUp(call, "resolved", "").expect(200);
            assertThat(idle.invitations()).isEmpty();

            assertThat(centre.awaitRecord(call).path("agent").asString()).isEqualTo(CONSULT_ONLY);
            assertThat(entries("call", call.id()))
                    .containsExactly("call.assigned supervisor1 {\"agent\":\"agent4\",\"cause\":\"staffing\"}");
        }
    }

    @Test
    void agentsStateIsForcedAndTheAgentIsTold() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent(SUPPORT_ONLY, phone)) {
            List<String> before = entries("agent", "2003");
            assertThat(rule(force(Map.of("state", "ready")), 400)).isEqualTo("field.required");
            assertThat(rule(force(Map.of("state", "asleep", "cause", "staffing")), 400))
                    .isEqualTo("agent.state");
            assertThat(rule(force(Map.of("state", "not-ready", "reason", "boredom", "cause", "staffing")), 400))
                    .isEqualTo("agent.reason");

            force(Map.of("state", "ready", "cause", "staffing")).expect(200);
            agent.awaitState("ready");
            force(Map.of("state", "not-ready", "reason", "training", "cause", "quality"))
                    .expect(200);
            assertThat(agent.awaitState("not-ready").path("reason").asString()).isEqualTo("training");

            agent.ready();
            try (IncomingCall call = centre.dial("support")) {
                agent.awaitState("talking");
                force(Map.of("state", "not-ready", "reason", "meal", "cause", "staffing"))
                        .expect(200);
                assertThat(agent.view().path("state").asString())
                        .as("a talk is not cut")
                        .isEqualTo("talking");
                assertThat(agent.view().path("nextState").asString()).isEqualTo("not-ready");
                call.hangUp();
                agent.awaitState("wrap-up");
                agent.wrapUp(call, "resolved", "").expect(200);
                assertThat(agent.awaitState("not-ready").path("reason").asString())
                        .isEqualTo("meal");
            }
            assertThat(since(before, entries("agent", "2003")))
                    .containsExactly(
                            "agent.state-forced supervisor1 {\"cause\":\"staffing\",\"state\":\"ready\"}",
                            "agent.state-forced supervisor1 {\"cause\":\"quality\",\"reason\":\"training\",\"state\":\"not-ready\"}",
                            "agent.state-forced supervisor1 {\"cause\":\"staffing\",\"reason\":\"meal\",\"state\":\"not-ready\"}");
        }
    }

    @Test
    void releasedTalkEndsForBothAndTheAgentWrapsUp() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent(SUPPORT_ONLY, phone).ready();
                IncomingCall call = centre.dial("support")) {
            agent.awaitState("talking");
            assertThat(rule(release(call, Map.of("cause", "boredom")), 400)).isEqualTo("supervision.cause");
            release(call, Map.of("cause", "quality")).expect(204);
            call.awaitHungUp(SOON);
            JsonNode view = agent.awaitState("wrap-up");
            assertThat(view.path("call").asString()).isEqualTo(call.id());
            assertThat(centre.stage(call)).isEqualTo("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            assertThat(centre.awaitRecord(call).path("outcome").asString()).isEqualTo("answered");
            assertThat(release(call, STAFFING).status()).isEqualTo(404);
            assertThat(entries("call", call.id())).containsExactly("call.released supervisor1 {\"cause\":\"quality\"}");
        }
    }

    @Test
    void signedOutAgentIsOutEverywhereAndARingingCallGoesToSomebodyElse() {
        try (AgentPhone ringing = AgentPhone.neverAnswering();
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent(SUPPORT_ONLY, ringing).ready();
                PhoneAgent other = centre.agent("agent1", phone);
                IncomingCall call = centre.dial("support")) {
            List<String> before = entries("agent", "2003");
            agent.awaitState("ringing");
            other.ready();
            signOut(STAFFING).expect(200);
            ringing.awaitCancelled(SOON);
            other.awaitState("talking");
            assertThat(agent.api().get("/api/agent").status()).isEqualTo(401);
            awaitSeen("signed-out");
            call.hangUp();
            other.awaitState("wrap-up");
            other.wrapUp(call, "resolved", "").expect(200);
            assertThat(since(before, entries("agent", "2003")))
                    .containsExactly("agent.signed-out supervisor1 {\"cause\":\"staffing\"}");
        }
    }

    @Test
    void agentWhoIsSignedOutInATalkTalksOnAndIsOutAfterwards() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent(SUPPORT_ONLY, phone).ready();
                IncomingCall call = centre.dial("support")) {
            List<String> before = entries("agent", "2003");
            phone.sound().speak(AGENTS_TONE);
            call.sound().speak(CALLERS_TONE);
            agent.awaitState("talking");
            Ear.awaitHears(call.sound(), AGENTS_TONE);
            signOut(Map.of("cause", "emergency")).expect(200);
            assertThat(agent.api().get("/api/agent").status()).isEqualTo(401);
            JsonNode view = centre.agentView(SUPPORT_ONLY);
            assertThat(view.path("state").asString()).isEqualTo("talking");
            assertThat(view.path("nextState").asString()).isEqualTo("signed-out");
            long later = System.nanoTime();
            Await.until(
                    "the caller hears the agent still",
                    SOON,
                    () -> call.sound().heardSince(later).hasTone(AGENTS_TONE));
            call.hangUp();
            awaitSeen("signed-out");
            assertThat(centre.awaitRecord(call).path("agent").asString()).isEqualTo(SUPPORT_ONLY);
            try (IncomingCall next = centre.dial("support")) {
                assertThat(centre.stage(next)).isEqualTo("waiting");
            }
            assertThat(phone.invitations()).hasSize(1);
            assertThat(since(before, entries("agent", "2003")))
                    .containsExactly("agent.signed-out supervisor1 {\"cause\":\"emergency\"}");
        }
    }

    private Answer assign(IncomingCall call, Map<String, String> body) {
        return centre.supervisor().send("POST", "/api/calls/" + call.id() + "/assign", body);
    }

    private Answer release(IncomingCall call, Map<String, String> body) {
        return centre.supervisor().send("POST", "/api/calls/" + call.id() + "/release", body);
    }

    private Answer force(Map<String, String> body) {
        return centre.supervisor().send("PUT", "/api/agents/" + SUPPORT_ONLY + "/state", body);
    }

    private Answer signOut(Map<String, String> body) {
        return centre.supervisor().send("POST", "/api/agents/" + SUPPORT_ONLY + "/sign-out", body);
    }

    private void awaitSeen(String state) {
        Await.until(
                "the supervisor sees that the agent is " + state,
                SOON,
                () -> centre.agentView(SUPPORT_ONLY).path("state").asString(),
                state::equals);
    }

    private static String rule(Answer answer, int status) {
        return answer.expect(status).json().path("rule").asString();
    }

    /// The ledger's entries on it, each as its action, who did it, and its facts.
    private List<String> entries(String kind, String id) {
        return CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=" + kind + "&id=" + id))
                .filter(entry -> !entry.path("action").asString().endsWith(".viewed"))
                .map(entry -> entry.path("action").asString() + " "
                        + entry.path("actor").asString() + " " + entry.path("facts"))
                .toList();
    }

    private static List<String> since(List<String> before, List<String> now) {
        return now.subList(before.size(), now.size());
    }
}
