package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.telephony.Registration;
import tools.jackson.databind.JsonNode;

/// Who gets in, and who does not.
@ExtendWith(SharedCallCentre.class)
class AccessIT {

    private static final int TRIES = 5;

    private final CallCentre centre;

    AccessIT(CallCentre centre) {
        this.centre = centre;
    }

    @ParameterizedTest
    @CsvSource({
        "agent1, /api/calls/1/explanation /api/agents/agent1/intervals /api/emergency /actuator/mappings",
        "supervisor1, /api/ledger/checkpoint /api/ledger/entries /actuator/mappings",
        "auditor1, /api/agent /api/agent/softphone /actuator/mappings /api/live /api/emergency",
        "security1, /api/agent /api/calls /api/calls/1 /api/customers /api/live /api/agents/agent1/intervals"
    })
    void roleIsRefusedWhatItHasNoPolicyFor(String user, String paths) {
        try (ApiClient api = centre.signIn(user)) {
            for (String path : paths.split(" ", -1)) {
                assertThat(api.get(path).status()).as("%s reads %s", user, path).isEqualTo(403);
            }
            assertThat(api.get("/api/no-such-thing").status()).isIn(403, 404);
            api.signOut().expect(204);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hold, none, none",
        "mute, none, none",
        "keys, keys, 1",
        "transfer, queue, support",
        "consultation, queue, support",
        "consultation/swap, none, none",
        "consultation/conference, none, none",
        "consultation/completion, none, none",
        "self-service, flow, pin"
    })
    void talkIsThereForWhoeverHasItAndForNobodyElse(String act, String field, String value) {
        String path = "/api/calls/4711/" + act;
        Map<String, String> body = field.equals("none") ? Map.of() : Map.of(field, value);
        try (ApiClient agent = centre.signIn("agent3");
                ApiClient security = centre.signIn("security1")) {
            assertThat(agent.send("POST", path, body).status()).isEqualTo(404);
            assertThat(centre.supervisor().send("POST", path, body).status()).isEqualTo(404);
            assertThat(centre.auditor().send("POST", path, body).status()).isEqualTo(403);
            assertThat(security.send("POST", path, body).status()).isEqualTo(403);
            agent.signOut().expect(204);
            security.signOut().expect(204);
        }
    }

    @Test
    void onlyAgentsDiscloseNumbersAndOnlyWithAReason() {
        Map<String, String> number = Map.of("number", "13800138000");
        String path = "/api/customers/"
                + centre.supervisor()
                        .send("POST", "/api/customers/search", number)
                        .expect(200)
                        .json()
                        .at("/items/0/id")
                        .asString()
                + "/disclosure";
        Map<String, String> reason = Map.of("reason", "the customer asked to be called back");
        assertThat(centre.supervisor().send("POST", path, reason).status()).isEqualTo(403);
        assertThat(centre.auditor().send("POST", path, reason).status()).isEqualTo(403);
        try (ApiClient agent = centre.signIn("agent3")) {
            Answer without = agent.send("POST", path, Map.of("reason", " "));
            assertThat(without.status()).isIn(400, 422);
            assertThat(without.json().path("field").asString()).isEqualTo("reason");
            JsonNode clear = agent.send("POST", path, reason).expect(200).json();
            assertThat(clear.path("number").asString()).isEqualTo("13800138000");
            assertThat(clear.path("name").asString()).isEqualTo("张伟");
            agent.signOut().expect(204);
        }
    }

    @Test
    void whoHasNotSignedInReadsNothing() {
        try (ApiClient stranger = centre.stranger()) {
            for (String path : List.of(
                    "/api/session",
                    "/api/agent",
                    "/api/calls",
                    "/api/customers",
                    "/api/live",
                    "/api/configuration",
                    "/actuator/mappings",
                    "/actuator/env",
                    "/v3/api-docs")) {
                assertThat(stranger.get(path).status()).as(path).isEqualTo(401);
            }
            assertThatThrownBy(stranger::live).hasMessageContaining("WebSocketHandshakeException");
        }
    }

    @Test
    void writeWithoutTheTokenIsRefusedAndChangesNothing() {
        try (ApiClient agent = centre.signIn("agent3")) {
            Map<String, String> ready = Map.of("state", "ready");
            assertThat(agent.sendWithoutToken("PUT", "/api/agent/state", ready).status())
                    .isEqualTo(403);
            assertThat(agent.read("/api/agent").path("state").asString()).isEqualTo("not-ready");
            assertThat(agent.send("PUT", "/api/agent/state", ready)
                            .expect(409)
                            .json()
                            .path("rule")
                            .asString())
                    .as("nobody is ready without a phone")
                    .isEqualTo("device-test.no-device");
            agent.send("PUT", "/api/agent/device", Map.of("browser", true)).expect(200);
            agent.send("PUT", "/api/agent/state", ready).expect(200);
            agent.signOut().expect(204);
        }
    }

    @Test
    void sixthTryIsLockedOutEvenWithTheRightPassword() {
        try (ApiClient stranger = centre.stranger()) {
            for (int attempt = 1; attempt < TRIES; attempt++) {
                Answer answer = stranger.signIn("system1", "guess-" + attempt).expect(401);
                assertThat(answer.json().path("rule").asString()).isEqualTo("sign-in.refused");
                assertThat(answer.text()).doesNotContain("guess", "Exception", "org.kezheng");
            }
            stranger.signIn("system1", "guess-" + TRIES);
            Answer locked = stranger.signIn("system1", centre.status().passwordOf("system1"))
                    .expect(423);
            assertThat(locked.json().path("rule").asString()).isEqualTo("sign-in.locked");
            assertThat(locked.json().path("retryAfterSeconds").asInt()).isPositive();
            stranger.signIn("security1", centre.status().passwordOf("security1"))
                    .expect(200);
        }
    }

    @Test
    void unknownAccountIsRefusedInTheSameWords() {
        try (ApiClient stranger = centre.stranger()) {
            Answer unknown = stranger.signIn("nobody", "whatever it is").expect(401);
            Answer known = stranger.signIn("agent4", "whatever it is").expect(401);
            assertThat(unknown.text()).isEqualTo(known.text());
        }
    }

    @Test
    void phoneLineDiesWithTheSession() {
        try (ApiClient agent = centre.signIn("agent3")) {
            agent.send("PUT", "/api/agent/device", Map.of("browser", true)).expect(200);
            JsonNode line = agent.read("/api/agent/softphone");
            String user = line.path("user").asString();
            String password = line.path("password").asString();
            Await.until(
                    "the PBX takes the line", CallCentre.SOON, () -> register(user, password), status -> status == 200);
            assertThat(register(user, password + "x")).isIn(401, 403);
            agent.signOut().expect(204);
            Await.until(
                    "the PBX refuses the line",
                    CallCentre.SOON,
                    () -> register(user, password),
                    status -> status == 403 || status == 404);
        }
    }

    @Test
    void endedSessionStaysEndedForWhoKeptItsCookie() {
        try (ApiClient agent = centre.signIn("agent3")) {
            String cookie = agent.sessionCookie().orElseThrow();
            assertThat(statusWith(cookie)).isEqualTo(200);
            agent.signOut().expect(204);
            assertThat(statusWith(cookie)).isEqualTo(401);
        }
    }

    private int statusWith(String cookie) {
        try (ApiClient stranger = centre.stranger()) {
            return stranger.getWithCookie("/api/session", "KZ_SESSION=" + cookie)
                    .status();
        }
    }

    private int register(String user, String password) {
        return Registration.attempt(centre.status().sipIn(), user, password);
    }
}
