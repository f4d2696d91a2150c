package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// Recordings of real calls are found by what they were, and a sample of them is drawn that can be drawn again.
@ExtendWith(SharedCallCentre.class)
class SampleIT {
    private final CallCentre centre;

    SampleIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void recordingsAreFoundAndASampleIsDrawnAgainByItsSeedAndEachListeningIsEntered() {
        List<String> calls = new ArrayList<>();
        for (int call = 0; call < 3; call++) {
            calls.add(answeredCall());
        }
        ApiClient auditor = centre.auditor();
        assertThat(found(auditor, "queue=support&agent=agent1&disposition=resolved"))
                .containsSubsequence(calls.reversed());
        assertThat(found(auditor, "minSeconds=600")).doesNotContainAnyElementsOf(calls);
        assertThat(found(auditor, "agent=agent2")).doesNotContainAnyElementsOf(calls);
        assertThat(auditor.get("/api/recordings?queue=nowhere").status()).isEqualTo(400);

        JsonNode drawn = auditor.send("POST", "/api/samples", Map.of("size", 2, "criteria", Map.of("queue", "support")))
                .expect(201)
                .json();
        assertThat(drawn.path("items").size()).isEqualTo(2);
        String seed = drawn.at("/sample/seed").asString();
        JsonNode again = auditor.read("/api/samples/" + drawn.at("/sample/id").asString());
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(offers(again)).isEqualTo(offers(drawn));
        JsonNode bySeed = auditor.send(
                        "POST", "/api/samples", Map.of("size", 2, "seed", seed, "criteria", Map.of("queue", "support")))
                .expect(201)
                .json();
        assertThat(offers(bySeed)).isEqualTo(offers(drawn));

        for (JsonNode item : drawn.path("items")) {
            String call = item.path("call").asString();
            String offer = item.path("offer").asString();
            auditor.download("/api/calls/" + call + "/recording?offer=" + offer, "bytes=0-99")
                    .expect(206);
            assertThat(CallCentre.stream(auditor.read("/api/ledger/entries?kind=call&id=" + call))
                            .map(entry -> entry.path("action").asString()))
                    .contains("recording.played");
        }
        assertThat(CallCentre.stream(auditor.read("/api/ledger/entries?kind=sample&id="
                                + drawn.at("/sample/id").asString()))
                        .map(entry -> entry.at("/facts/seed").asString()))
                .containsExactly(seed);
        try (ApiClient agent = centre.signIn("agent1")) {
            assertThat(agent.get("/api/recordings").status()).isEqualTo(403);
            agent.signOut().expect(204);
        }
    }

    private static List<String> found(ApiClient who, String criteria) {
        return CallCentre.stream(who.read("/api/recordings?" + criteria).path("items"))
                .map(item -> item.path("call").asString())
                .toList();
    }

    private static List<String> offers(JsonNode shown) {
        return CallCentre.stream(shown.path("items"))
                .map(item -> item.path("offer").asString())
                .toList();
    }

    private String answeredCall() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support")) {
            agent.awaitState("talking");
            phone.sound().speak(1_000);
            Await.until(
                    "the caller hears the agent",
                    SOON,
                    () -> call.sound().heardWithin(Duration.ofSeconds(1)).hasTone(1_000));
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            Await.until(
                    "the recording is stored",
                    SOON,
                    () -> centre.supervisor()
                            .read("/api/calls/" + call.id())
                            .at("/recording/state")
                            .asString()
                            .equals("stored"));
            return call.id();
        }
    }
}
