package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import tools.jackson.databind.JsonNode;

/// Callers are asked for what only the customer knows, by a flow or by an agent, before anything is shown. What
/// they said is nowhere; too many wrong tries lock the customer.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationIT {
    private static final String NUMBER = "4500";
    private static final double ENTER = 500;
    private static final double RIGHT = 700;
    private static final double WRONG = 900;
    private static final Duration MOMENT = Duration.ofMillis(600);

    private final CallCentre centre = CallCentre.open();

    @BeforeAll
    void addANumber() throws IOException {
        Path data = centre.installation().dataDir();
        RecordedPrompts.record(data, "enter-verification", ENTER);
        RecordedPrompts.record(data, "verified", RIGHT);
        RecordedPrompts.record(data, "not-verified", WRONG);
        FlowNumbers.add(centre, NUMBER, "verify", """
                {"schema": 1, "code": "verify", "version": 1, "languages": ["zh"], "start": "ask", "person": "support",
                 "nodes": {"ask": {"type": "verify", "say": ["enter-verification"], "min": 4, "max": 8, "terminator": "#",
                                   "tries": 1, "next": "right", "otherwise": "wrong"},
                           "right": {"type": "announce", "say": ["verified"], "next": "support"},
                           "wrong": {"type": "announce", "say": ["not-verified"], "next": "support"},
                           "support": {"type": "queue", "queue": "support"}}}
                """);
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void flowVerifiesByTheServiceCodeAndTheAgentMayShowTheCustomerWithoutAReason() throws SQLException {
        String customer = customer("13900139000");
        keep(customer, "pin", "836152");
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone)) {
            try (Caller caller = dial("13900139000")) {
                hears(caller, ENTER);
                caller.sound().press("836153#");
                hears(caller, WRONG);
            }
            try (Caller caller = dial("13900139000")) {
                hears(caller, ENTER);
                caller.sound().press("836152#");
                hears(caller, RIGHT);
                IncomingCall call = centre.recognised(caller, "13900139000");
                agent.ready().awaitState("talking");
                JsonNode standing = agent.api().read("/api/calls/" + call.id() + "/verification");
                assertThat(standing.path("state").asString()).isEqualTo("passed");
                JsonNode clear =
                        disclose(agent, customer, call.id()).expect(200).json();
                assertThat(clear.path("number").asString()).isEqualTo("13900139000");
                caller.hangUp();
                agent.awaitState("wrap-up");
                agent.wrapUp(call, "resolved", "").expect(200);
                JsonNode record = centre.awaitRecord(call);
                assertThat(record.at("/verification/0/by").asString()).isEqualTo("flow");
                assertThat(record.at("/verification/0/passed").asBoolean()).isTrue();
            }
        }
        try (Database database = Database.asAdministrator(centre.status())) {
            assertThat(database.rows("select kinds, is_passed from verification_attempt order by id"))
                    .hasSize(2);
            assertThat(database.rows("select facts from ledger.entry where action like 'verification.%'"))
                    .hasSize(2)
                    .allSatisfy(facts -> assertThat(facts).doesNotContain("836152", "836153"));
        }
    }

    @Test
    void agentAsksTwoFactsAndThreeWrongTriesLockTheCustomer() {
        String customer = customer("13700137000");
        keep(customer, "pin", "4711");
        keep(customer, "document", "123X");
        keep(customer, "birthday", "0314");
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone);
                IncomingCall call = centre.dial("support", "13700137000")) {
            assertThat(say(agent, call, Map.of("pin", "4711", "birthday", "0314"))
                            .status())
                    .isEqualTo(404);
            agent.ready().awaitState("talking");
            assertThat(disclose(agent, customer, call.id()).status()).isEqualTo(409);
            assertThat(say(agent, call, Map.of("pin", "4711")).status()).isEqualTo(400);
            assertThat(state(say(agent, call, Map.of("pin", "4711", "document", "124X"))))
                    .isEqualTo("open");
            assertThat(state(say(agent, call, Map.of("pin", "4711", "document", "123x"))))
                    .isEqualTo("passed");
            disclose(agent, customer, call.id()).expect(200);
            for (int wrong = 0; wrong < 3; wrong++) {
                say(agent, call, Map.of("pin", "0000", "birthday", "0314"));
            }
            Answer locked = say(agent, call, Map.of("pin", "4711", "birthday", "0314"));
            assertThat(locked.json().path("lockedUntil").isString()).isTrue();
            assertThat(locked.json().path("left").asInt()).isZero();
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            JsonNode record = centre.awaitRecord(call);
            assertThat(record.path("verification")).hasSize(5);
        }
    }

    private String customer(String number) {
        return centre.supervisor()
                .send("POST", "/api/customers/search", Map.of("number", number))
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
    }

    private void keep(String customer, String kind, String value) {
        centre.supervisor()
                .send("PUT", "/api/customers/" + customer + "/facts/" + kind, Map.of("value", value))
                .expect(204);
    }

    private static Answer say(PhoneAgent agent, IncomingCall call, Map<String, String> answers) {
        return agent.api().send("POST", "/api/calls/" + call.id() + "/verification", Map.of("answers", answers));
    }

    private static String state(Answer answer) {
        return answer.expect(200).json().path("state").asString();
    }

    private static Answer disclose(PhoneAgent agent, String customer, String call) {
        return agent.api().send("POST", "/api/customers/" + customer + "/disclosure", Map.of("call", call));
    }

    private Caller dial(String number) {
        return Caller.dial(centre.status().sipIn(), number, NUMBER);
    }

    private static void hears(Caller caller, double hertz) {
        Await.until(
                "the caller hears " + hertz,
                SOON,
                () -> caller.sound().heardWithin(MOMENT).hasTone(hertz));
    }
}
