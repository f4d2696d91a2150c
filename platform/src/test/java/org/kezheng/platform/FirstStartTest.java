package org.kezheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A platform that starts without demonstration data, and again.
final class FirstStartTest {
    @Test
    void theOneTimeTokenMakesOneAdministratorAndSurvivesARestart(@TempDir Path directory) throws IOException {
        TestDatabase database = PostgresServer.shared().database();
        try (StartedPlatform first = StartedPlatform.start(directory, false, database)) {
            assertThat(Files.exists(first.data().resolve("run/platform.ready"))).isFalse();
            JsonNode accounts = accounts(first);
            assertThat(accounts.size()).isEqualTo(1);
            assertThat(accounts.get(0).get("passwordFile").asString()).endsWith("administrator.token");
        }
        try (StartedPlatform second = StartedPlatform.start(directory, false, database);
                ApiClient stranger = second.stranger()) {
            String token = Files.readString(
                            Path.of(accounts(second).get(0).get("passwordFile").asString()))
                    .strip();
            claim(stranger, "wrong token", 401);
            claim(stranger, token, 201);
            claim(stranger, token, 401);
            stranger.signIn("root1", "a long enough secret").expect(200);
            assertThat(stranger.read("/api/session").get("role").asString()).isEqualTo("system-administrator");
            assertThat(stranger.read("/api/configuration").get("queues").isEmpty())
                    .isTrue();
            assertThat(second.get(SoloHost.class).lastPosition()).isEqualTo(1);
        }
        try (StartedPlatform third = StartedPlatform.start(directory, false, database)) {
            assertThat(accounts(third).isEmpty()).isTrue();
            assertThat(Files.exists(third.data().resolve("accounts/administrator.token")))
                    .isFalse();
        }
    }

    private static JsonNode accounts(StartedPlatform platform) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(platform.data().resolve("accounts/accounts.json")));
    }

    private static void claim(ApiClient stranger, String token, int status) {
        Map<String, String> claim = Map.of("token", token, "user", "root1", "password", "a long enough secret");
        stranger.send("POST", "/api/administrator", claim).expect(status);
    }
}
