package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.installation.Status;
import tools.jackson.databind.JsonNode;

/// Each claim's saboteur makes the claim false from outside, by SQL, signals and files. Nobody asks for a run: the
/// claim
/// turns red by itself, within the time that it states, and green again after the repair.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsIT {

    private static final Duration START = Duration.ofMinutes(2);
    /// Within the header of the first segment, which never grows.
    private static final int FLIPPED_BYTE = 60;

    private CallCentre centre;

    @BeforeAll
    void open() {
        centre = CallCentre.open();
        for (JsonNode claim : centre.auditor().read("/api/claims")) {
            if (claim.path("kind").asString().equals("live")) {
                awaitState(claim.path("id").asString(), "green", START);
            }
        }
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void clearTextInAnEncryptedColumnTurnsTheClaimRed() throws SQLException {
        try (Database database = Database.asAdministrator(centre.status())) {
            String row = " where id = (select min(id) from customer)";
            String before = database.rows("select encode(name_cipher, 'hex') from customer" + row)
                    .getFirst();
            database.execute("update customer set name_cipher = convert_to('张三', 'UTF8')" + row);
            awaitRed("stored-ciphertext");
            database.execute("update customer set name_cipher = decode('" + before + "', 'hex')" + row);
            awaitGreen("stored-ciphertext");
        }
    }

    @Test
    void anotherVersionThanTheFiledOneTurnsTheClaimRed() throws SQLException {
        try (Database database = Database.asAdministrator(centre.status());
                ApiClient system = centre.signIn("system1")) {
            database.execute("update equipment_filing set content = replace(content, 'Asterisk', 'Aster1sk')");
            awaitRed("equipment-list");
            system.send("PUT", "/api/equipment", Map.of()).expect(200);
            awaitGreen("equipment-list");
        }
    }

    @Test
    void aLoosenedGuardTurnsTheClaimRed() throws SQLException {
        try (Database database = Database.asAdministrator(centre.status())) {
            database.execute("alter table customer no force row level security");
            awaitRed("role-refused");
            database.execute("alter table customer force row level security");
            awaitGreen("role-refused");
        }
    }

    @Test
    void aByteOfTheJournalTurnsTheClaimRed() throws IOException {
        Path segment = firstSegment();
        flip(segment);
        try {
            awaitRed("tamper-evident");
        } finally {
            flip(segment);
        }
        awaitGreen("tamper-evident");
    }

    @Test
    void withoutItsRecordsNoClaimStaysGreen() {
        Installation.kill(centre.status().postgresPid());
        awaitState("role-refused", "unproven", Duration.ofSeconds(30));
        for (JsonNode claim : centre.auditor().read("/api/claims")) {
            assertThat(claim.path("state").asString()).isNotEqualTo("green");
        }
        centre.up();
        awaitGreen("role-refused");
    }

    @Test
    void onAFreshInstallationNothingIsGreenBeforeItsProbeRanAndNoListIsFiled() throws IOException {
        try (Installation fresh = Installation.prepared()) {
            Status status = fresh.up("--empty");
            String token = Files.readString(
                            Path.of(status.json().at("/accounts/0/passwordFile").asString()))
                    .strip();
            Map<String, String> claim = Map.of("token", token, "user", "root1", "password", "a long pass phrase 1949");
            try (ApiClient administrator = ApiClient.stranger(status.http(), status.caFile())) {
                administrator.send("POST", "/api/administrator", claim).expect(201);
                administrator.signIn("root1", "a long pass phrase 1949").expect(200);
                assertThat(administrator.read("/api/equipment").path("filed").isNull())
                        .isTrue();
                String figure = "kezheng_claim_state{claim=\"equipment-list\"}";
                Await.until(
                        "no list is filed: red",
                        START,
                        () -> administrator.get("/actuator/prometheus").text().contains(figure + " 0.0"));
                administrator.send("PUT", "/api/equipment", Map.of()).expect(200);
                Await.until(
                        "the list is filed: green",
                        START,
                        () -> administrator.get("/actuator/prometheus").text().contains(figure + " 1.0"));
            }
        }
    }

    private void awaitRed(String claim) {
        Instant broken = Instant.now();
        Duration promised = Duration.ofSeconds(centre.auditor()
                .read("/api/claims/" + claim)
                .path("redWithinSeconds")
                .asLong());
        awaitState(claim, "red", promised);
        assertThat(Duration.between(broken, Instant.now())).isLessThanOrEqualTo(promised);
    }

    /// As soon as it may be: what is repaired is tried by hand, as the board's mending says.
    private void awaitGreen(String claim) {
        String probe =
                centre.auditor().read("/api/claims/" + claim).path("provenBy").asString();
        centre.auditor()
                .send("POST", "/api/probes/" + probe + "/runs", Map.of())
                .expect(202);
        awaitState(claim, "green", START);
    }

    private void awaitState(String claim, String state, Duration within) {
        Await.until(
                claim + " is " + state,
                within,
                () -> centre.auditor().read("/api/claims/" + claim),
                found -> found.path("state").asString().equals(state));
    }

    private Path firstSegment() throws IOException {
        try (Stream<Path> files = Files.list(centre.status().journalDir())) {
            Optional<Path> first = files.filter(file -> file.toString().endsWith(".kzj"))
                    .sorted()
                    .findFirst();
            return first.orElseThrow();
        }
    }

    /// In place: the platform has the file open.
    private static void flip(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(FLIPPED_BYTE);
            int present = bytes.read();
            bytes.seek(FLIPPED_BYTE);
            bytes.write(present ^ 1);
        }
    }
}
