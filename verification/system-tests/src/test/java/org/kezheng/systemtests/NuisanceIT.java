package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.LiveSocket;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import tools.jackson.databind.JsonNode;

/// Callers from numbers that are marked as a nuisance: an agent marks, nothing comes of it until a supervisor
/// confirms it, and then the client's rule ends their calls, whichever number they dial, until the mark is
/// lifted.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NuisanceIT {
    private static final String NUMBER = "4400";
    private static final double VIP = 700;
    private static final double OTHER = 900;
    private static final double TURNED_AWAY = 1_300;
    private static final Duration MOMENT = Duration.ofMillis(600);

    private final CallCentre centre = CallCentre.open();

    @BeforeAll
    void endTheCallsOfMarkedNumbers() throws IOException {
        Path data = centre.installation().dataDir();
        RecordedPrompts.record(data, "turned-away", TURNED_AWAY);
        RecordedPrompts.record(data, "transferring", VIP);
        RecordedPrompts.record(data, "all-busy", OTHER);
        Path site = data.resolve("site.json");
        Files.writeString(
                site, Files.readString(site).replaceFirst("\"nuisance\"\\s*:\\s*null", "\"nuisance\": \"end\""));
        FlowNumbers.add(centre, NUMBER, "grades", """
                {"schema": 1, "code": "grades", "version": 1, "languages": ["zh"], "start": "grade", "person": "support",
                 "nodes": {"grade": {"type": "branch", "cases": [{"fact": "vip", "next": "first"}], "otherwise": "other"},
                           "first": {"type": "announce", "say": ["transferring"], "next": "support"},
                           "other": {"type": "announce", "say": ["all-busy"], "next": "support"},
                           "support": {"type": "queue", "queue": "support"}}}
                """);
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void markedNumberIsTurnedAwayOnceASupervisorHasConfirmedItAndNoLongerOnceItIsLifted() {
        String number = "13388880001";
        String mark;
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone);
                LiveSocket desk = centre.supervisor().live();
                IncomingCall call = centre.dial("support", number)) {
            assertThat(mark(agent, call.id(), "abuse").status()).isEqualTo(404);
            agent.ready().awaitState("talking");
            assertThat(mark(agent, call.id(), "boredom").status()).isEqualTo(400);
            mark = mark(agent, call.id(), "abuse").expect(201).json().path("id").asString();
            desk.awaitChanges("nuisance-marks", 1, SOON);
            call.hangUp();
            agent.awaitState("wrap-up");
            assertThat(mark(agent, call.id(), "threat")
                            .expect(201)
                            .json()
                            .path("id")
                            .asString())
                    .isEqualTo(mark);
            agent.wrapUp(call, "nuisance", "").expect(200);
        }
        try (IncomingCall waiting = centre.dial("support", number)) {
            assertThat(centre.stage(waiting)).isEqualTo("waiting");
        }
        centre.supervisor()
                .send("POST", "/api/nuisance-marks/" + mark + "/confirmation", Map.of("days", 30))
                .expect(204);
        assertThat(centre.supervisor()
                        .send("POST", "/api/nuisance-marks/" + mark + "/confirmation", Map.of("days", 30))
                        .status())
                .isEqualTo(409);
        for (String dialled : new String[] {centre.status().queueNumber("support"), NUMBER}) {
            try (Caller caller = Caller.dial(centre.status().sipIn(), number, dialled)) {
                hears(caller, TURNED_AWAY);
                caller.awaitHungUp(SOON);
            }
        }
        JsonNode listed = CallCentre.stream(
                        centre.auditor().read("/api/nuisance-marks").path("items"))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("number").asString()).isEqualTo("133****0001");
        assertThat(listed.path("confirmedBy").asString()).isEqualTo("supervisor1");
        centre.supervisor()
                .send("POST", "/api/nuisance-marks/" + mark + "/lifting", Map.of())
                .expect(204);
        try (IncomingCall again = centre.dial("support", number)) {
            assertThat(centre.stage(again)).isEqualTo("waiting");
        }
        assertThat(CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=nuisance-mark&id=" + mark))
                        .map(entry -> entry.path("action").asString()))
                .containsExactly("nuisance.marked", "nuisance.confirmed", "nuisance.lifted");
    }

    @Test
    void flowKnowsWhoseCallsGoBeforeOthers() {
        String number = "13800138000";
        try (Caller ordinary = Caller.dial(centre.status().sipIn(), number, NUMBER)) {
            hears(ordinary, OTHER);
        }
        String customer = centre.supervisor()
                .send("POST", "/api/customers/search", Map.of("number", number))
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
        centre.supervisor()
                .send("PUT", "/api/customers/" + customer + "/grade", Map.of("vip", true))
                .expect(204);
        try (Caller vip = Caller.dial(centre.status().sipIn(), number, NUMBER)) {
            hears(vip, VIP);
        }
        assertThat(centre.supervisor()
                        .read("/api/customers/" + customer)
                        .path("vip")
                        .asBoolean())
                .isTrue();
    }

    private static org.kezheng.testkit.http.Answer mark(PhoneAgent agent, String call, String reason) {
        return agent.api().send("POST", "/api/nuisance-marks", Map.of("call", call, "reason", reason));
    }

    private static void hears(Caller caller, double hertz) {
        Await.until(
                "the caller hears " + hertz,
                SOON,
                () -> caller.sound().heardWithin(MOMENT).hasTone(hertz));
    }
}
