package org.kezheng.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.tls.ServiceCertificates;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole application on a real PostgreSQL, served over TLS. Only the PBX is missing: its ports are closed.
final class StartedPlatform implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final Path data;
    private final Path keys;

    private StartedPlatform(ConfigurableApplicationContext context, Path data, Path keys) {
        this.context = context;
        this.data = data;
        this.keys = keys;
    }

    static StartedPlatform start(Path directory, boolean isDemonstration) throws IOException {
        return start(directory, isDemonstration, PostgresServer.shared().database());
    }

    static StartedPlatform start(Path directory, boolean isDemonstration, TestDatabase database) throws IOException {
        Path data = Files.createDirectories(directory.resolve("data"));
        Path keys = directory.resolve("data.keys");
        ServiceCertificates.prepare(KeyDirectory.prepare(keys, data), Clock.systemUTC());
        Path secret = Files.writeString(directory.resolve("pbx.secret"), "none");
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--kezheng.http-port=1",
                "--kezheng.data-dir=" + data,
                "--kezheng.key-dir=" + keys,
                "--kezheng.log-dir=" + directory.resolve("log"),
                "--kezheng.demonstration=" + isDemonstration,
                "--kezheng.pbx.ami-host=127.0.0.1",
                "--kezheng.pbx.ami-port=1",
                "--kezheng.pbx.ami-user=kezheng",
                "--kezheng.pbx.ami-secret-file=" + secret,
                "--kezheng.pbx.ari-url=http://127.0.0.1:1",
                "--kezheng.pbx.ari-user=kezheng",
                "--kezheng.pbx.ari-secret-file=" + secret,
                "--kezheng.pbx.wss-url=wss://127.0.0.1:1/ws",
                "--logging.level.root=error"));
        database.springProperties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        ConfigurableApplicationContext context =
                SpringApplication.run(KezhengApplication.class, arguments.toArray(String[]::new));
        return new StartedPlatform(context, data, keys);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    Path data() {
        return data;
    }

    ApiClient stranger() {
        return ApiClient.stranger(base(), authority());
    }

    ApiClient signedIn(String user) throws IOException {
        return ApiClient.signedIn(base(), authority(), user, password(user));
    }

    String password(String user) throws IOException {
        return Files.readString(data.resolve("accounts").resolve(user + ".password"))
                .strip();
    }

    private URI base() {
        WebServer server = ((WebServerApplicationContext) context).getWebServer();
        int port = Objects.requireNonNull(server, "The platform is served").getPort();
        return URI.create("https://127.0.0.1:" + port);
    }

    private Path authority() {
        return keys.resolve("tls").resolve("ca.pem");
    }

    @Override
    public void close() {
        context.close();
    }
}
