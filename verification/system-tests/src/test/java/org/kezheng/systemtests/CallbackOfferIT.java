package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.LiveSocket;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import org.kezheng.testkit.telephony.SipMessage;
import tools.jackson.databind.JsonNode;

/// Callers who ask to be called back instead of waiting: the place is kept, the agent's phone rings first, and
/// nothing leaves that the gate does not let out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallbackOfferIT {
    private static final String NUMBER = "4200";
    private static final double OFFER = 500;
    private static final double TAKEN = 700;
    private static final double IMPOSSIBLE = 900;
    private static final double AGENT = 1_300;
    private static final double CUSTOMER = 1_700;
    private static final Duration MOMENT = Duration.ofMillis(600);

    private final CallCentre centre = CallCentre.open();

    @BeforeAll
    void addANumberAndOpenTheGate() throws IOException {
        Path data = centre.installation().dataDir();
        RecordedPrompts.record(data, "callback-offer", OFFER);
        RecordedPrompts.record(data, "callback-taken", TAKEN);
        RecordedPrompts.record(data, "callback-impossible", IMPOSSIBLE);
        FlowNumbers.add(centre, NUMBER, "back", """
                {"schema": 1, "code": "back", "version": 1, "languages": ["zh"], "start": "offer", "person": "support",
                 "nodes": {"offer": {"type": "announce", "say": ["callback-offer"], "next": "support"},
                           "support": {"type": "queue", "queue": "support", "callback": {"key": "1", "next": "keep"}},
                           "keep": {"type": "callback", "queue": "support", "next": "taken", "otherwise": "impossible"},
                           "taken": {"type": "hangup", "say": ["callback-taken"]},
                           "impossible": {"type": "announce", "say": ["callback-impossible"], "next": "support"}}}
                """);
        OpenedGate.open(centre);
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void whoeverAskedIsCalledBackInTheirTurnBeforeWhoeverCameLater() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                PhoneAgent agent = centre.agent("agent2", phone);
                Caller asking = Caller.dial(centre.status().sipIn(), "13366660001", NUMBER)) {
            IncomingCall asked = ask(asking, "13366660001");
            hears(asking, TAKEN);
            asking.awaitHungUp(SOON);
            JsonNode waiting = awaitCallback();
            assertThat(waiting.path("stage").asString()).isEqualTo("waiting");
            assertThat(waiting.at("/customer/number").asString()).isEqualTo("133****0001");
            try (IncomingCall later = centre.dial("support", "13366660002")) {
                carrier.sound().speak(CUSTOMER);
                phone.sound().speak(AGENT);
                agent.ready();
                SipMessage invite = carrier.awaitInvitation(1, SOON);
                assertThat(invite.text()).startsWith("INVITE sip:13366660001@");
                assertThat(invite.header("From").orElseThrow()).contains("sip:4001@");
                carrier.awaitAnswered(1, SOON);
                Await.until(
                        "both hear each other",
                        SOON,
                        () -> carrier.sound().heardWithin(MOMENT).hasTone(AGENT)
                                && phone.sound().heardWithin(MOMENT).hasTone(CUSTOMER));
                String back = waiting.path("call").asString();
                assertThat(agent.view().path("call").asString()).isEqualTo(back);
                assertThat(centre.stage(later)).isEqualTo("waiting");
                carrier.hangUp();
                agent.awaitState("wrap-up");
                assertThat(result(agent, back)).isEqualTo("reached");
                wrapUp(agent, back);
                agent.awaitState("talking");
                assertThat(centre.stage(later)).isEqualTo("talking");
                later.hangUp();
                agent.awaitState("wrap-up");
                agent.wrapUp(later, "resolved", "").expect(200);
                agent.notReady("break");
                JsonNode record = Await.until(
                        "the call back stands with the call",
                        SOON,
                        () -> centre.record(asked),
                        one -> one.at("/callback/endedAt").isString());
                assertThat(record.path("outcome").asString()).isEqualTo("callback");
                assertThat(record.at("/callback/call").asString()).isEqualTo(back);
                assertThat(record.at("/callback/outcome").asString()).isEqualTo("answered");
                assertThat(record.at("/callback/offers")).hasSize(1);
                JsonNode other = centre.supervisor().read("/api/calls/" + back);
                assertThat(other.path("askedIn").asString()).isEqualTo(asked.id());
                assertThat(other.path("callingNumber").asString()).isEqualTo("133****0001");
                assertThat(decisions(back)).containsExactly("asked true", "dialled true");
            }
        }
    }

    @Test
    void callBackThatASupervisorGivesUpIsNotMadeAndNotTriedAgain() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone);
                Caller asking = Caller.dial(centre.status().sipIn(), "13366660041", NUMBER)) {
            ask(asking, "13366660041");
            asking.awaitHungUp(SOON);
            String back = awaitCallback().path("call").asString();
            centre.supervisor()
                    .send("POST", "/api/calls/" + back + "/release", Map.of("cause", "customer"))
                    .expect(204);
            JsonNode record = Await.until(
                    "the call back is over",
                    SOON,
                    () -> centre.supervisor().read("/api/calls/" + back),
                    one -> one.path("endedAt").isString());
            assertThat(record.path("outcome").asString()).isEqualTo("refused");
            assertThat(record.path("offers")).isEmpty();
            List<String> entries = CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=call&id=" + back))
                    .map(entry -> entry.path("action").asString())
                    .toList();
            assertThat(entries).contains("call.released");
            try (IncomingCall next = centre.dial("support", "13366660042")) {
                agent.ready().awaitState("talking");
                assertThat(centre.stage(next)).isEqualTo("talking");
                assertThat(carrier.invitations()).isEmpty();
                assertThat(centre.supervisor().read("/api/callbacks").at("/items"))
                        .isEmpty();
                next.hangUp();
                agent.awaitState("wrap-up");
                agent.wrapUp(next, "resolved", "").expect(200);
            }
        }
    }

    @Test
    void whoeverIsNotToBeCalledAnyMoreIsNotDialledAndTheAgentIsTold() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                PhoneAgent agent = centre.agent("agent3", phone);
                Caller asking = Caller.dial(centre.status().sipIn(), "13366660003", NUMBER)) {
            IncomingCall asked = ask(asking, "13366660003");
            hears(asking, TAKEN);
            asking.hangUp();
            centre.awaitRecord(asked);
            String back = awaitCallback().path("call").asString();
            refuse(agent, "13366660003");
            agent.ready();
            phone.awaitInvitation(1, SOON);
            agent.awaitState("wrap-up");
            JsonNode outcome = agent.api().read("/api/agent/calls/" + back);
            assertThat(outcome.path("result").asString()).isEqualTo("refused");
            assertThat(outcome.path("rules").get(0).asString()).startsWith("gate.do-not-call");
            wrapUp(agent, back);
            agent.notReady("break");
            assertThat(carrier.invitations()).isEmpty();
            assertThat(decisions(back)).containsExactly("asked true", "dialled false");
        }
    }

    @Test
    void whoeverWasNotReachedIsCalledAgainOnceTheGateWouldLetItOut() throws SQLException {
        OpenedGate.loosen(centre, "outbound.gap-minutes", "0");
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                PhoneAgent agent = centre.agent("agent1", phone);
                LiveSocket desk = centre.supervisor().live();
                Caller asking = Caller.dial(centre.status().sipIn(), "13366660005", NUMBER)) {
            IncomingCall asked = ask(asking, "13366660005");
            hears(asking, TAKEN);
            asking.hangUp();
            centre.awaitRecord(asked);
            String first = awaitCallback().path("call").asString();
            try (AgentPhone full = AgentPhone.fullCarrierAt(centre.status().sipOut())) {
                agent.ready();
                full.awaitInvitation(1, SOON);
                agent.awaitState("wrap-up");
                agent.notReady("break");
            }
            assertThat(result(agent, first)).isEqualTo("no-trunk");
            wrapUp(agent, first);
            desk.awaitChanges("callbacks", 1, SOON);
            JsonNode again = awaitRetry("scheduled");
            assertThat(again.path("number").asString()).isEqualTo("133****0005");
            assertThat(again.path("queue").asString()).isEqualTo("support");
            assertThat(Instant.parse(again.path("dueAt").asString()))
                    .isBetween(
                            Instant.now().plus(Duration.ofMinutes(14)),
                            Instant.now().plus(Duration.ofMinutes(15)));
            try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                    Database database = Database.asAdministrator(centre.status())) {
                database.execute("update scheduled_callback set due_at = now() where id = "
                        + again.path("id").asString());
                agent.ready();
                assertThat(carrier.awaitInvitation(1, SOON).text()).startsWith("INVITE sip:13366660005@");
                carrier.awaitAnswered(1, SOON);
                JsonNode talking = agent.awaitState("talking");
                carrier.hangUp();
                agent.awaitState("wrap-up");
                wrapUp(agent, talking.path("call").asString());
                agent.notReady("break");
                assertThat(awaitRetry("done").path("outcome").asString()).isEqualTo("reached");
                assertThat(retries()).hasSize(1);
                assertThat(centre.supervisor()
                                .send(
                                        "DELETE",
                                        "/api/callbacks/" + again.path("id").asString(),
                                        Map.of())
                                .status())
                        .isEqualTo(404);
            }
            String ledger = centre.auditor()
                    .read("/api/ledger/entries?kind=appointment&id="
                            + again.path("id").asString())
                    .toString();
            assertThat(ledger).contains("callback.again", "appointment.offered", "appointment.done");
            assertThat(ledger).doesNotContain("13366660005");
        }
    }

    private JsonNode awaitRetry(String state) {
        return Await.until(
                        "the retry is " + state,
                        SOON,
                        () -> retries().stream()
                                .filter(one -> one.path("state").asString().equals(state))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<JsonNode> retries() {
        return CallCentre.stream(centre.supervisor().read("/api/callbacks").path("items"))
                .toList();
    }

    @Test
    void whoeverCannotBeCalledBackIsToldSoAndWaitsOn() {
        try (AgentPhone phone = AgentPhone.neverAnswering();
                PhoneAgent agent = centre.agent("agent4", phone);
                Caller asking = Caller.dial(centre.status().sipIn(), "13366660004", NUMBER)) {
            refuse(agent, "13366660004");
            IncomingCall asked = ask(asking, "13366660004");
            hears(asking, IMPOSSIBLE);
            assertThat(centre.stage(asked)).isEqualTo("waiting");
            assertThat(asking.isConnected()).isTrue();
        }
    }

    /// Waits in the queue, and presses the key.
    private IncomingCall ask(Caller caller, String number) {
        hears(caller, OFFER);
        IncomingCall call = centre.recognised(caller, number);
        Await.until("the caller waits", SOON, () -> centre.stage(call).equals("waiting"));
        caller.sound().press("1");
        return call;
    }

    private static void hears(Caller caller, double hertz) {
        Await.until(
                "the caller hears " + hertz,
                SOON,
                () -> caller.sound().heardWithin(MOMENT).hasTone(hertz));
    }

    private JsonNode awaitCallback() {
        return Await.until(
                        "the call back waits at the place",
                        SOON,
                        () -> CallCentre.stream(centre.picture().path("contacts"))
                                .filter(contact ->
                                        contact.path("kind").asString().equals("callback"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void refuse(PhoneAgent agent, String number) {
        agent.api()
                .send("POST", "/api/do-not-call", Map.of("number", number, "reason", "person-refused"))
                .expect(201);
    }

    private static String result(PhoneAgent agent, String call) {
        return agent.api().read("/api/agent/calls/" + call).path("result").asString();
    }

    private static void wrapUp(PhoneAgent agent, String call) {
        agent.api()
                .send("POST", "/api/agent/wrap-up", Map.of("call", call, "disposition", "resolved", "note", ""))
                .expect(200);
    }

    private List<String> decisions(String call) {
        return CallCentre.stream(centre.auditor().read("/api/gate/decisions").path("items"))
                .filter(one -> one.path("call").asString("").equals(call))
                .map(one ->
                        one.path("stage").asString() + " " + one.path("allowed").asBoolean())
                .toList()
                .reversed();
    }
}
