package org.kezheng.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.journal.JournalReader;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import tools.jackson.databind.JsonNode;

/// The audit ledger of a started platform: what gets into it, and how it is read.
final class LedgerReadingTest {
    @TempDir
    private Path directory;

    private TestDatabase database;

    @BeforeEach
    void prepare() {
        database = PostgresServer.shared().database();
    }

    @Test
    void aDisclosureStandsInTheLedgerWithWhoAndFromWhereAndWithoutWhat() throws IOException {
        try (StartedPlatform platform = StartedPlatform.start(directory, true, database);
                ApiClient agent = platform.signedIn("agent1");
                ApiClient auditor = platform.signedIn("auditor1")) {
            String customer =
                    agent.read("/api/customers").get("items").get(0).get("id").asString();
            JsonNode clear = agent.send("POST", "/api/customers/" + customer + "/disclosure", Map.of("reason", "回电"))
                    .expect(200)
                    .json();

            JsonNode entries = auditor.read("/api/ledger/entries?kind=customer&id=" + customer);

            assertThat(entries.size()).isEqualTo(1);
            assertThat(entries.get(0).get("action").asString()).isEqualTo("customer.disclosed");
            assertThat(entries.get(0).get("actor").asString()).isEqualTo("agent1");
            assertThat(entries.get(0).get("role").asString()).isEqualTo("agent");
            assertThat(entries.get(0).get("address").asString()).isEqualTo("127.0.0.1");
            assertThat(entries.toString()).doesNotContain(clear.get("number").asString(), "回电");
            auditor.get("/api/ledger/entries?kind=customer&id=%E5%AE%A2").expect(400);
        }
    }

