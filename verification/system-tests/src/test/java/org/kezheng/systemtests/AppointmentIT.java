package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.LiveSocket;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// Appointments to call back, on the real PBX: offered to their owner at the time, to the queue when the owner is
/// not there, once and no more when the platform was killed meanwhile.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppointmentIT {
    private static final String NOTE = "说明会后回电";

    private final CallCentre centre = CallCentre.open();

    @BeforeAll
    void open() {
        OpenedGate.open(centre);
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void appointmentRingsItsOwnerAtTheTimeAndCallsTheCustomer() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                PhoneAgent agent = centre.agent("agent2", phone);
                LiveSocket desk = agent.api().live()) {
            String id = make(agent, "13355560001", 2).path("id").asString();
            assertThat(own(agent, id).path("number").asString()).isEqualTo("133****0001");
            assertThat(own(agent, id).path("note").asString()).isEqualTo(NOTE);
            assertThat(own(agent, id).path("state").asString()).isEqualTo("scheduled");
            agent.ready();
            carrier.awaitAnswered(1, SOON);
            assertThat(carrier.awaitInvitation(1, SOON).text()).startsWith("INVITE sip:13355560001@");
            agent.awaitState("talking");
            JsonNode offered = awaitState(agent, id, "due");
            int told = desk.changes().size();
            carrier.hangUp();
            wrapUp(agent, offered.path("call").asString());
            JsonNode done = awaitState(agent, id, "done");
            Await.until(
                    "the owner is told that it is done",
                    SOON,
                    desk::changes,
                    changes -> changes.subList(told, changes.size()).contains("appointments"));
            assertThat(done.path("outcome").asString()).isEqualTo("reached");
            JsonNode record =
                    centre.supervisor().read("/api/calls/" + done.path("call").asString());
            assertThat(record.path("outcome").asString()).isEqualTo("answered");
            assertThat(record.path("agent").asString()).isEqualTo("agent2");
            String ledger = centre.auditor()
                    .read("/api/ledger/entries?kind=appointment&id=" + id)
                    .toString();
            assertThat(ledger).contains("appointment.made", "appointment.offered", "appointment.done");
            assertThat(ledger).doesNotContain("13355560001", NOTE);
        }
    }

    @Test
    void appointmentOfAnAgentWhoIsNotThereGoesToItsQueue() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                PhoneAgent other = centre.agent("agent3", phone)) {
            try (AgentPhone none = AgentPhone.neverAnswering();
                    PhoneAgent owner = centre.agent("agent4", none)) {
                make(owner, "13355560002", 4);
            }
            other.ready();
            carrier.awaitAnswered(1, SOON);
            JsonNode talking = other.awaitState("talking");
            carrier.hangUp();
            wrapUp(other, talking.path("call").asString());
        }
    }

    @Test
    void appointmentSurvivesAKillAndIsCalledOnce() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                PhoneAgent agent = centre.agent("agent2", phone)) {
            String id = make(agent, "13355560003", 1).path("id").asString();
            Installation.kill(centre.status().platformPid());
            centre.up();
            agent.ready();
            carrier.awaitAnswered(1, SOON);
            JsonNode offered = awaitState(agent, id, "due");
            Installation.kill(centre.status().platformPid());
            centre.up();
            agent.awaitState("talking");
            assertThat(awaitState(agent, id, "due").path("call").asString())
                    .isEqualTo(offered.path("call").asString());
            carrier.hangUp();
            wrapUp(agent, offered.path("call").asString());
            awaitState(agent, id, "done");
            assertThat(carrier.invitations()).hasSize(1);
        }
    }

    @Test
    void appointmentIsMovedCancelledAndRefusedByTheGateLikeEachOtherCall() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                PhoneAgent agent = centre.agent("agent1", phone)) {
            String moved = make(agent, "13355560004", 3_600).path("id").asString();
            Instant later = Instant.now().plus(Duration.ofHours(5));
            JsonNode view = agent.api()
                    .send("PUT", "/api/agent/appointments/" + moved, Map.of("dueAt", later.toString()))
                    .expect(200)
                    .json();
            assertThat(Instant.parse(view.path("dueAt").asString())).isCloseTo(later, within(1, ChronoUnit.MILLIS));
            Answer past = agent.api()
                    .send(
                            "PUT",
                            "/api/agent/appointments/" + moved,
                            Map.of("dueAt", Instant.now().minusSeconds(60).toString()));
            assertThat(past.status()).isEqualTo(400);
            assertThat(past.json().path("field").asString()).isEqualTo("dueAt");
            agent.api()
                    .send("DELETE", "/api/agent/appointments/" + moved, Map.of())
                    .expect(204);
            assertThat(agent.api()
                            .send("DELETE", "/api/agent/appointments/" + moved, Map.of())
                            .status())
                    .isEqualTo(404);

            agent.ready();
            String refused = wanted(agent, "13355560005", null, 1).path("id").asString();
            JsonNode failed = awaitState(agent, refused, "failed");
            assertThat(failed.path("outcome").asString()).isEqualTo("gate.voucher");
            assertThat(phone.invitations()).isEmpty();
        }
    }

    @Test
    void callerOfACallInHandIsCalledBackOnTheirOwnRequest() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support", "13355560006")) {
            agent.awaitState("talking");
            Await.until(
                    "the records know whose call it is",
                    SOON,
                    () -> centre.record(call).path("agent").asString(""),
                    "agent1"::equals);
            Map<String, String> wish = Map.of(
                    "call", call.id(), "dueAt", Instant.now().plusSeconds(2).toString(), "note", NOTE);
            String id = agent.api()
                    .send("POST", "/api/agent/appointments", wish)
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
            call.hangUp();
            wrapUp(agent, call.id());
            agent.ready();
            assertThat(carrier.awaitInvitation(1, SOON).text()).startsWith("INVITE sip:13355560006@");
            carrier.awaitAnswered(1, SOON);
            JsonNode offered = awaitState(agent, id, "due");
            carrier.hangUp();
            wrapUp(agent, offered.path("call").asString());
            awaitState(agent, id, "done");
        }
    }

    private static JsonNode make(PhoneAgent agent, String number, int inSeconds) {
        return wanted(agent, number, OpenedGate.consent(agent, number, "callback"), inSeconds);
    }

    private static JsonNode wanted(PhoneAgent agent, String number, @Nullable String voucher, int inSeconds) {
        Map<String, String> wish = new TreeMap<>(Map.of(
                "number",
                number,
                "dueAt",
                Instant.now().plusSeconds(inSeconds).toString(),
                "note",
                NOTE,
                "queue",
                "support"));
        if (voucher != null) {
            wish.put("voucher", voucher);
        }
        return agent.api()
                .send("POST", "/api/agent/appointments", wish)
                .expect(201)
                .json();
    }

    private static JsonNode own(PhoneAgent agent, String id) {
        return agent.api()
                .read("/api/agent/appointments")
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode awaitState(PhoneAgent agent, String id, String state) {
        return Await.until(
                "the appointment is " + state,
                SOON,
                () -> own(agent, id),
                one -> one.path("state").asString().equals(state));
    }

    private static void wrapUp(PhoneAgent agent, String call) {
        agent.awaitState("wrap-up");
        agent.api()
                .send("POST", "/api/agent/wrap-up", Map.of("call", call, "disposition", "resolved", "note", ""))
                .expect(200);
    }
}
