package org.kezheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.ClientId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.callflow.OutsideResult;
import org.kezheng.platform.gate.Gate;
import org.kezheng.platform.gate.GateDecision;
import org.kezheng.platform.gate.GateRequest;
import org.kezheng.platform.gate.Vouchers;
import org.kezheng.platform.gate.Way;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.http.LiveSocket;
import tools.jackson.databind.JsonNode;

/// Desks are told when what they have read is different now, those whom it concerns and nobody else, and never before a
/// reading tells so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LiveChangesTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NUMBER = "13312345678";
    private static final String APPOINTMENTS = "/api/agent/appointments";

    private StartedPlatform platform;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        platform = StartedPlatform.start(directory, true);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void theOwnerOfAnAppointmentIsToldOfEachChangeAndWhenItBecomesDue() throws IOException {
        try (ApiClient owner = platform.signedIn("agent4");
                ApiClient colleague = platform.signedIn("agent2");
                LiveSocket desk = owner.live();
                LiveSocket other = colleague.live()) {
            desk.snapshot(SOON);
            other.snapshot(SOON);
            Map<String, String> wish = Map.of(
                    "number",
                    NUMBER,
                    "note",
                    "x",
                    "dueAt",
                    Instant.now().plusSeconds(2).toString());
            String id = owner.send("POST", APPOINTMENTS, wish)
                    .expect(201)
                    .json()
                    .get("id")
                    .asString();
            desk.awaitChanges("appointments", 1, SOON);
            assertThat(first(owner).get("due").asBoolean()).isFalse();
            desk.awaitChanges("appointments", 2, SOON);
            assertThat(first(owner).get("due").asBoolean()).isTrue();
            String later = Instant.now().plusSeconds(3_600).toString();
            owner.send("PUT", APPOINTMENTS + "/" + id, Map.of("dueAt", later)).expect(200);
            desk.awaitChanges("appointments", 3, SOON);
            owner.send("DELETE", APPOINTMENTS + "/" + id, Map.of()).expect(204);
            desk.awaitChanges("appointments", 4, SOON);
            other.snapshot(SOON);
            assertThat(other.changes()).isEmpty();
        }
    }

    private static JsonNode first(ApiClient owner) {
        return owner.read(APPOINTMENTS).at("/items/0");
    }

    @Test
    void supervisorsAreToldOfLentAgentsAndAgentsAreNot() throws IOException {
        try (ApiClient supervisor = platform.signedIn("supervisor1");
                ApiClient agent = platform.signedIn("agent4");
                LiveSocket desk = supervisor.live();
                LiveSocket agents = agent.live()) {
            desk.snapshot(SOON);
            agents.snapshot(SOON);
            Map<String, Object> wish = Map.of("agent", "agent3", "queue", "consult", "minutes", 5);
            String id = supervisor
                    .send("POST", "/api/skill-moves", wish)
                    .expect(201)
                    .json()
                    .get("id")
                    .asString();
            desk.awaitChanges("skill-moves", 1, SOON);
            supervisor.send("DELETE", "/api/skill-moves/" + id, Map.of()).expect(204);
            desk.awaitChanges("skill-moves", 2, SOON);
            agents.snapshot(SOON);
            assertThat(agents.changes()).isEmpty();
        }
    }

    @Test
    void supervisorsSeeWhoHasAcknowledgedTheNoticeAndAreToldWhenSomebodyDoes() throws IOException {
        try (ApiClient supervisor = platform.signedIn("supervisor1");
                ApiClient auditor = platform.signedIn("auditor1");
                ApiClient agent = platform.signedIn("agent2");
                LiveSocket desk = supervisor.live()) {
            JsonNode before = auditor.read("/api/notice-acknowledgements");
            int version = before.get("version").asInt();
            assertThat(before.get("items")
                            .valueStream()
                            .map(item -> item.get("agent").asString()))
                    .containsExactly("agent1", "agent2", "agent3", "agent4");
            assertThat(acknowledged(before, "agent2").get("version").isNull()).isTrue();
            assertThat(acknowledged(before, "agent2").get("displayName").asString())
                    .isEqualTo("李强");
            agent.send("POST", "/api/agent/notice", Map.of("version", version)).expect(200);
            desk.awaitChanges("notice-acknowledgements", 1, SOON);
            JsonNode after = supervisor.read("/api/notice-acknowledgements");
            assertThat(acknowledged(after, "agent2").get("version").asInt()).isEqualTo(version);
            assertThat(Instant.parse(
                            acknowledged(after, "agent2").get("acknowledgedAt").asString()))
                    .isBeforeOrEqualTo(Instant.now());
            assertThat(after.get("items")
                            .valueStream()
                            .map(item -> item.get("agent").asString()))
                    .containsExactly("agent1", "agent3", "agent4", "agent2");
        }
    }

    private static JsonNode acknowledged(JsonNode list, String agent) {
        return list.get("items")
                .valueStream()
                .filter(item -> item.get("agent").asString().equals(agent))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasTheCallIsToldWhatCameOfDiallingItsCustomer() throws IOException {
        ContactId contact = new ContactId(1_882_688_538_542_211L);
        try (ApiClient agent = platform.signedIn("agent1");
                ApiClient colleague = platform.signedIn("agent2");
                LiveSocket desk = agent.live();
                LiveSocket other = colleague.live()) {
            other.snapshot(SOON);
            agent.send("PUT", "/api/agent/device", Map.of("sip", "127.0.0.1:5070"))
                    .expect(200);
            agent.send("PUT", "/api/agent/state", Map.of("state", "ready")).expect(200);
            submit(new Command.Arrive(contact, new ClientId(1), new QueueId(1)));
            platform.get(OutsideCalls.class).ended(contact.value(), OutsideResult.BUSY);
            desk.awaitChanges("outside-result", 1, SOON);
            assertThat(agent.read("/api/agent/calls/" + contact.value())
                            .get("result")
                            .asString())
                    .isEqualTo("busy");
            submit(new Command.Leave(contact, LeaveCause.CALLER_HUNG_UP));
            platform.get(OutsideCalls.class).ended(contact.value(), OutsideResult.NO_ANSWER);
            desk.snapshot(SOON);
            other.snapshot(SOON);
            assertThat(desk.changes()).containsExactly("outside-result");
            assertThat(other.changes()).isEmpty();
        }
    }

    @Test
    void supervisorsAreToldWhenAnOwnNumberIsAtItsLimitAndWhenItIsNotAnyMore() throws IOException {
        try (ApiClient supervisor = platform.signedIn("supervisor1");
                ApiClient system = platform.signedIn("system1");
                ApiClient security = platform.signedIn("security1");
                ApiClient agent = platform.signedIn("agent3");
                LiveSocket desk = supervisor.live()) {
            GateClerks clerks = new GateClerks(system, security, agent);
            clerks.loosen("outbound.enabled", "true");
            clerks.loosen("outbound.hours", "00:00-24:00");
            clerks.loosen("outbound.open-on-holidays", "true");
            clerks.completeNumber();
            assertThat(dial(clerks.consent(NUMBER, "information"))).isInstanceOf(GateDecision.Allowed.class);
            assertThat(alarms(supervisor)).isZero();
            int before = desk.changes().size();
            clerks.change("outbound.max-per-own-number-hour", "1").expect(200);
            desk.awaitChanges("number-alarms", before + 1, SOON);
            assertThat(alarms(supervisor)).isEqualTo(1);
            clerks.loosen("outbound.max-per-own-number-hour", "50");
            desk.awaitChanges("number-alarms", before + 2, SOON);
            assertThat(alarms(supervisor)).isZero();
        }
    }

    private GateDecision dial(String consent) {
        GateRequest request = new GateRequest(
                Way.CLICK_TO_CALL,
                "information",
                new SecretString(NUMBER),
                Vouchers.consent(consent),
                null,
                null,
                "agent3",
                GateRequest.Stage.DIALLED);
        return ClientScope.call(
                new org.kezheng.security.tenancy.ClientId(1),
                () -> platform.get(Gate.class).decide(request, ""));
    }

    private static int alarms(ApiClient supervisor) {
        return supervisor.read("/api/numbers/alarms").get("items").size();
    }

    private List<Event> submit(Command command) {
        return platform.get(SoloHost.class)
                .submit(CommandId.random(), command)
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .events();
    }
}
