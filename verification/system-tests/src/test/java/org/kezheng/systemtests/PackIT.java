package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// A pack of a real call, as a stranger gets it: a file, a public key, and the verifier under an old Java.
@ExtendWith(SharedCallCentre.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackIT {

    private static final Duration STORED_WITHIN = Duration.ofSeconds(20);
    private static final String NUMBER = "13800138000";

    private final CallCentre centre;
    private Inspector inspector;
    private String call = "";
    private CasePack pack = new CasePack(new byte[0]);

    PackIT(CallCentre centre) {
        this.centre = centre;
        this.inspector = new Inspector(Path.of(""), Path.of(""));
    }

    @BeforeAll
    void takeAPackAway(@TempDir Path desk) throws IOException {
        inspector = new Inspector(desk, centre.status().trustKey());
        call = answeredCall();
        Await.until(
                "the call's recording is stored",
                STORED_WITHIN,
                () -> centre.auditor().read("/api/calls/" + call).at("/recording/state"),
                state -> state.asString().equals("stored"));
        centre.auditor()
                .download("/api/calls/" + call + "/recording", "bytes=0-999")
                .expect(206);
        pack = CasePack.of(centre.auditor(), call);
        Files.write(Path.of("target", "case.zip"), pack.bytes());
    }

    @Test
    void itHoldsForAStrangerWhoBringsTheKeyAndForNobodyElse() {
        Inspector.Verdict whole = inspector.verify(pack.bytes());
        assertThat(whole.exitCode()).as(whole.said()).isZero();
        assertThat(inspector.verify(pack.bytes(), "--lang", "zh").said()).contains("核验通过");
        Inspector.Verdict unchecked = inspector.verifyWithoutKey(pack.bytes());
        assertThat(unchecked.exitCode()).isEqualTo(1);
        assertThat(unchecked.disproved()).containsExactly("signer-unchecked");
    }

    @Test
    void itTellsOfTheCallTheChoiceTheRecordingAndWhoLooked() throws Exception {
        assertThat(pack.text()).doesNotContain(NUMBER).contains("138****8000");
        assertThat(pack.json("data/call.json").path("agent").asString()).isEqualTo("agent1");
        assertThat(pack.json("data/explanation.json").path("winner").asString()).isEqualTo("agent1");
        JsonNode recording = pack.json("data/recording.json");
        assertThat(recording.path("state").asString()).isEqualTo("stored");
        assertThat(recording.path("sha256").asString())
                .isEqualTo(sealedRecordings().get(recording.path("sha256").asString()));
        assertThat(pack.text()).contains("recording.stored", "recording.played", "call.viewed", "pack.made");
        assertThat(pack.json("data/figures.json").at("/queues/0/offered").asInt())
                .isPositive();
    }

    @Test
    void oneFlippedBitIsFoundInEachPartOfTheFile() {
        List<Integer> parts = pack.parts();
        assertThat(parts).hasSizeGreaterThan(300);
        // Some at each run, another choice for each part's kind: the verifier's own tests flip every byte of a pack.
        for (int part = 0; part < parts.size(); part += 11) {
            int position = parts.get(part);
            assertThat(inspector.verify(pack.flippedAt(position).bytes()).exitCode())
                    .as("flipped at %d", position)
                    .isEqualTo(1);
        }
    }

    @Test
    void cutLengthenedOrEmptyFilesAreFound() {
        byte[] bytes = pack.bytes();
        assertThat(inspector.verify(new byte[0]).exitCode()).isEqualTo(5);
        for (int length : new int[] {4, 29, bytes.length / 2, bytes.length - 1, bytes.length + 1}) {
            assertThat(inspector.verify(Arrays.copyOf(bytes, length)).exitCode())
                    .as("of length %d", length)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsPutTogetherAnewIsFound() {
        assertThat(CasePack.containing(pack.files()).bytes()).isEqualTo(pack.bytes());

        Map<String, byte[]> swapped = pack.files();
        swapped.put("data/call.json", pack.file("data/looked.json"));
        swapped.put("data/looked.json", pack.file("data/call.json"));
        assertThat(disproved(swapped)).contains("file");

        Map<String, byte[]> missing = pack.files();
        missing.remove("data/looked.json");
        assertThat(disproved(missing)).contains("file");

        Map<String, byte[]> added = pack.files();
        added.put("data/more.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(disproved(added)).contains("file");

        Map<String, byte[]> reordered = new LinkedHashMap<>();
        pack.files().reversed().forEach(reordered::put);
        assertThat(disproved(reordered)).isNotEmpty();
    }

    @Test
    void whatAStrangersKeySignedIsFoundHoweverWellItFits() throws GeneralSecurityException {
        Map<String, byte[]> forged = pack.files();
        String told = new String(pack.file("data/call.json"), StandardCharsets.UTF_8);
        byte[] other = told.replace("agent1", "agent2").getBytes(StandardCharsets.UTF_8);
        assertThat(other).isNotEqualTo(pack.file("data/call.json"));
        String manifest = new String(pack.file("manifest.json"), StandardCharsets.UTF_8)
                .replace(sha256(pack.file("data/call.json")), sha256(other));
        forged.put("data/call.json", other);
        forged.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        assertThat(disproved(forged)).containsExactly("signature");
        forged.put("manifest.sig", signedByAStranger(manifest));
        assertThat(disproved(forged)).containsExactly("signature");
    }

    @Test
    void packIsVerifiedOnTheSpotAndTheNextOneShowsItsMakingAndItsDownload() {
        ApiClient auditor = centre.auditor();
        String other = answeredCall();
        JsonNode made = CasePack.make(auditor, other);
        String address = "/api/packs/" + made.path("id").asString();
        JsonNode result = auditor.send("POST", address + "/verification", Map.of())
                .expect(200)
                .json();
        assertThat(result.path("holds").asBoolean()).as(result.toString()).isTrue();
        auditor.download(address + "/content");
        assertThat(CasePack.of(auditor, other).text())
                .contains("pack.made", "pack.sealed", "pack.downloaded")
                .contains(made.path("sha256").asString());
    }

    @Test
    void theLedgersExportExtendsAnEarlierCheckpointAndAShorterOneDoesNot() {
        ApiClient auditor = centre.auditor();
        byte[] earlier = auditor.download("/api/ledger/checkpoint");
        byte[] export = auditor.download("/api/ledger/export");
        String kept = inspector.put("earlier.txt", earlier).toString();
        assertThat(inspector.verify(export, "--checkpoint", kept).exitCode()).isZero();

        String lines = new String(export, StandardCharsets.UTF_8);
        String altered = lines.replaceFirst("\"actor\":\"auditor1\"", "\"actor\":\"auditor2\"");
        assertThat(altered).isNotEqualTo(lines);
        assertThat(inspector.verify(altered.getBytes(StandardCharsets.UTF_8)).exitCode())
                .isEqualTo(1);
        String cut = lines.substring(0, lines.lastIndexOf('\n', lines.length() - 2) + 1);
        assertThat(inspector.verify(cut.getBytes(StandardCharsets.UTF_8)).exitCode())
                .isEqualTo(1);
    }

    @Test
    void theJournalHoldsWithTheSealsOfTheLedgerAndACutOneDoesNot(@TempDir Path copy) throws IOException {
        Await.until(
                "the journal is sealed at the call", Duration.ofSeconds(90), () -> export().contains("journal.sealed"));
        String seals = inspector
                .put("ledger.ndjson", export().getBytes(StandardCharsets.UTF_8))
                .toString();
        try (var segments = Files.list(centre.status().journalDir())) {
            for (Path segment : segments.filter(Files::isRegularFile).toList()) {
                Files.copy(segment, copy.resolve(segment.getFileName()));
            }
        }
        Inspector.Verdict whole = inspector.verifyAt(copy, "--ledger", seals, "--json");
        assertThat(whole.disproved()).as(whole.said()).isEmpty();
        assertThat(whole.exitCode()).isZero();

        Path segment;
        try (var segments = Files.list(copy)) {
            segment = segments.filter(file -> file.toString().endsWith(".kzj"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] content = Files.readAllBytes(segment);
        content[content.length / 2] ^= 1;
        Files.write(segment, content);
        assertThat(inspector.verifyAt(copy, "--ledger", seals).exitCode()).isEqualTo(1);
    }

    @Test
    void packIsRefusedToWhoMayNotAndForWhatIsNoCall() {
        centre.supervisor()
                .send("POST", "/api/packs", Map.of("kind", "case", "call", call))
                .expect(403);
        centre.auditor()
                .send("POST", "/api/packs", Map.of("kind", "case", "call", "1"))
                .expect(400);
        centre.auditor()
                .send("POST", "/api/packs", Map.of("kind", "all", "call", call))
                .expect(400);
        centre.auditor().get("/api/packs/999999").expect(404);
    }

    private String export() {
        return new String(centre.auditor().download("/api/ledger/export"), StandardCharsets.UTF_8);
    }

    private List<String> disproved(Map<String, byte[]> files) {
        Inspector.Verdict verdict = inspector.verify(CasePack.containing(files).bytes(), "--json");
        assertThat(verdict.exitCode()).as(verdict.said()).isEqualTo(1);
        return verdict.disproved();
    }

    /// The sealed files' hashes, by themselves.
    private Map<String, String> sealedRecordings() throws IOException, GeneralSecurityException {
        Map<String, String> hashes = new LinkedHashMap<>();
        try (var files = Files.walk(centre.status().recordingDir())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String hash = sha256(Files.readAllBytes(file));
                hashes.put(hash, hash);
            }
        }
        return hashes;
    }

    private static byte[] signedByAStranger(String manifest) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        signature.update(("kezheng-pack/1\n" + manifest).getBytes(StandardCharsets.UTF_8));
        return (Base64.getEncoder().encodeToString(signature.sign()) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] content) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private String answeredCall() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall incoming = centre.dial("support", NUMBER)) {
            agent.awaitState("talking");
            incoming.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(incoming, "resolved", "").expect(200);
            centre.awaitRecord(incoming);
            return incoming.id();
        }
    }
}
