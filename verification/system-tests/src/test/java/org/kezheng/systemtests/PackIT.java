package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

    private static final Duration MADE_WITHIN = Duration.ofSeconds(60);
    private static final String NUMBER = "13800138000";

    private final CallCentre centre;

    @TempDir
    private Path directory;

    PackIT(CallCentre centre) {
        this.centre = centre;
        this.directory = Path.of("");
    }

    @Test
    void packOfACallHoldsForAStrangerAndNotOnceAByteIsAltered() throws Exception {
        byte[] pack = packOf(answeredCall());
        assertThat(text(pack)).doesNotContain(NUMBER).contains("138****8000");
        Files.write(Path.of("target", "case.zip"), pack);
        Verified whole = verify(pack);
        assertThat(whole.exitCode()).as(whole.said()).isZero();
        assertThat(verify(pack, "--lang", "zh").said()).contains("核验通过");
        for (int at = 0; at < pack.length; at += Math.max(1, pack.length / 12)) {
            byte[] altered = pack.clone();
            altered[at] ^= 1;
            assertThat(verify(altered).exitCode()).as("byte %d", at).isEqualTo(1);
        }
        assertThat(verify(Arrays.copyOf(pack, pack.length - 1)).exitCode()).isEqualTo(1);
        assertThat(verify(Arrays.copyOf(pack, pack.length + 1)).exitCode()).isEqualTo(1);
    }

    @Test
    void packIsVerifiedOnTheSpotAndTheNextOneShowsItsMakingAndItsDownload() throws IOException {
        ApiClient auditor = centre.auditor();
        String call = answeredCall();
        JsonNode made = made(auditor, call);
        String address = "/api/packs/" + made.path("id").asString();
        JsonNode result = auditor.send("POST", address + "/verification", Map.of())
                .expect(200)
                .json();
        assertThat(result.path("holds").asBoolean()).as(result.toString()).isTrue();
        auditor.download(address + "/content");
        assertThat(text(packOf(call)))
                .contains("pack.made", "pack.sealed", "pack.downloaded")
                .contains(made.path("sha256").asString());
    }

    @Test
    void packIsRefusedToWhoMayNotAndForWhatIsNoCall() {
        centre.supervisor()
                .send("POST", "/api/packs", Map.of("kind", "case", "call", "1"))
                .expect(403);
        centre.auditor()
                .send("POST", "/api/packs", Map.of("kind", "case", "call", "1"))
                .expect(400);
        centre.auditor()
                .send("POST", "/api/packs", Map.of("kind", "all", "call", "1"))
                .expect(400);
        centre.auditor().get("/api/packs/999999").expect(404);
    }

    private String answeredCall() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support", NUMBER)) {
            agent.awaitState("talking");
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            centre.awaitRecord(call);
            return call.id();
        }
    }

    private byte[] packOf(String call) {
        JsonNode pack = made(centre.auditor(), call);
        byte[] content =
                centre.auditor().download("/api/packs/" + pack.path("id").asString() + "/content");
        assertThat(content).hasSize(pack.path("bytes").asInt());
        return content;
    }

    private static JsonNode made(ApiClient auditor, String call) {
        JsonNode begun = auditor.send("POST", "/api/packs", Map.of("kind", "case", "call", call))
                .expect(202)
                .json();
        JsonNode made = Await.until(
                "the pack is made",
                MADE_WITHIN,
                () -> auditor.read("/api/packs/" + begun.path("id").asString()),
                pack -> !pack.path("state").asString().equals("making"));
        assertThat(made.path("state").asString()).isEqualTo("ready");
        return made;
    }

    /// Everything in the pack that is text.
    private static String text(byte[] pack) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().endsWith(".pdf")) {
                    text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }

    private record Verified(int exitCode, String said) {}

    private Verified verify(byte[] pack, String... more) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("case.zip"), pack);
        List<String> command = new ArrayList<>(List.of(
                oldJava().toString(),
                "-jar",
                root().resolve("dist").resolve("verify.jar").toString(),
                file.toString(),
                "--trust",
                centre.status()
                        .keyDir()
                        .resolve("trust")
                        .resolve("evidence.pem")
                        .toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verified(process.waitFor(), said);
    }

    private static Path root() {
        return Path.of(System.getProperty("kezheng.root", "../..")).toAbsolutePath();
    }

    /// An inspector's Java: 17 where the machine has one, otherwise the one that runs the tests.
    private static Path oldJava() throws IOException {
        Path homes = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(homes)) {
            try (Stream<Path> found = Files.list(homes)) {
                List<Path> seventeen = found.filter(home -> home.toString().contains("17"))
                        .map(home -> home.resolve("bin").resolve("java"))
                        .filter(Files::isExecutable)
                        .toList();
                if (!seventeen.isEmpty()) {
                    return seventeen.getFirst();
                }
            }
        }
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
