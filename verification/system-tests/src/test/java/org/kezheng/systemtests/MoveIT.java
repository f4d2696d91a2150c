package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// A supervisor moves calls that wait, and each call's record says so.
@ExtendWith(SharedCallCentre.class)
class MoveIT {
    private static final int ROUNDS = 6;

    private final CallCentre centre;

    MoveIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void movedCallIsAnsweredInTheOtherQueueAndCountsInTheOneThatItEntered() {
        JsonNode support = queue("support");
        JsonNode consult = queue("consult");
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent4", phone);
                IncomingCall call = centre.dial("support")) {
            assertThat(rule(move(call, "support", "staffing"), 409)).isEqualTo("supervision.same-queue");
            assertThat(rule(move(call, "no-such-queue", "staffing"), 400)).isEqualTo("queue.unknown");
            move(call, "consult", "staffing").expect(204);
            assertThat(rule(move(call, "consult", "customer"), 409)).isEqualTo("supervision.same-queue");
            agent.ready();
            agent.awaitState("talking");
            assertThat(rule(move(call, "support", "staffing"), 409)).isEqualTo("acd.not-waiting");
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);

            JsonNode record = centre.awaitRecord(call);
            assertThat(record.path("queue").asString()).isEqualTo("support");
            assertThat(record.path("agent").asString()).isEqualTo("agent4");
            List<JsonNode> moves = CallCentre.stream(record.path("moves")).toList();
            assertThat(moves).hasSize(1);
            JsonNode move = moves.getFirst();
            assertThat(move.path("from").asString()).isEqualTo("support");
            assertThat(move.path("to").asString()).isEqualTo("consult");
            assertThat(move.path("by").asString()).isEqualTo("supervisor1");
            assertThat(move.path("cause").asString()).isEqualTo("staffing");
            assertThat(at(move, "at")).isBetween(at(record, "offeredAt"), at(record, "answeredAt"));
            assertThat(CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=call&id=" + call.id()))
                            .filter(entry -> entry.path("action").asString().equals("call.moved")))
                    .as("what was refused is not in the ledger")
                    .hasSize(1);
        }
        assertThat(gained(support, queue("support"), "offeredToday")).isEqualTo(1);
        assertThat(gained(support, queue("support"), "answeredToday")).isEqualTo(1);
        assertThat(gained(consult, queue("consult"), "offeredToday")).isZero();
        assertThat(gained(consult, queue("consult"), "answeredToday")).isZero();
    }

    @Test
    void ofTwoWhoMoveOneCallAtOnceOneDoesAndTheRecordSaysWhatHappened() {
        try (IncomingCall call = centre.dial("support")) {
            for (int round = 1; round <= ROUNDS; round++) {
                String queue = round % 2 == 1 ? "consult" : "support";
                CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> move(call, queue, "customer"));
                Answer one = move(call, queue, "staffing");
                List<Answer> answers = List.of(one, other.join());
                assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
                assertThat(answers).anyMatch(answer -> answer.text().contains("supervision.same-queue"));
            }
            call.hangUp();
            JsonNode record = centre.awaitRecord(call);
            List<JsonNode> moves = CallCentre.stream(record.path("moves")).toList();
            assertThat(moves).hasSize(ROUNDS);
            String queue = "support";
            for (JsonNode move : moves) {
                assertThat(move.path("from").asString()).isEqualTo(queue);
                assertThat(move.path("to").asString()).isNotEqualTo(queue);
                queue = move.path("to").asString();
            }
            assertThat(CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=call&id=" + call.id()))
                            .filter(entry -> entry.path("action").asString().equals("call.moved")))
                    .hasSize(ROUNDS);
        }
    }

    private Answer move(IncomingCall call, String queue, String cause) {
        return centre.supervisor()
                .send("POST", "/api/calls/" + call.id() + "/move", Map.of("queue", queue, "cause", cause));
    }

    private static String rule(Answer answer, int status) {
        return answer.expect(status).json().path("rule").asString();
    }

    private static Instant at(JsonNode of, String field) {
        return Instant.parse(of.path(field).asString());
    }

    private JsonNode queue(String code) {
        return CallCentre.stream(centre.picture().path("queues"))
                .filter(queue -> queue.path("queue").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static int gained(JsonNode before, JsonNode after, String figure) {
        return after.path(figure).asInt() - before.path(figure).asInt();
    }
}
