package org.kezheng.systemtests;

import java.util.Map;
import org.kezheng.testkit.http.ApiClient;
import tools.jackson.databind.JsonNode;

/// Lets an installation call outside, by the ways that people have.
final class OpenedGate {
    private OpenedGate() {}

    /// Two people let the client call at any hour, and the number's papers are entered.
    static void open(CallCentre centre) {
        try (ApiClient system = centre.signIn("system1");
                ApiClient security = centre.signIn("security1")) {
            for (Map.Entry<String, String> one : Map.of(
                            "outbound.enabled", "true",
                            "outbound.hours", "00:00-24:00",
                            "outbound.open-on-holidays", "true")
                    .entrySet()) {
                approve(security, propose(system, one.getKey(), one.getValue()));
            }
            JsonNode number = CallCentre.stream(system.read("/api/numbers").path("items"))
                    .filter(one -> one.path("number").asString().equals("4001"))
                    .findFirst()
                    .orElseThrow();
            Map<String, Object> papers = Map.of(
                    "certificate", "CERT-1",
                    "scope", "Guangdong",
                    "holder", "demo",
                    "status", "in-use",
                    "outbound", true,
                    "conductCommitment", "DOC-2");
            String path = "/api/numbers/" + number.path("id").asString();
            system.send("PUT", path, papers).expect(200);
            JsonNode filed = system.send("POST", path + "/filing", Map.of("filedOn", "2026-01-05"))
                    .expect(200)
                    .json();
            security.send(
                            "POST",
                            path + "/approval",
                            Map.of("changedAt", filed.path("changedAt").asString()))
                    .expect(200);
            system.signOut();
            security.signOut();
        }
    }

    /// Two people loosen one more parameter.
    static void loosen(CallCentre centre, String parameter, String value) {
        try (ApiClient system = centre.signIn("system1");
                ApiClient security = centre.signIn("security1")) {
            approve(security, propose(system, parameter, value));
            system.signOut();
            security.signOut();
        }
    }

    private static void approve(ApiClient security, String change) {
        security.send("POST", "/api/gate/changes/" + change + "/decision", Map.of("decision", "approved"))
                .expect(200);
    }

    /// Puts a number on the list of those to whom calls may be handed, and gives its id.
    static String listNumber(CallCentre centre, String label, String number) {
        try (ApiClient system = centre.signIn("system1")) {
            String id = system.send("POST", "/api/outside-numbers", Map.of("label", label, "number", number))
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
            system.signOut();
            return id;
        }
    }

    /// Proposes a change of a parameter, and gives its id.
    static String propose(ApiClient system, String parameter, String value) {
        return system.send("POST", "/api/gate/changes", Map.of("parameter", parameter, "value", value, "basis", "test"))
                .expect(200)
                .json()
                .path("id")
                .asString();
    }

    /// The owner of the number agrees to be called for information.
    static String consent(PhoneAgent agent, String number) {
        return consent(agent, number, "information");
    }

    /// The owner of the number agrees to be called for that purpose.
    static String consent(PhoneAgent agent, String number, String purpose) {
        Map<String, String> consent =
                Map.of("number", number, "purpose", purpose, "means", "written", "textVersion", "v1");
        return agent.api()
                .send("POST", "/api/consents", consent)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }
}
