package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kezheng.testkit.await.Await;
import tools.jackson.databind.JsonNode;

/// The board of claims, as the auditor reads it, and the runs that the auditor asks for.
final class ClaimBoard {

    static final Duration RUN = Duration.ofSeconds(45);

    private final CallCentre centre;

    ClaimBoard(CallCentre centre) {
        this.centre = centre;
    }

    void requireRed(String claim, String check) {
        JsonNode run = ran(claim);
        assertThat(failing(run)).as(run.toString()).contains(check);
        awaitState(claim, "red", CallCentre.SOON);
    }

    /// What is repaired is tried by hand, as the board's mending says.
    void requireGreen(String claim) {
        JsonNode run = ran(claim);
        assertThat(run.path("outcome").asString()).as(run.toString()).isEqualTo("holds");
        awaitState(claim, "green", CallCentre.SOON);
    }

    private JsonNode ran(String probe) {
        // Asked again while the database comes back.
        String id = Await.until(
                        "a run of " + probe + " is asked for",
                        CallCentre.SOON,
                        () -> centre.auditor().send("POST", "/api/probes/" + probe + "/runs", Map.of()),
                        answer -> answer.status() == 202)
                .json()
                .path("id")
                .asString();
        return Await.until(
                "the run of " + probe + " has ended",
                RUN,
                () -> centre.auditor().read("/api/probes/" + probe + "/runs/" + id),
                run -> run.path("state").asString().equals("ended"));
    }

    JsonNode claim(String id) {
        return centre.auditor().read("/api/claims/" + id);
    }

    void awaitState(String claim, String state, Duration within) {
        Await.until(
                claim + " is " + state,
                within,
                () -> claim(claim),
                found -> found.path("state").asString().equals(state));
    }

    static List<String> failing(JsonNode run) {
        List<String> codes = new ArrayList<>();
        for (JsonNode check : run.path("checks")) {
            if (!check.path("holds").asBoolean()) {
                codes.add(check.path("code").asString());
            }
        }
        return codes;
    }

    static List<String> greens(JsonNode claims) {
        return CallCentre.stream(claims)
                .filter(claim -> claim.path("state").asString().equals("green"))
                .map(claim -> claim.path("id").asString())
                .toList();
    }

    static List<String> states(JsonNode claims) {
        return CallCentre.stream(claims)
                .map(claim -> claim.path("state").asString())
                .toList();
    }
}
