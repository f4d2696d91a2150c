package org.kezheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import tools.jackson.databind.JsonNode;

/// The people who open the gate for tests: one administrator asks, the other approves, an agent records a consent.
record GateClerks(ApiClient system, ApiClient security, ApiClient agent) {
    Answer change(String parameter, String value) {
        return system.send(
                "POST", "/api/gate/changes", Map.of("parameter", parameter, "value", value, "basis", "test"));
    }

    void loosen(String parameter, String value) {
        String id = change(parameter, value).expect(200).json().get("id").asString();
        security.send("POST", "/api/gate/changes/" + id + "/decision", Map.of("decision", "approved"))
                .expect(200);
    }

    /// Gives the first own number all that it has to have before it may be sent.
    void completeNumber() {
        Map<String, Object> entry = Map.of(
                "certificate", "粤号字-1",
                "scope", "广东",
                "holder", "示范",
                "status", "in-use",
                "outbound", true,
                "noCallsCommitment", "DOC-1",
                "conductCommitment", "DOC-2");
        String path = "/api/numbers/" + number("4001").get("id").asString();
        assertThat(obstacle(system.send("PUT", path, entry))).isEqualTo("filing");
        assertThat(obstacle(system.send("POST", path + "/filing", Map.of("filedOn", "2026-01-05"))))
                .isEqualTo("approval");
        assertThat(obstacle(approve("4001"))).isEmpty();
    }

    /// A second person approves a number as it stands now.
    Answer approve(String number) {
        JsonNode read = number(number);
        return security.send(
                "POST",
                "/api/numbers/" + read.get("id").asString() + "/approval",
                Map.of("changedAt", read.get("changedAt").asString()));
    }

    private static String obstacle(Answer answer) {
        return answer.expect(200).json().get("obstacle").asString();
    }

    JsonNode number(String number) {
        return system.read("/api/numbers")
                .get("items")
                .valueStream()
                .filter(one -> one.get("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    String consent(String number, String purpose) {
        Map<String, String> consent = Map.of("number", number, "purpose", purpose, "means", "web", "textVersion", "v1");
        return agent.send("POST", "/api/consents", consent)
                .expect(201)
                .json()
                .get("id")
                .asString();
    }
}
