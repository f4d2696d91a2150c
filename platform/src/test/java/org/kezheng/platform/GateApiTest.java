package org.kezheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.gate.GateRetentionAt;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import tools.jackson.databind.JsonNode;

/// The gate, its lists and the register of numbers, by the API and on a real database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GateApiTest {
    private static final String NUMBER = "13312345678";

    private StartedPlatform platform;
    private ApiClient system;
    private ApiClient security;
    private ApiClient agent;
    private ApiClient supervisor;
    private ApiClient auditor;
    private GateClerks gate;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        platform = StartedPlatform.start(directory, true);
        system = platform.signedIn("system1");
        security = platform.signedIn("security1");
        agent = platform.signedIn("agent3");
        supervisor = platform.signedIn("supervisor1");
        auditor = platform.signedIn("auditor1");
        gate = new GateClerks(system, security, agent);
    }

    @AfterAll
    void stop() {
        List.of(system, security, agent, supervisor, auditor).forEach(ApiClient::close);
        platform.close();
    }

    @Test
    void whatLoosensNeedsASecondPersonAndWhatPassesABoundIsRefused() {
        Answer beyond = gate.change("outbound.retention-days", "29");
        assertThat(beyond.status()).isEqualTo(400);
        assertThat(beyond.json().get("rule").asString()).isEqualTo("gate.parameter-bound");
        JsonNode tighter =
                gate.change("outbound.retention-days", "200").expect(200).json();
        assertThat(tighter.get("state").asString()).isEqualTo("in-force");
        JsonNode looser =
                gate.change("outbound.retention-days", "60").expect(200).json();
        assertThat(looser.get("state").asString()).isEqualTo("pending");
        assertThat(value("outbound.retention-days")).isEqualTo("200");
        String decision = "/api/gate/changes/" + looser.get("id").asString() + "/decision";
        assertThat(system.send("POST", decision, Map.of("decision", "approved")).status())
                .isEqualTo(403);
        security.send("POST", decision, Map.of("decision", "approved")).expect(200);
        assertThat(value("outbound.retention-days")).isEqualTo("60");
        assertThat(security.send("POST", decision, Map.of("decision", "approved"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aLegIsLetOutOnlyWhenEveryRuleIsMetAndEachDecisionIsRecorded() {
        assertThat(rules(trial("information", null)))
                .contains("gate.outbound-off:client", "gate.voucher:missing", "gate.own-number:none");
        gate.loosen("outbound.enabled", "true");
        gate.loosen("outbound.hours", "00:00-24:00");
        gate.completeNumber();
        assertThat(rules(trial("information", null))).containsExactly("gate.voucher:missing");
        assertThat(rules(trial("marketing", null))).contains("gate.purpose:not-licensed");
        String consent = gate.consent(NUMBER, "information");
        assertThat(trial("information", consent).get("allowed").asBoolean()).isTrue();
        assertThat(trial("information", consent).get("ownNumber").asString()).isEqualTo("4001");
        assertThat(rules(trial("survey", consent))).containsExactly("gate.voucher:other-purpose");

        String refusal = agent.send("POST", "/api/do-not-call", Map.of("number", NUMBER, "reason", "person-refused"))
                .expect(201)
                .json()
                .get("id")
                .asString();
        assertThat(rules(trial("information", consent))).containsExactly("gate.do-not-call:refused");
        supervisor
                .send("POST", "/api/do-not-call/" + refusal + "/reversal", Map.of())
                .expect(204);
        assertThat(trial("information", consent).get("allowed").asBoolean()).isTrue();
        agent.send("POST", "/api/consents/" + consent + "/withdrawal", Map.of()).expect(204);
        assertThat(rules(trial("information", consent))).containsExactly("gate.voucher:withdrawn");

        JsonNode last = auditor.read("/api/gate/decisions").at("/items/0");
        assertThat(last.get("allowed").asBoolean()).isFalse();
        assertThat(last.get("number").asString()).isEqualTo("133****5678");
        assertThat(last.get("askedBy").asString()).isEqualTo("system1");
        assertThat(last.get("voucher").asString()).isEqualTo("consent-" + consent);
        String ledger = auditor.get("/api/ledger/export").expect(200).text();
        assertThat(ledger).contains("gate.refused").doesNotContain(NUMBER);
    }

    @Test
    void decisionsAreFoundByRuleOutcomeAndNumberAndEndWithTheirTime() {
        Map<String, String> trial = Map.of("number", "13399990000", "purpose", "marketing");
        system.send("POST", "/api/gate/trials", trial).expect(200);
        JsonNode found = found(Map.of("number", "13399990000", "rule", "gate.purpose", "outcome", "refused"));
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.at("/0/number").asString()).isEqualTo("133****0000");
        assertThat(found(Map.of("number", "13399990000", "outcome", "allowed")).size())
                .isZero();
        assertThat(found(Map.of("number", "13399990001")).size()).isZero();
        assertThat(found(Map.of("number", "13399990000", "rule", "gate.trunk")).size())
                .isZero();
        assertThat(found(Map.of("number", "13399990000", "until", "2026-01-02")).size())
                .isZero();
        assertField(supervisor.send("POST", "/api/gate/decisions/search", Map.of("rule", "x")), "rule");
        assertField(supervisor.send("POST", "/api/gate/decisions/search", Map.of("from", "x")), "from");
        assertField(supervisor.send("POST", "/api/gate/decisions/search", Map.of("number", "x")), "number");

        ClientId client = new ClientId(1);
        assertThat(GateRetentionAt.deleteDue(platform.context(), Duration.ofDays(29), client))
                .isZero();
        assertThat(GateRetentionAt.deleteDue(platform.context(), Duration.ofDays(201), client))
                .isPositive();
        assertThat(found(Map.of("number", "13399990000")).size()).isZero();
        assertThat(auditor.get("/api/ledger/export").expect(200).text()).contains("gate.decisions-deleted");
    }

    private JsonNode found(Map<String, String> search) {
        return supervisor
                .send("POST", "/api/gate/decisions/search", search)
                .expect(200)
                .json()
                .get("items");
    }

    @Test
    void wrongFieldsAreNamed() {
        assertField(agent.send("POST", "/api/consents", Map.of("number", "12")), "purpose");
        assertField(agent.send("POST", "/api/do-not-call", Map.of("number", NUMBER, "reason", "x")), "reason");
        assertField(
                agent.send("POST", "/api/do-not-call", Map.of("number", "letters", "reason", "complaint")), "number");
        assertField(system.send("POST", "/api/outside-numbers", Map.of("number", NUMBER)), "label");
        assertField(system.send("POST", "/api/numbers", Map.of("number", "abc", "status", "in-use")), "number");
        assertField(system.send("POST", "/api/gate/changes", Map.of("parameter", "x")), "parameter");
        assertField(system.send("POST", "/api/gate/trials", Map.of("purpose", "survey")), "number");
    }

    @Test
    void callsAreHandedToListedNumbersUntilTheyAreTakenFromTheList() {
        JsonNode added = system.send("POST", "/api/outside-numbers", Map.of("label", "专家", "number", "02087654321"))
                .expect(201)
                .json();
        assertThat(added.get("number").asString()).isEqualTo("020****4321");
        assertThat(agent.read("/api/outside-numbers").at("/items/0/label").asString())
                .isEqualTo("专家");
        system.send("DELETE", "/api/outside-numbers/" + added.get("id").asString(), Map.of())
                .expect(204);
        assertThat(agent.read("/api/outside-numbers").get("items").size()).isZero();
    }

    @Test
    void changeOfANumberStartsTheClockOfTenWorkingDaysUntilItIsFiled() {
        JsonNode number = gate.number("4002");
        assertThat(number.get("fileBy").isNull()).isFalse();
        assertThat(number.get("obstacle").asString()).isEqualTo("inbound-only");
        String path = "/api/numbers/" + number.get("id").asString();
        assertField(system.send("POST", path + "/filing", Map.of("filedOn", "2999-01-01")), "filedOn");
        JsonNode filed = system.send("POST", path + "/filing", Map.of("filedOn", "2026-11-01"))
                .expect(200)
                .json();
        assertThat(filed.get("fileBy").isNull()).isTrue();
        assertThat(filed.get("filedOn").asString()).isEqualTo("2026-11-01");
        assertThat(system.send("POST", "/api/numbers", Map.of("number", "4002", "status", "in-use"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void numberGoesOutOnlyAsASecondPersonHasReadIt() {
        gate.completeNumber();
        JsonNode number = gate.number("4001");
        assertThat(number.get("approvedBy").asString()).isEqualTo("security1");
        String path = "/api/numbers/" + number.get("id").asString();
        Map<String, Object> entry = new HashMap<>(Map.of(
                "certificate", "粤号字-2",
                "filedOn", "2026-01-05",
                "status", "in-use",
                "outbound", true,
                "conductCommitment", "DOC-2"));
        JsonNode changed = system.send("PUT", path, entry).expect(200).json();
        assertThat(changed.get("obstacle").asString())
                .as("each change has to be read anew")
                .isEqualTo("approval");
        assertThat(rules(trial("information", null))).contains("gate.own-number:none");
        system.send("POST", path + "/approval", Map.of()).expect(403);
        assertField(security.send("POST", path + "/approval", Map.of()), "changedAt");
        Map<String, String> read = Map.of("changedAt", changed.get("changedAt").asString());
        entry.put("scope", "全国");
        system.send("PUT", path, entry).expect(200);
        assertThat(rule(security.send("POST", path + "/approval", read)))
                .as("nobody approves unread what came meanwhile")
                .isEqualTo("number.changed");
        gate.approve("4001").expect(200);
        assertThat(rule(gate.approve("4001"))).isEqualTo("number.not-to-approve");
        entry.put("outbound", false);
        system.send("PUT", path, entry).expect(200);
        assertThat(rule(gate.approve("4001"))).isEqualTo("number.not-to-approve");
        security.send("POST", "/api/numbers/999999/approval", read).expect(404);
        gate.completeNumber();
    }

    @Test
    void onlyANumberThatWasFiledIsApprovedAndOnlyWhatIsNotFiledIsFiled() {
        String path = "/api/numbers/" + gate.number("4001").get("id").asString();
        Map<String, Object> entry =
                Map.of("certificate", "粤号字-3", "status", "in-use", "outbound", true, "conductCommitment", "DOC-2");
        system.send("PUT", path, entry).expect(200);
        assertThat(rule(gate.approve("4001"))).isEqualTo("number.not-to-approve");
        assertField(system.send("POST", path + "/filing", Map.of("filedOn", "1066-01-01")), "filedOn");
        system.send("POST", path + "/filing", Map.of("filedOn", "2026-01-05")).expect(200);
        assertThat(rule(system.send("POST", path + "/filing", Map.of("filedOn", "2026-01-06"))))
                .isEqualTo("number.nothing-to-file");
        gate.completeNumber();
    }

    @Test
    void numbersThatLeadToAnotherBySpellingAreNoneAndServicesAreOnNoList() {
        for (String spelling : List.of("01795113911112222", "+008613911112222", "0008613911112222", "0755110")) {
            Map<String, String> trial = Map.of("number", spelling, "purpose", "information");
            JsonNode said =
                    system.send("POST", "/api/gate/trials", trial).expect(200).json();
            assertThat(rules(said)).contains("gate.number:prefix");
        }
        for (String service : List.of("110", "4001", "0755110")) {
            assertField(system.send("POST", "/api/outside-numbers", Map.of("label", "x", "number", service)), "number");
            assertField(supervisor.send("PUT", "/api/agents/agent1/mobile", Map.of("number", service)), "number");
        }
    }

    private static String rule(Answer answer) {
        return answer.expect(409).json().get("rule").asString();
    }

    private JsonNode trial(String purpose, @org.jspecify.annotations.Nullable String consent) {
        Map<String, String> trial = consent == null
                ? Map.of("number", NUMBER, "purpose", purpose)
                : Map.of("number", NUMBER, "purpose", purpose, "voucher", consent);
        return system.send("POST", "/api/gate/trials", trial).expect(200).json();
    }

    private static List<String> rules(JsonNode trial) {
        List<String> rules = new ArrayList<>();
        trial.get("rules").forEach(rule -> rules.add(rule.asString()));
        return rules;
    }

    private String value(String key) {
        List<String> values = new ArrayList<>();
        auditor.read("/api/gate").get("parameters").forEach(one -> {
            if (one.get("key").asString().equals(key)) {
                values.add(one.get("value").asString());
            }
        });
        return values.getFirst();
    }

    private static void assertField(Answer answer, String field) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("field").asString()).isEqualTo(field);
    }

    @Test
    void carriersPrefixIsNoWayAroundTheRefusalOfWhomItReaches() {
        Answer listed = system.send("POST", "/api/outside-numbers", Map.of("label", "x", "number", "17951" + NUMBER));
        assertThat(listed.status()).isEqualTo(400);
        assertThat(listed.json().get("rule").asString()).isEqualTo("outside-number.form");
        Answer called =
                agent.send("POST", "/api/agent/calls", Map.of("number", "12593" + NUMBER, "purpose", "information"));
        assertThat(called.json().get("rules").toString()).contains("gate.number:prefix");
    }

    @Test
    void valueOfAnotherKindIsRefusedByItsFieldAndNotTakenForOneThatMayHaveBeenMeant() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("label", 7, "number", NUMBER), Map.of("label", true, "number", NUMBER))) {
            Answer answer = system.send("POST", "/api/outside-numbers", wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("rule").asString()).isEqualTo("field.type");
            assertThat(answer.json().get("field").asString()).isEqualTo("label");
        }
        Answer version = agent.send("POST", "/api/agent/notice", Map.of("version", 1.5));
        assertThat(version.status()).isEqualTo(400);
        assertThat(version.json().get("field").asString()).isEqualTo("version");
        for (Object day : List.of(123, List.of(2026, 1, 1), "2030-01-01", "yesterday")) {
            Answer number =
                    system.send("POST", "/api/numbers", Map.of("number", "95123", "status", "planned", "filedOn", day));
            assertThat(number.status()).isEqualTo(400);
            assertThat(number.json().get("field").asString()).isEqualTo("filedOn");
        }
    }

    @Test
    void characterThatTheDatabaseCannotKeepIsTheInputsFaultAndNotTheDatabases() {
        Answer answer = system.send("POST", "/api/outside-numbers", Map.of("label", "a\u0000b", "number", NUMBER));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("rule").asString()).isEqualTo("request.character");
    }

    @Test
    void appointmentNamesEitherACallOrANumberAndItsCustomerByAnId() {
        String soon = Instant.now().plusSeconds(600).toString();
        Answer both =
                agent.send("POST", "/api/agent/appointments", Map.of("call", "7", "number", NUMBER, "dueAt", soon));
        assertThat(both.status()).isEqualTo(400);
        assertThat(both.json().get("rule").asString()).isEqualTo("appointment.whom");
        for (String customer : List.of("abc", "999999")) {
            assertField(
                    agent.send("POST", "/api/agent/appointments", Map.of("customer", customer, "dueAt", soon)),
                    "customer");
        }
    }

    @Test
    void whatIsRecordedNamesCallsAndConsentsThatThereAre() {
        Map<String, String> consent =
                Map.of("number", NUMBER, "purpose", "survey", "means", "call", "textVersion", "v1", "call", "4711");
        assertField(agent.send("POST", "/api/consents", consent), "call");
        Map<String, String> refusal = Map.of("number", "13312345600", "reason", "complaint", "call", "4711");
        assertField(agent.send("POST", "/api/do-not-call", refusal), "call");
        String soon = Instant.now().plusSeconds(600).toString();
        String ofAnother = gate.consent("13312345601", "survey");
        for (String voucher : List.of("999999", ofAnother)) {
            assertField(
                    agent.send(
                            "POST",
                            "/api/agent/appointments",
                            Map.of("number", NUMBER, "voucher", voucher, "dueAt", soon)),
                    "voucher");
        }
        String own = gate.consent(NUMBER, "survey");
        String made = agent.send(
                        "POST", "/api/agent/appointments", Map.of("number", NUMBER, "voucher", own, "dueAt", soon))
                .expect(201)
                .json()
                .get("id")
                .asString();
        agent.send("DELETE", "/api/agent/appointments/" + made, Map.of()).expect(204);
    }
}
