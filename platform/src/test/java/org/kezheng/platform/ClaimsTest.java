package org.kezheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.sealed.SealedFiles;
import org.kezheng.security.sealed.SealedName;
import org.kezheng.security.sealed.SealingResult;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import tools.jackson.databind.JsonNode;

/// The claim board of a started platform without a PBX: each probe that needs none sees its claim made false by a few
/// words of SQL, and made true again.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClaimsTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String[] HASHES = {
        "ledger.leaf.leaf_hash",
        "public.administrator_invitation.token_hash",
        "public.equipment_filing.hash",
        "public.probe_run.hash",
        "public.probe_run.previous_hash",
        "public.sign_in_failure.name_key",
        "public.sign_in_session.token_hash"
    };

    private TestDatabase database;
    private StartedPlatform platform;
    private ApiClient auditor;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        database = PostgresServer.shared().database();
        platform = StartedPlatform.start(directory, true, database);
        auditor = platform.signedIn("auditor1");
    }

    @AfterAll
    void stop() {
        auditor.close();
        platform.close();
    }

    @Test
    void theBoardSaysOfEachClaimWhatTheInterfacePromises() {
        JsonNode claims = auditor.read("/api/claims");
        assertThat(claims.size()).isGreaterThanOrEqualTo(4);
        for (JsonNode claim : claims) {
            assertThat(claim.at("/sentence/zh").asString()).isNotBlank();
            assertThat(claim.at("/mend/en").asString()).isNotBlank();
            assertThat(claim.path("history").size()).isEqualTo(30);
            boolean isDocument = claim.path("kind").asString().equals("document");
            assertThat(claim.path("provenBy").isNull()).isEqualTo(isDocument);
            if (isDocument) {
                assertThat(claim.path("state").asString()).isEqualTo("document");
            }
        }
        assertThat(auditor.get("/api/claims/nothing").status()).isEqualTo(404);
        assertThat(auditor.send("POST", "/api/probes/nothing/runs", Map.of()).status())
                .isEqualTo(404);
        assertThat(auditor.get("/api/probes/role-refused/runs/7").status()).isEqualTo(404);
    }

    @Test
    void withoutAPbxTheEquipmentIsNotAsFiledAndCannotBeFiled() throws IOException {
        assertThat(ran("equipment-list").toString()).contains("no list filed");
        requireState("equipment-list", "red");
        try (ApiClient system = platform.signedIn("system1")) {
            assertThat(system.send("PUT", "/api/equipment", Map.of())
                            .expect(409)
                            .json()
                            .path("rule")
                            .asString())
                    .isEqualTo("equipment.pbx-away");
            assertThat(system.read("/api/equipment").path("filed").isNull()).isTrue();
        }
    }

    @Test
    void clearTextInAnEncryptedColumnIsSeen() throws SQLException {
        requireHolds("stored-ciphertext");
        String any = "where id = (select min(id) from customer)";
        String before = database.column("select encode(name_cipher, 'hex') from customer " + any)
                .getFirst();
        admin("update customer set name_cipher = convert_to('张三', 'UTF8') " + any);
        requireDisproved("stored-ciphertext", "rows.envelopes");
        admin("update customer set name_cipher = overlay('\\x" + before
                + "'::bytea placing '\\x00'::bytea from 40 for 1) " + any);
        requireDisproved("stored-ciphertext", "rows.opened");
        admin("update customer set name_cipher = '\\x" + before + "'::bytea " + any);
        requireHolds("stored-ciphertext");
    }

    @Test
    void aColumnThatIsNoLongerCalledEncryptedIsSeen() throws SQLException {
        admin("comment on column call_note.note_cipher is null");
        requireDisproved("stored-ciphertext", "columns.known");
        admin("comment on column call_note.note_cipher is 'encrypted'");
        requireHolds("stored-ciphertext");
    }

    @Test
    void aNewEncryptedColumnWithoutACheckIsSeen() throws SQLException {
        admin("alter table customer add column fax_cipher bytea; comment on column customer.fax_cipher is 'encrypted'");
        requireDisproved("stored-ciphertext", "columns.examined");
        admin("alter table customer drop column fax_cipher");
        requireHolds("stored-ciphertext");
    }

    /// Who adds a binary column decides what it is: encrypted, with a check in the probe, or one more line here.
    @Test
    void everyBinaryColumnIsEncryptedOrAHash() throws SQLException {
        assertThat(database.column("""
                        select format('%s.%s.%s', n.nspname, c.relname, a.attname) from pg_attribute a
                        join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                        where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p')
                        and n.nspname not in ('pg_catalog', 'information_schema')
                        and a.atttypid = 'bytea'::regtype
                        and col_description(c.oid, a.attnum) is distinct from 'encrypted' order by 1""")).containsExactly(HASHES);
    }

    @Test
    void aRecordingThatIsNotAsItWasStoredIsSeen() throws IOException, SQLException {
        Path file = storedRecording(77);
        byte[] sealed = Files.readAllBytes(file);
        requireHolds("stored-ciphertext");
        byte[] clear = new byte[sealed.length];
        System.arraycopy("RIFF".getBytes(StandardCharsets.US_ASCII), 0, clear, 0, 4);
        Files.write(file, clear);
        requireDisproved("stored-ciphertext", "recordings.sealed", "recordings.as-listed", "recordings.opened");
        requireDisproved("stored-ciphertext", "recordings.sealed");
        byte[] flipped = sealed.clone();
        flipped[sealed.length / 2] ^= 1;
        Files.write(file, flipped);
        requireDisproved("stored-ciphertext", "recordings.as-listed");
        Files.write(file, sealed);
        requireHolds("stored-ciphertext");
        Files.delete(file);
        requireDisproved("stored-ciphertext", "recordings.present");
        Files.write(file, sealed);
        Path stray = Files.write(file.resolveSibling("note.wav"), clear);
        requireDisproved("stored-ciphertext", "recordings.sealed");
        Files.delete(stray);
        Path unlisted = Files.write(file.resolveSibling("78.kzr"), sealed);
        Files.setLastModifiedTime(unlisted, FileTime.from(Instant.EPOCH));
        requireDisproved("stored-ciphertext", "recordings.listed");
        // Sealed while the database was away; another client's, so that it is not listed here and now.
        Path note = Files.writeString(
                Files.createDirectories(platform.data().resolve("recordings.pending"))
                        .resolve("78.json"),
                """
                        {"offer":78,"contact":5,"client":2,"agent":2001,"startedAt":"2026-11-24T00:00:00Z",
                        "lengthNanos":0,"bytes":1,"sha256":"00","path":"1/78.kzr"}""");
        requireHolds("stored-ciphertext");
        Files.delete(note);
        requireDisproved("stored-ciphertext", "recordings.listed");
        Files.delete(unlisted);
        requireHolds("stored-ciphertext");
    }

    /// A call that was handed on: two answered offers, of which the earlier has lost its recording.
    @Test
    void aLostRecordingOfAnEarlierTalkIsSeen() throws SQLException {
        requireHolds("talks-recorded");
        admin("insert into call_record (contact_id, client_id, queue_id, offered_at, answered_at, ended_at, outcome,"
                + " arrival_number, journal_position) values (901, 1, 1, now() - interval '1 hour',"
                + " now() - interval '1 hour', now() - interval '10 minutes', 'answered', 900901, 1)");
        admin("insert into call_offer (offer_id, client_id, contact_id, agent_id, offered_at, ended_at, outcome,"
                + " talk_ended_at, rule, journal_position) select n, 1, 901, 2001, now() - interval '1 hour',"
                + " now() - interval '1 hour', 'answered', now() - interval '10 minutes', 'longest-idle', 1"
                + " from generate_series(9011, 9012) n");
        admin("insert into recording (offer_id, contact_id, client_id, agent_id, started_at, ended_at,"
                + " duration_micros, bytes, sha256, path) select n, 901, 1, 2001, now(), now(), 0, 1, repeat('0', 64),"
                + " '1/' || n || '.kzr' from generate_series(9011, 9012) n");
        requireHolds("talks-recorded");
        admin("delete from recording where offer_id = 9011");
        requireDisproved("talks-recorded", "talks.recorded");
        admin("delete from recording where contact_id = 901");
        admin("delete from call_offer where contact_id = 901");
        admin("delete from call_record where contact_id = 901");
        requireHolds("talks-recorded");
    }

    private Path storedRecording(long offer) throws IOException, SQLException {
        Path file =
                Files.createDirectories(platform.data().resolve("recordings/1")).resolve(offer + ".kzr");
        SealingResult result = platform.get(SealedFiles.class)
                .seal(
                        new ByteArrayInputStream(new byte[100_000]),
                        file,
                        new SealedName(new ClientId(1), "recording", Long.toString(offer)));
        admin("insert into recording (offer_id, contact_id, client_id, agent_id, started_at, ended_at,"
                + " duration_micros, bytes, sha256, path) values (" + offer + ", 5, 1, 2001, now(), now(), 0, "
                + result.fileBytes() + ", '" + result.sha256() + "', '1/" + offer + ".kzr')");
        return file;
    }

    /// No verifier's jar stands beside this platform, and over such a ledger no head is signed for an export: that
    /// the rest cannot be tried does not hide what was found.
    @Test
    void aLedgerThatContradictsItsSignedHeadIsDisprovedAndNotOnlyUnproven() throws SQLException {
        auditor.get("/api/ledger/export").expect(200);
        String hash = database.column("select encode(leaf_hash, 'hex') from ledger.leaf where index = 0")
                .getFirst();
        admin("set session_replication_role = replica; update ledger.leaf set leaf_hash = sha256('') where index = 0");
        requireDisproved("tamper-evident", "ledger.whole");
        admin("set session_replication_role = replica; update ledger.leaf set leaf_hash = '\\x" + hash
                + "' where index = 0");
        assertThat(ran("tamper-evident").path("outcome").asString()).isEqualTo("failed");
        requireState("tamper-evident", "unproven");
    }

    @Test
    void eachLoosenedGuardOfTheDatabaseIsSeen() throws SQLException {
        requireHolds("role-refused");
        for (List<String> guard : List.of(
                List.of(
                        "database.row-security",
                        "alter table customer no force row level security",
                        "alter table customer force row level security"),
                List.of(
                        "database.no-client",
                        "create policy everybody on customer using (true)",
                        "drop policy everybody on customer"),
                List.of(
                        "database.append-only",
                        "grant update on probe_run to kezheng_app",
                        "revoke update on probe_run from kezheng_app"),
                List.of(
                        "database.append-only",
                        "grant delete on disclosure to kezheng_app",
                        "revoke delete on disclosure from kezheng_app"),
                List.of(
                        "database.append-only",
                        "grant delete on ledger.entry to kezheng_app",
                        "revoke delete on ledger.entry from kezheng_app"),
                List.of(
                        "database.append-only",
                        "grant truncate on ledger.leaf to kezheng_app",
                        "revoke truncate on ledger.leaf from kezheng_app"),
                List.of(
                        "database.policies",
                        "create policy everybody on call_note using (true)",
                        "drop policy everybody on call_note"),
                List.of(
                        "database.role",
                        "grant pg_read_all_data to kezheng_app",
                        "revoke pg_read_all_data from kezheng_app"),
                List.of(
                        "database.detours",
                        "create view peek as select * from customer; grant select on peek to kezheng_app",
                        "drop view peek"))) {
            admin(guard.get(1));
            requireDisproved("role-refused", guard.get(0));
            admin(guard.get(2));
            requireHolds("role-refused");
        }
    }

    @Test
    void aRoleThatGrewIsSeen() throws SQLException {
        requireHolds("role-refused");
        admin("update account set role = 'auditor' where user_name = 'access-probe'");
        requireDisproved("role-refused", "access.agent");
        admin("update account set role = 'agent' where user_name = 'access-probe'");
        requireHolds("role-refused");
        assertThat(auditor.read("/api/claims/role-refused").path("runs").size()).isGreaterThan(2);
        assertThat(platform.get(PrometheusMeterRegistry.class).scrape())
                .contains("kezheng_claim_state{claim=\"role-refused\"} 1.0");
    }

    private void admin(String sql) throws SQLException {
        database.execute(TestDatabase.ADMIN, sql);
    }

    private void requireHolds(String probe) {
        JsonNode run = ran(probe);
        assertThat(run.path("outcome").asString()).as(run.toString()).isEqualTo("holds");
        requireState(probe, "green");
    }

    private void requireDisproved(String probe, String... checks) {
        JsonNode run = ran(probe);
        assertThat(run.path("outcome").asString()).as(run.toString()).isEqualTo("disproved");
        assertThat(StreamSupport.stream(run.path("checks").spliterator(), false)
                        .filter(each -> !each.path("holds").asBoolean())
                        .map(each -> each.path("code").asString()))
                .contains(checks);
        requireState(probe, "red");
    }

    private void requireState(String claim, String state) {
        assertThat(auditor.read("/api/claims/" + claim).path("state").asString())
                .isEqualTo(state);
    }

    private JsonNode ran(String probe) {
        String id = auditor.send("POST", "/api/probes/" + probe + "/runs", Map.of())
                .expect(202)
                .json()
                .path("id")
                .asString();
        return Await.until(
                "the run has ended",
                SOON,
                () -> auditor.read("/api/probes/" + probe + "/runs/" + id),
                run -> run.path("state").asString().equals("ended"));
    }
}
