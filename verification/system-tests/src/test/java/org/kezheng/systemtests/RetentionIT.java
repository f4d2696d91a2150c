package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.http.Download;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// Real calls whose recordings come of age: one that is due is gone for good, with a backup of its file put back, and
/// one that is held stays and sounds. Time is moved in the records.
class RetentionIT {
    private static final Duration DESTROYED_WITHIN = Duration.ofSeconds(60);

    /// Of its own: it makes recordings old.
    private final CallCentre centre = CallCentre.open();

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void aDueRecordingIsGoneForGoodAndAHeldOneStaysAndBothAreSeenByTheClaim() throws Exception {
        String due = answeredCall();
        String held = answeredCall();
        ApiClient auditor = centre.auditor();
        auditor.send("POST", "/api/calls/" + held + "/holds", Map.of("cause", "complaint", "reference", "C-2026-7"))
                .expect(201);
        Path file = file(due);
        byte[] backup = Files.readAllBytes(file);
        try (Database database = Database.asAdministrator(centre.status())) {
            for (String call : new String[] {due, held}) {
                database.execute("update recording set started_at = started_at - interval '181 days', ended_at ="
                        + " ended_at - interval '181 days' where contact_id = " + call);
            }
            Await.until(
                    "the due one is destroyed",
                    DESTROYED_WITHIN,
                    () -> state(due).equals("destroyed"));
            assertThat(database.rows("select action from ledger.entry where subject_id = '" + due
                            + "' and action = 'recording.destroyed' and facts like '%contentHash=%'"))
                    .hasSize(1);
        }
        assertThat(file).doesNotExist();
        assertThat(secrets(due)).isFalse();
        assertThat(play(due).status()).isEqualTo(410);
        assertThat(state(held)).isEqualTo("stored");
        play(held).expect(200);
        requireRun("retention", "holds", "");

        Files.write(file, backup);
        assertThat(play(due).status()).isEqualTo(410);
        requireRun("retention", "disproved", "retention.destroyed-gone");
        Files.delete(file);
        requireRun("retention", "holds", "");

        Path heldFile = file(held);
        byte[] kept = Files.readAllBytes(heldFile);
        Files.delete(heldFile);
        requireRun("retention", "disproved", "retention.held-there");
        Files.write(heldFile, kept);
        requireRun("retention", "holds", "");
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
            Await.until("the recording is stored", SOON, () -> state(call.id()).equals("stored"));
            return call.id();
        }
    }

    private String state(String call) {
        return centre.supervisor()
                .read("/api/calls/" + call)
                .at("/recording/state")
                .asString();
    }

    private Download play(String call) {
        return centre.supervisor().download("/api/calls/" + call + "/recording", "");
    }

    private String offer(String call) {
        return centre.supervisor()
                .read("/api/calls/" + call)
                .at("/talks/0/offer")
                .asString();
    }

    private Path file(String call) {
        return centre.status().dataDir().resolve("recordings/1").resolve(offer(call) + ".kzr");
    }

    private boolean secrets(String call) throws IOException {
        return Files.exists(centre.status().keyDir().resolve("secrets/1/recording/" + offer(call) + ".secret"));
    }

    private void requireRun(String probe, String outcome, String failing) throws SQLException {
        ApiClient auditor = centre.auditor();
        String id = auditor.send("POST", "/api/probes/" + probe + "/runs", Map.of())
                .expect(202)
                .json()
                .path("id")
                .asString();
        JsonNode run = Await.until(
                "the run of " + probe + " has ended",
                SOON,
                () -> auditor.read("/api/probes/" + probe + "/runs/" + id),
                told -> told.path("state").asString().equals("ended"));
        assertThat(run.path("outcome").asString()).as(run.toString()).isEqualTo(outcome);
        assertThat(CallCentre.stream(run.path("checks"))
                        .filter(check -> !check.path("holds").asBoolean())
                        .map(check -> check.path("code").asString())
                        .toList())
                .isEqualTo(failing.isEmpty() ? List.of() : List.of(failing));
    }
}
