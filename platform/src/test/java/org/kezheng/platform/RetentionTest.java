package org.kezheng.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.retention.RecordingRules;
import org.kezheng.platform.retention.RetentionAt;
import org.kezheng.security.sealed.SealedFileDestroyedException;
import org.kezheng.security.sealed.SealedFiles;
import org.kezheng.security.sealed.SealedName;
import org.kezheng.security.sealed.SealingResult;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import tools.jackson.databind.JsonNode;

/// The clock of recordings, jumped ahead on a started platform: directions apart, holds, floors, and that what was
/// destroyed opens from no copy.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RetentionTest {
    private static final ClientId CLIENT = new ClientId(1);

    private TestDatabase database;
    private StartedPlatform platform;
    private ApiClient auditor;
    private Path backups;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        database = PostgresServer.shared().database();
        platform = StartedPlatform.start(directory, true, database);
        auditor = platform.signedIn("auditor1");
        backups = Files.createDirectories(directory.resolve("backups"));
    }

    @AfterAll
    void stop() {
        auditor.close();
        platform.close();
    }

    @Test
    void whatIsDueIsDestroyedByItsDirectionAndWhatIsHeldStaysUntilItsHoldIsLifted() throws Exception {
        recorded(801, "call");
        recorded(802, "callback");
        recorded(803, "call");
        String hash = HexFormat.of().formatHex(files().contentHash(file(8021), name(8021)));
        String hold = auditor.send(
                        "POST", "/api/calls/803/holds", Map.of("cause", "litigation", "reference", "(2026)京01民初142号"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        shortenOutboundToItsFloor();

        assertThat(destroyedAfter(29)).isZero();
        assertThat(destroyedAfter(31)).isEqualTo(1);
        assertThat(state(801)).isEqualTo("stored");
        assertThat(state(802)).isEqualTo("destroyed");
        assertGone(802, 8021);
        assertThat(ledger(802)).singleElement().asString().contains("contentHash=" + hash, "days=30", "offer=8021");

        assertThat(destroyedAfter(181)).isEqualTo(1);
        assertGone(801, 8011);
        assertThat(state(803)).isEqualTo("stored");
        assertThat(auditor.read("/api/calls/803/retention").path("held").asBoolean())
                .isTrue();
        refused(
                auditor.send("POST", "/api/calls/801/holds", Map.of("cause", "police", "reference", "2026-1")),
                "hold.nothing-left");

        assertThat(auditor.read("/api/calls/803/retention")
                        .at("/holds/0/set/reference")
                        .asString())
                .isEqualTo("(2026)京01民初142号");
        assertThat(database.column("select facts from ledger.entry where action = 'hold.set' and subject_id = '803'"))
                .singleElement()
                .asString()
                .contains("reference=(2026)%E4%BA%AC01%E6%B0%91%E5%88%9D142%E5%8F%B7");
        assertThat(auditor.send("POST", "/api/calls/803/holds", Map.of("cause", "police", "reference", "京".repeat(23)))
                        .expect(400)
                        .json()
                        .path("rule")
                        .asString())
                .isEqualTo("hold.reference");

        String lifting = "/api/calls/803/holds/" + hold + "/release";
        assertThat(auditor.send("POST", lifting, Map.of("cause", "police", "reference", "2026-142"))
                        .status())
                .isEqualTo(400);
        auditor.send("POST", lifting, Map.of("cause", "closed", "reference", "2026-142"))
                .expect(200);
        assertThat(auditor.send("POST", lifting, Map.of("cause", "closed", "reference", "2026-142"))
                        .status())
                .isEqualTo(404);
        assertThat(destroyedAfter(181)).isEqualTo(1);
        assertGone(803, 8031);
        assertThat(database.column("select action from ledger.entry where subject_kind = 'call' and subject_id = '803'"
                        + " and action <> 'call.viewed' order by id"))
                .containsExactly("hold.set", "hold.lifted", "recording.destroyed");
    }

    @Test
    void theSameHoldSetTwiceIsOneUntilItIsLifted() throws Exception {
        recorded(831, "call");
        Map<String, String> wish = Map.of("cause", "complaint", "reference", "2026-77");
        JsonNode first = hold(831, wish);
        List<CompletableFuture<JsonNode>> presses = new ArrayList<>();
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int press = 0; press < 4; press++) {
                presses.add(CompletableFuture.supplyAsync(
                        () -> hold(831, Map.of("cause", "police", "reference", " 2026-78 ")), both));
            }
        }
        assertThat(presses.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(hold(831, wish)).isEqualTo(first);
        assertThat(auditor.read("/api/calls/831/retention").path("holds")).hasSize(2);
        assertThat(database.column("select action from ledger.entry where action = 'hold.set' and subject_id = '831'"))
                .hasSize(2);

        auditor.send(
                        "POST",
                        "/api/calls/831/holds/" + first.path("id").asString() + "/release",
                        Map.of("cause", "mistake", "reference", "2026-77"))
                .expect(200);
        assertThat(hold(831, wish).path("id")).isNotEqualTo(first.path("id"));
    }

    private JsonNode hold(long call, Map<String, String> wish) {
        return auditor.send("POST", "/api/calls/" + call + "/holds", wish)
                .expect(201)
                .json();
    }

    @Test
    void aDestructionThatWasOnlyWrittenDownIsCarriedOutAtTheNextLook() throws Exception {
        recorded(811, "call");
        database.execute(
                TestDatabase.ADMIN,
                "insert into recording_destruction (offer_id, client_id, contact_id, direction, kept_days, content_hash,"
                        + " destroyed_at) values (8111, 1, 811, 'inbound', 180, 'unreadable', now())");
        assertThat(Files.exists(file(8111))).isTrue();
        assertThat(destroyedAfter(0)).isZero();
        assertGone(811, 8111);
        assertThat(database.column("select completed_at is not null from recording_destruction where offer_id = 8111"))
                .containsExactly("t");
    }

    @Test
    void whatTheLedgerCannotTakeIsNotDestroyed() throws Exception {
        recorded(821, "call");
        database.execute(TestDatabase.ADMIN, "revoke insert on ledger.entry from kezheng_app");
        try {
            assertThatThrownBy(() -> destroyedAfter(181)).isInstanceOf(RuntimeException.class);
            assertThat(Files.exists(file(8211))).isTrue();
            assertThat(files().isLeft(file(8211), name(8211))).isTrue();
        } finally {
            database.execute(TestDatabase.ADMIN, "grant insert on ledger.entry to kezheng_app");
        }
        assertThat(destroyedAfter(181)).isEqualTo(1);
        assertGone(821, 8211);
    }

    /// Calls go by rules in memory, so one that was in force for seconds only may have kept a call from being recorded.
    @Test
    void aRuleThatWasInForceForAMomentExcusesTheTalksOfThatMoment() throws Exception {
        RecordingRules rules = platform.get(RecordingRules.class);
        assertThat(mayBeUnrecordedNow(rules)).isFalse();
        try (ApiClient system = platform.signedIn("system1");
                ApiClient security = platform.signedIn("security1")) {
            String asked = change(system, "recording.queues-not-recorded", "support")
                    .expect(200)
                    .json()
                    .path("id")
                    .asString();
            security.send("POST", "/api/gate/changes/" + asked + "/decision", Map.of("decision", "approved"))
                    .expect(200);
            change(system, "recording.queues-not-recorded", "none").expect(200);
        }
        assertThat(mayBeUnrecordedNow(rules)).isTrue();
    }

    private static boolean mayBeUnrecordedNow(RecordingRules rules) {
        return ClientScope.call(CLIENT, () -> rules.mayBe(831, "support", Instant.now()));
    }

    /// An outbound recording may not be kept shorter than 30 days, whoever asks, and shorter only by two people.
    private void shortenOutboundToItsFloor() throws IOException {
        try (ApiClient system = platform.signedIn("system1");
                ApiClient security = platform.signedIn("security1")) {
            Answer below = changeOutbound(system, "29");
            assertThat(below.status()).isEqualTo(400);
            assertThat(below.json().path("rule").asString()).isEqualTo("retention.floor");
            JsonNode asked = changeOutbound(system, "30").expect(200).json();
            assertThat(asked.path("state").asString()).isEqualTo("pending");
            assertThat(destroyedAfter(31)).isZero();
            security.send(
                            "POST",
                            "/api/gate/changes/" + asked.path("id").asString() + "/decision",
                            Map.of("decision", "approved"))
                    .expect(200);
        }
    }

    private static Answer changeOutbound(ApiClient who, String days) {
        return change(who, "recording.retention-outbound-days", days);
    }

    private static Answer change(ApiClient who, String parameter, String value) {
        return who.send("POST", "/api/gate/changes", Map.of("parameter", parameter, "value", value, "basis", "test"));
    }

    private int destroyedAfter(int days) {
        return RetentionAt.in(platform.context(), Duration.ofDays(days)).destroyDue(CLIENT);
    }

    private void assertGone(long contact, long offer) throws IOException {
        assertThat(Files.exists(file(offer))).isFalse();
        Path copy = backups.resolve(offer + ".kzr");
        assertThat(SealedFiles.looksSealed(copy)).isTrue();
        assertThatThrownBy(() -> files().open(copy, name(offer))).isInstanceOf(SealedFileDestroyedException.class);
        Answer played = auditor.get("/api/calls/" + contact + "/recording");
        assertThat(played.status()).isEqualTo(410);
        assertThat(played.json().path("rule").asString()).isEqualTo("recording.destroyed");
    }

    private String state(long contact) {
        return auditor.read("/api/calls/" + contact).at("/recording/state").asString();
    }

    private List<String> ledger(long contact) throws SQLException {
        return database.column("select facts from ledger.entry where action = 'recording.destroyed' and subject_id = '"
                + contact + "'");
    }

    private static void refused(Answer answer, String rule) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("rule").asString()).isEqualTo(rule);
    }

    /// A call of one talk, which ended now, with its sealed recording and a backup of that.
    @Test
    void aCallThatNobodyAnsweredHasNothingToHoldUnlessAMessageWasLeft() throws Exception {
        ended(881);
        Map<String, String> wish = Map.of("cause", "police", "reference", "2026-9");
        refused(auditor.send("POST", "/api/calls/881/holds", wish), "hold.nothing");
        assertThat(ledger(881)).isEmpty();
        recorded(882, "call");
        database.execute(TestDatabase.ADMIN, "update call_record set answered_at = null where contact_id = 882");
        auditor.send("POST", "/api/calls/882/holds", wish).expect(201);
    }

    private void ended(long contact) throws SQLException {
        database.execute(
                TestDatabase.ADMIN,
                "insert into call_record (contact_id, client_id, queue_id, offered_at, ended_at, outcome,"
                        + " arrival_number, journal_position, kind) values (" + contact
                        + ", 1, 1, now(), now(), 'abandoned', " + (900_000 + contact) + ", 1, 'call')");
    }

    private void recorded(long contact, String kind) throws IOException, SQLException {
        long offer = contact * 10 + 1;
        Files.createDirectories(file(offer).resolveSibling(""));
        SealingResult result = files().seal(new ByteArrayInputStream(new byte[100_000]), file(offer), name(offer));
        Files.copy(file(offer), backups.resolve(offer + ".kzr"));
        database.execute(
                TestDatabase.ADMIN,
                "insert into call_record (contact_id, client_id, queue_id, offered_at, answered_at, ended_at, outcome,"
                        + " arrival_number, journal_position, kind) values (" + contact + ", 1, 1, now(), now(), now(),"
                        + " 'answered', " + (900_000 + contact) + ", 1, '" + kind + "');"
                        + "insert into call_offer (offer_id, client_id, contact_id, agent_id, offered_at, ended_at,"
                        + " outcome, talk_ended_at, rule, journal_position) values (" + offer + ", 1, " + contact
                        + ", 2001, now(), now(), 'answered', now(), 'longest-idle', 1);"
                        + "insert into recording (offer_id, contact_id, client_id, agent_id, started_at, ended_at,"
                        + " duration_micros, bytes, sha256, path) values (" + offer + ", " + contact
                        + ", 1, 2001, now(), now(), 0, " + result.fileBytes() + ", '" + result.sha256() + "', '1/"
                        + offer + ".kzr')");
    }

    private SealedFiles files() {
        return platform.get(SealedFiles.class);
    }

    private Path file(long offer) {
        return platform.data().resolve("recordings/1").resolve(offer + ".kzr");
    }

    private static SealedName name(long offer) {
        return new SealedName(CLIENT, "recording", Long.toString(offer));
    }
}
