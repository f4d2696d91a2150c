package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.LiveSocket;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// An agent is lent to a queue for a while, with an installation of its own: it is started anew in between.
class SkillMoveIT {

    private static final Duration A_MINUTE_AND_SOME = Duration.ofSeconds(90);

    @Test
    void lentAgentServesTheQueueThroughARestartUntilTheTimeIsOver() {
        try (CallCentre centre = CallCentre.open()) {
            lendAndServe(centre);
            String id = begin(centre, 1).expect(201).json().path("id").asString();
            Installation.kill(centre.status().platformPid());
            centre.up();
            Await.until(
                    "the move stands after the restart", SOON, () -> ids(centre).contains(id));
            assertThat(readyIn(centre, "consult")).isZero();
            try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                    PhoneAgent agent = centre.agent("agent3", phone).ready();
                    LiveSocket desk = centre.supervisor().live()) {
                Await.until("the lent agent counts in the queue", SOON, () -> readyIn(centre, "consult") == 1);
                desk.awaitChanges("skill-moves", 1, A_MINUTE_AND_SOME);
                assertThat(ids(centre)).isEmpty();
                Await.until("the agent counts there no more", SOON, () -> readyIn(centre, "consult") == 0);
                try (IncomingCall call = centre.dial("consult")) {
                    assertThat(agent.state()).isEqualTo("ready");
                    assertThat(centre.stage(call)).isEqualTo("waiting");
                }
            }
            assertThat(acts(centre, "agent.skill-returned"))
                    .extracting(entry -> entry.at("/facts/ended-by").asString())
                    .containsExactly("supervisor", "time");
        }
    }

    private static void lendAndServe(CallCentre centre) {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent3", phone).ready();
                IncomingCall call = centre.dial("consult")) {
            assertThat(centre.stage(call)).isEqualTo("waiting");
            assertThat(begin(centre, 0).expect(400).json().path("rule").asString())
                    .isEqualTo("skill-move.minutes");
            String id = begin(centre, 30).expect(201).json().path("id").asString();
            agent.awaitState("talking");
            assertThat(begin(centre, 30).expect(409).json().path("rule").asString())
                    .isEqualTo("skill-move.serves");
            centre.supervisor()
                    .send("DELETE", "/api/skill-moves/" + id, Map.of())
                    .expect(204);
            assertThat(ids(centre)).isEmpty();
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            try (IncomingCall next = centre.dial("consult")) {
                assertThat(agent.awaitState("ready").path("call").isNull()).isTrue();
                assertThat(centre.stage(next)).isEqualTo("waiting");
            }
            assertThat(acts(centre, "agent.skill-lent")).hasSize(1);
        }
    }

    private static Answer begin(CallCentre centre, int minutes) {
        return centre.supervisor()
                .send("POST", "/api/skill-moves", Map.of("agent", "agent3", "queue", "consult", "minutes", minutes));
    }

    private static List<String> ids(CallCentre centre) {
        return CallCentre.stream(centre.supervisor().read("/api/skill-moves"))
                .map(move -> move.path("id").asString())
                .toList();
    }

    private static int readyIn(CallCentre centre, String queue) {
        return CallCentre.stream(centre.picture().path("queues"))
                .filter(seen -> seen.path("queue").asString().equals(queue))
                .findFirst()
                .orElseThrow()
                .at("/agents/ready")
                .asInt();
    }

    private static List<JsonNode> acts(CallCentre centre, String action) {
        return CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=agent&id=2003"))
                .filter(entry -> entry.path("action").asString().equals(action))
                .toList();
    }
}