    @Test
    void whatTheLedgerCannotTakeIsNotShown() throws IOException, SQLException {
        try (StartedPlatform platform = StartedPlatform.start(directory, true, database);
                ApiClient agent = platform.signedIn("agent1")) {
            database.execute(TestDatabase.ADMIN, "revoke insert on ledger.entry from kezheng_app");

            Answer failed = agent.send("POST", "/api/customers/1001/disclosure", Map.of("reason", "回电"));

            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.json().get("rule").asString()).isEqualTo("platform.failed");
            assertThat(failed.text()).doesNotContain("ledger", "permission", "insert");

            assertThat(database.column("select count(*) from disclosure")).containsExactly("0");
        }
    }

    @Test
    void whileNobodyIsLetIntoTheDatabaseThatIsSaid() throws IOException, SQLException {
        try (StartedPlatform platform = StartedPlatform.start(directory, true, database);
                ApiClient agent = platform.signedIn("agent1")) {
            agent.read("/api/customers");
            // Whom the limit does not bind is the superuser.
            database.execute(TestDatabase.ADMIN, """
                    do $$ begin execute format('alter database %I connection limit 0', current_database()); end $$;
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where usename = 'kezheng_app' and datname = current_database()""");

            Answer away = agent.get("/api/customers").expect(503);

            assertThat(away.json().get("rule").asString()).isEqualTo("database.unavailable");
        }
    }

    @Test
    void aKindThatThereIsNotIsRefusedAndThoseThatThereAreAreNamed() throws IOException {
        try (StartedPlatform platform = StartedPlatform.start(directory, true, database);
                ApiClient auditor = platform.signedIn("auditor1")) {
            JsonNode kind =
                    auditor.get("/api/ledger/entries?kind=cal&id=7").expect(400).json();
            assertThat(kind.get("field").asString()).isEqualTo("kind");
            assertThat(kind.get("rule").asString()).isEqualTo("ledger.kind");
            assertThat(kind.get("detail").asString()).contains("call, ", "claim", "nuisance-mark");
            for (String id : List.of("", "x", "-7", "12345678901234567890")) {
                JsonNode wrong = auditor.get("/api/ledger/entries?kind=call&id=" + id)
                        .expect(400)
                        .json();
                assertThat(wrong.get("field").asString()).isEqualTo("id");
            }
            JsonNode other = auditor.get("/api/ledger/entries?kind=call&id=7&actor=x")
                    .expect(400)
                    .json();
            assertThat(other.get("field").asString()).isEqualTo("actor");
            assertThat(auditor.read("/api/ledger/entries?kind=claim&id=nothing").isEmpty())
                    .isTrue();
        }
    }

    @Test
    void aMissingParameterIsNamed() throws IOException {
        try (StartedPlatform platform = StartedPlatform.start(directory, true, database);
                ApiClient auditor = platform.signedIn("auditor1")) {
            JsonNode refused =
                    auditor.get("/api/ledger/entries?kind=call").expect(400).json();
            assertThat(refused.get("field").asString()).isEqualTo("id");
            assertThat(refused.get("rule").asString()).isEqualTo("field.required");
        }
    }

    @Test
    void anExportBeginsWithItsCheckpointAndTellsOfItself() throws IOException {
        try (StartedPlatform platform = StartedPlatform.start(directory, true, database);
                ApiClient auditor = platform.signedIn("auditor1")) {
            List<String> lines =
                    auditor.get("/api/ledger/export").expect(200).text().lines().toList();
            String note = Files.readString(platform.data().resolve("ledger/checkpoints"));

            // A seal of the journal may come in between.
            assertThat(lines)
                    .anySatisfy(
                            line -> assertThat(line).contains("\"action\":\"ledger.exported\",\"actor\":\"auditor1\""));
            assertThat(lines.getFirst()).startsWith("{\"format\":\"kezheng-ledger/1\",\"checkpoint\":\"kezheng/");
            assertThat(lines.getFirst()).contains("\\n" + (lines.size() - 1) + "\\n");
            assertThat(auditor.get("/api/ledger/checkpoint").expect(200).text())
                    .startsWith("kezheng/")
                    .contains("\n\n— kezheng/");
            assertThat(note.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        }
    }

    @Test
    void entriesAboutOtherClientsAreExportedByTheirHashAlone() throws IOException, SQLException {
        try (StartedPlatform platform = StartedPlatform.start(directory, true, database);
                ApiClient auditor = platform.signedIn("auditor1");
                ApiClient security = platform.signedIn("security1")) {
            database.execute(
                    TestDatabase.ADMIN,
                    "insert into ledger.entry (at, action, actor, role, address, client, subject_kind, subject_id, facts)"
                            + " values (now(), 'call.viewed', 'auditor2', 'auditor', '', 2, 'call', '7007', '')");

            for (ApiClient person : List.of(auditor, security)) {
                String export = person.get("/api/ledger/export").expect(200).text();
                assertThat(export)
                        .startsWith("{\"format\":\"kezheng-ledger/2\"")
                        .contains("\"action\":\"ledger.exported\"")
                        .doesNotContain("auditor2", "7007");
                assertThat(export.lines().filter(line -> line.matches("\\{\"withheld\":\"[0-9a-f]{64}\"}")))
                        .hasSize(1);
                assertThat(export).contains("\\n" + (export.lines().count() - 1) + "\\n");
            }
            assertThat(auditor.read("/api/ledger/entries?kind=call&id=7007").isEmpty())
                    .isTrue();
        }
    }

    @Test
    void anExportThatBreaksOffDoesNotPassForAWholeOne() throws IOException, SQLException {
        try (StartedPlatform platform = StartedPlatform.start(directory, true, database);
                ApiClient auditor = platform.signedIn("auditor1")) {
            database.execute(
                    TestDatabase.ADMIN,
                    "insert into ledger.entry (at, action, actor, role, address, client, subject_kind, subject_id, facts)"
                            + " select now(), 'call.viewed', 'auditor1', 'auditor', '', 1, 'call', n::text, ''"
                            + " from generate_series(1, 2500) n");
            auditor.get("/api/ledger/checkpoint").expect(200);
            database.execute(
                    TestDatabase.ADMIN,
                    "set session_replication_role = replica;"
                            + " update ledger.entry set facts = 'nothing' where subject_id = '2200'");

            assertThatThrownBy(() -> auditor.get("/api/ledger/export")).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aDamagedLedgerIsSaidToBeDamagedWhoeverAsks() throws IOException, SQLException {
        try (StartedPlatform platform = StartedPlatform.start(directory, true, database);
                ApiClient auditor = platform.signedIn("auditor1")) {
            auditor.get("/api/ledger/checkpoint").expect(200);
            database.execute(
                    TestDatabase.ADMIN,
                    "insert into ledger.entry (at, action, actor, role, address, client, subject_kind, subject_id, facts)"
                            + " values (now(), 'call.viewed', 'auditor1', 'auditor', '', 1, 'call', '7', 'nothing')");

            for (String path : List.of("checkpoint", "export", "entries?kind=call&id=7")) {
                JsonNode told = auditor.get("/api/ledger/" + path).expect(503).json();
                assertThat(told.get("rule").asString()).isEqualTo("ledger.damaged");
            }
        }
    }

    @Test
    void whileTheFileOfCheckpointsTakesNothingNoHeadIsGivenOut() throws IOException {
        try (StartedPlatform platform = StartedPlatform.start(directory, true, database);
                ApiClient auditor = platform.signedIn("auditor1")) {
            Path file = platform.data().resolve("ledger/checkpoints");
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, platform.data().resolve("absent/checkpoints"));
            auditor.get("/api/ledger/checkpoint").expect(503);

            Files.delete(file);
            auditor.get("/api/ledger/checkpoint").expect(200);
        }
    }

    @Test
    void theJournalIsSealedWhenThePlatformStops() throws IOException, SQLException {
        StartedPlatform.start(directory, true, database).close();

        List<String> facts = database.column(
                "select facts from ledger.entry where action = 'journal.sealed' order by id desc limit 1");
        JournalReader journal = JournalReader.open(directory.resolve("data/journal"));
        long last = 0;
        for (var record : journal.from(1)) {
            last = record.position();
        }
        assertThat(last).isPositive();
        assertThat(facts).containsExactly("chain=" + journal.chainAt(last) + "\nposition=" + last + "\n");
    }
}
