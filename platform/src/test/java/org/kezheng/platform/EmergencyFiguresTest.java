package org.kezheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.callers.CallerStep;
import org.kezheng.platform.callers.CallerSteps;
import org.kezheng.platform.callflow.Emergency;
import org.kezheng.platform.flows.Flow;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// How many callers an emergency met, and the pages of those who came to no queue, read over HTTP from what the
/// confidential log has told the tables.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmergencyFiguresTest {
    private static final ClientId CLIENT = new ClientId(1);
    private static final Map<Flow.Language, String> SPOKEN = Map.of(Flow.Language.ZH, "/p/told");

    private TestDatabase database;
    private StartedPlatform platform;
    private ApiClient auditor;
    private long position;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, SQLException {
        database = PostgresServer.shared().database();
        platform = StartedPlatform.start(directory, true, database);
        auditor = platform.signedIn("auditor1");
        long notice = turned("notice", "2026-11-24T06:00:00Z");
        long closure = turned("closed", "2026-11-24T07:00:00Z");
        turned("off", "2026-11-24T08:00:00Z");
        long silent = turned("closed", "2026-11-24T09:00:00Z");
        Emergency announced = new Emergency(notice, Emergency.Kind.NOTICE, SPOKEN);
        Emergency closed = new Emergency(closure, Emergency.Kind.CLOSED, SPOKEN);
        // Whoever waited when the lines were closed had heard the notice, and again after a restart.
        kept(71, CallerStep.of(announced));
        kept(71, CallerStep.of(announced));
        kept(71, CallerStep.of(closed));
        kept(72, CallerStep.of(announced));
        kept(72, List.of(CallerStep.HUNG_UP));
        kept(73, CallerStep.of(closed));
        kept(74, CallerStep.of(new Emergency(silent, Emergency.Kind.CLOSED, Map.of())));
        kept(75, List.of(CallerStep.ENDED));
    }

    @AfterAll
    void stop() {
        auditor.close();
        platform.close();
    }

    @Test
    void eachEmergencyTellsHowManyWereToldAndTurnedAwayWhileItLasted() {
        List<JsonNode> found = items(auditor.read("/api/emergencies"));
        assertThat(found.stream().map(EmergencyFiguresTest::figures))
                .containsExactly(
                        "closed told 0 turned away 1", "closed told 2 turned away 2", "notice told 2 turned away 0");
        assertThat(found.getFirst().path("until").isString()).isFalse();
        assertThat(found.get(1).path("since").asString()).startsWith("2026-11-24T07:00:00");
        assertThat(found.get(1).path("until").asString()).startsWith("2026-11-24T08:00:00");
        assertThat(found.get(1).path("cause").asString()).isEqualTo("drill");
    }

    @Test
    void supervisorsReadTheSameAndAgentsNothing() throws IOException {
        try (ApiClient supervisor = platform.signedIn("supervisor1");
                ApiClient agent = platform.signedIn("agent1")) {
            assertThat(supervisor.read("/api/emergencies")).isEqualTo(auditor.read("/api/emergencies"));
            assertThat(agent.get("/api/emergencies").status()).isEqualTo(403);
        }
    }

    @Test
    void pagesOfBothListsFollowOneAnotherWithoutAGap() {
        assertThat(pages("/api/journeys", "call")).containsExactly("75", "74", "73", "72", "71");
        assertThat(pages("/api/emergencies", "id"))
                .isEqualTo(items(auditor.read("/api/emergencies")).stream()
                        .map(item -> item.path("id").asString())
                        .toList());
    }

    @Test
    void whatEndedACallerInNoQueueIsNamed() {
        assertThat(items(auditor.read("/api/journeys")).stream()
                        .map(item -> item.path("ending").asString()))
                .containsExactly("ended", "closed", "closed", "hung-up", "closed");
    }

    @Test
    void whatIsNoPageIsRefusedByItsField() {
        for (String list : List.of("/api/journeys", "/api/emergencies")) {
            refused(list + "?limit=201", "limit", "field.number");
            refused(list + "?after=x", "after", "field.number");
            refused(list + "?page=2", "page", "field.unknown");
        }
    }

    private void refused(String path, String field, String rule) {
        JsonNode problem = auditor.get(path).expect(400).json();
        assertThat(problem.path("rule").asString()).isEqualTo(rule);
        assertThat(problem.path("field").asString()).isEqualTo(field);
    }

    /// By pages of two.
    private List<String> pages(String list, String key) {
        List<String> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = auditor.read(list + "?limit=2" + after);
            assertThat(page.path("items").size()).isBetween(1, 2);
            page.path("items").forEach(item -> found.add(item.path(key).asString()));
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return found;
    }

    private static List<JsonNode> items(JsonNode page) {
        assertThat(page.path("next").isString()).isFalse();
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        return items;
    }

    private static String figures(JsonNode emergency) {
        return emergency.path("mode").asString()
                + " told " + emergency.path("told").asInt()
                + " turned away " + emergency.path("turnedAway").asInt();
    }

    private long turned(String mode, String at) throws SQLException {
        database.execute(
                TestDatabase.ADMIN,
                "insert into emergency_turn (client_id, mode, cause, turned_by, turned_at) values (1, '" + mode
                        + "', 'drill', 'supervisor1', '" + at + "')");
        return Long.parseLong(
                database.column("select max(id) from emergency_turn").getFirst());
    }

    private void kept(long contact, List<CallerStep> steps) {
        position++;
        CallerSteps.Entry entry = new CallerSteps.Entry(position, contact, Instant.now(), "", 0);
        ClientScope.run(
                CLIENT,
                () -> platform.get(TransactionTemplate.class)
                        .executeWithoutResult(
                                status -> platform.get(CallerSteps.class).record(entry, steps)));
    }
}
