package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// A client's rule which calls are recorded, on the real PBX: two people have to want less, and what the law demands is
/// not to be had.
class RecordingRuleIT {
    private static final Duration LOOKED_FOR = Duration.ofSeconds(150);

    /// Of its own: it changes what holds for all calls of the installation.
    private final CallCentre centre = CallCentre.open();

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void callersOfAnExemptQueueAreNotRecordedAndNothingIsMissed() {
        try (ApiClient system = centre.signIn("system1");
                ApiClient security = centre.signIn("security1")) {
            Answer demanded = change(system, "recording.share-outbound", "50");
            assertThat(demanded.status()).isEqualTo(400);
            assertThat(demanded.json().path("rule").asString()).isEqualTo("recording.demanded");
            JsonNode asked = change(system, "recording.queues-not-recorded", "support")
                    .expect(200)
                    .json();
            assertThat(asked.path("state").asString()).isEqualTo("pending");
            assertThat(talk(true)).isEqualTo("stored");
            security.send(
                            "POST",
                            "/api/gate/changes/" + asked.path("id").asString() + "/decision",
                            Map.of("decision", "approved"))
                    .expect(200);
            // The rules in memory are read every two seconds.
            Await.until(
                    "the rule has reached the calls",
                    LOOKED_FOR,
                    () -> talk(false).equals("not-recorded"));
            change(system, "recording.queues-not-recorded", "none").expect(200);
            Await.until("calls are recorded again", LOOKED_FOR, () -> talk(true).equals("stored"));
            requireNothingMissed();
        }
    }

    /// How the recording of a short talk stands once it is known.
    private String talk(boolean isExpected) {
        String call;
        boolean isSpooled;
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall incoming = centre.dial("support")) {
            agent.awaitState("talking");
            phone.sound().speak(1_000);
            Await.until(
                    "the caller hears the agent",
                    SOON,
                    () -> incoming.sound().heardWithin(Duration.ofSeconds(1)).hasTone(1_000));
            isSpooled = isSpooled(incoming.id());
            incoming.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(incoming, "resolved", "").expect(200);
            call = incoming.id();
        }
        String state = Await.until(
                "it is known what became of the recording",
                LOOKED_FOR,
                () -> centre.supervisor()
                        .read("/api/calls/" + call)
                        .at("/recording/state")
                        .asString(),
                told -> !told.equals("pending"));
        assertThat(isSpooled).as("recorded by the PBX: " + state).isEqualTo(state.equals("stored"));
        assertThat(isExpected && !state.equals("stored")).isFalse();
        return state;
    }

    private boolean isSpooled(String call) {
        try (Stream<Path> files = Files.walk(centre.status().spoolDir())) {
            return files.anyMatch(file -> file.getFileName().toString().contains("." + call + "."));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void requireNothingMissed() {
        ApiClient auditor = centre.auditor();
        String id = auditor.send("POST", "/api/probes/talks-recorded/runs", Map.of())
                .expect(202)
                .json()
                .path("id")
                .asString();
        JsonNode run = Await.until(
                "the run has ended",
                SOON,
                () -> auditor.read("/api/probes/talks-recorded/runs/" + id),
                told -> told.path("state").asString().equals("ended"));
        assertThat(run.path("outcome").asString()).as(run.toString()).isEqualTo("holds");
    }

    private static Answer change(ApiClient who, String parameter, String value) {
        return who.send("POST", "/api/gate/changes", Map.of("parameter", parameter, "value", value, "basis", "test"));
    }
}
