package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.installation.LauncherRun;
import org.kezheng.testkit.installation.Status;
import tools.jackson.databind.JsonNode;

/// The launcher keeps what the contract says of it: its words, its exit codes, and what it leaves on the disk.
@ExtendWith(SharedCallCentre.class)
class LauncherIT {

    private static final int USAGE = 2;
    private static final int MISSING = 3;
    private static final int TAKEN = 4;
    private static final int DAMAGED = 5;

    @Test
    void statusSaysWhatTheContractLists(CallCentre centre) throws IOException {
        Status status = centre.installation().status();
        assertThat(status.json().path("contract").asInt()).isEqualTo(1);
        assertThat(status.isReady()).isTrue();
        for (String field : List.of(
                "/version",
                "/http",
                "/caFile",
                "/dataDir",
                "/keyDir",
                "/logDir",
                "/recordingDir",
                "/backupDir",
                "/routes/0",
                "/postgres/adminUrl",
                "/postgres/appUrl",
                "/postgres/passFile",
                "/nodes/0/role",
                "/nodes/0/journalDir",
                "/pbx/0/console/0",
                "/pbx/0/ami",
                "/pbx/0/amiUser",
                "/pbx/0/amiSecretFile",
                "/pbx/0/sipIn",
                "/pbx/0/sipOut",
                "/pbx/0/spoolDir",
                "/pbx/0/queueNumbers/support",
                "/pbx/0/ownNumbers/0",
                "/accounts/0/user",
                "/accounts/0/role",
                "/accounts/0/client",
                "/accounts/0/passwordFile")) {
            assertThat(status.text(field)).as(field).isNotBlank();
        }
        assertThat(List.of(status.platformPid(), status.pbxPid(), status.postgresPid()))
                .allMatch(Installation::isAlive);
        assertThat(status.keyDir().startsWith(status.dataDir())).isFalse();
        for (String secret : List.of("/postgres/passFile", "/pbx/0/amiSecretFile", "/accounts/0/passwordFile")) {
            assertThat(mode(Path.of(status.text(secret)))).as(secret).isEqualTo("rw-------");
        }
        assertThat(mode(status.keyDir())).isEqualTo("rwx------");
        assertThat(status.json().toString()).doesNotContain(status.passwordOf("agent1"));
    }

    @Test
    void pbxConsoleOfTheStatusAnswers(CallCentre centre) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(CallCentre.stream(centre.status().json().at("/pbx/0/console"))
                        .map(JsonNode::asString)
                        .toList());
        command.addAll(List.of("-rx", "core show version"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Asterisk 22");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void whatIsNotUnderstoodIsRefusedAsUsage() {
        try (Installation installation = Installation.prepared()) {
            for (List<String> words : List.of(
                    List.of("fly"),
                    List.of("up", "--sideways"),
                    List.of("up", "--port", "many"),
                    List.of("up", "--callers", "-1"))) {
                LauncherRun run = installation.launch(words);
                assertThat(run.exitCode()).as("%s", words).isEqualTo(USAGE);
                assertThat(run.errors()).as("%s", words).isNotBlank();
            }
        }
    }

    @Test
    void portThatSomebodyElseHasIsNamed() throws IOException {
        try (Installation installation = Installation.prepared();
                ServerSocket somebody = new ServerSocket()) {
            somebody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), installation.port()));
            LauncherRun run = installation.launch(installation.upArguments());
            assertThat(run.exitCode()).isEqualTo(TAKEN);
            assertThat(run.errors()).contains(Integer.toString(installation.port()));
        }
    }

    @Test
    void sameDataCannotRunTwice(CallCentre centre) {
        LauncherRun run = centre.installation().launch(List.of("up", "--detach", "--port", "19999"));
        assertThat(run.exitCode()).isEqualTo(TAKEN);
        assertThat(centre.installation().status().isReady()).isTrue();
    }

    @Test
    void repeatedUpLeavesWhatRunsAlone(CallCentre centre) {
        Status before = centre.installation().status();
        Status after = centre.installation().up();
        assertThat(after.platformPid()).isEqualTo(before.platformPid());
        assertThat(after.pbxPid()).isEqualTo(before.pbxPid());
        assertThat(after.postgresPid()).isEqualTo(before.postgresPid());
    }

    @Test
    void missingPbxIsNamedAndHowToGetIt() {
        try (Installation installation = Installation.prepared()) {
            LauncherRun run =
                    installation.launch(installation.upArguments(), Map.of("KEZHENG_ASTERISK", "/nowhere/asterisk"));
            assertThat(run.exitCode()).isEqualTo(MISSING);
            assertThat(run.errors()).contains("/nowhere/asterisk");
            assertThat(installation.status().isReady()).isFalse();
        }
    }

    @Test
    void emptyInstallationHasNoAccountsButATokenThatIsGoodOnce() throws IOException {
        try (Installation installation = Installation.prepared()) {
            Status status = installation.up("--empty");
            List<JsonNode> accounts =
                    CallCentre.stream(status.json().path("accounts")).toList();
            assertThat(accounts).hasSize(1);
            Path file = Path.of(accounts.getFirst().path("passwordFile").asString());
            assertThat(mode(file)).isEqualTo("rw-------");
            String token = Files.readString(file).strip();
            Map<String, String> claim = Map.of("token", token, "user", "root1", "password", "a long pass phrase 1949");
            try (ApiClient stranger = ApiClient.stranger(status.http(), status.caFile())) {
                assertThat(stranger.signIn("agent1", "agent1").status()).isEqualTo(401);
                stranger.send("POST", "/api/administrator", claim).expect(201);
                assertThat(stranger.send("POST", "/api/administrator", claim).status())
                        .isEqualTo(401);
                JsonNode me = stranger.signIn("root1", "a long pass phrase 1949")
                        .expect(200)
                        .json();
                assertThat(me.path("role").asString()).isEqualTo("system-administrator");
                assertThat(stranger.get("/api/calls").status()).isEqualTo(403);
            }
            installation.down().expectDone();
            newerDataAreNotTouched(installation);
            lostKeyIsNotReplaced(installation, status);
        }
    }

    private static void newerDataAreNotTouched(Installation installation) throws IOException {
        Path layout = installation.dataDir().resolve("layout");
        String present = Files.readString(layout);
        Files.writeString(layout, "999\n");
        assertThat(installation.launch(installation.upArguments()).exitCode()).isEqualTo(DAMAGED);
        Files.writeString(layout, present);
    }

    /// A new key in place of a lost one would turn every ciphertext into noise without a word.
    private static void lostKeyIsNotReplaced(Installation installation, Status status) throws IOException {
        Path key = status.keyDir().resolve("kek");
        Path aside = Files.move(key, status.keyDir().resolve("kek.aside"));
        assertThat(installation.launch(installation.upArguments()).exitCode()).isEqualTo(DAMAGED);
        assertThat(key).doesNotExist();
        Files.move(aside, key);
        assertThat(installation.up().isReady()).isTrue();
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
