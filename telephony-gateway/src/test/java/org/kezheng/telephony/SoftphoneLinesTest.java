package org.kezheng.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SoftphoneLinesTest {

    private static final String PASSWORD = "s3cret-of-a-line";
    private static final String PATH = "/ari/asterisk/config/dynamic/res_pjsip/";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final SoftphoneLines lines;
    private volatile int status = 200;
    private volatile String body = "[]";

    SoftphoneLinesTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        lines = new SoftphoneLines(access(url), "127.0.0.1");
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void aLineIsLaidInWithItsEndpointLast() throws Exception {
        lines.issue(new SoftphoneLine("kz-1", new SecretText(PASSWORD)));
        assertThat(requests).hasSize(3);
        assertThat(requests.get(0)).startsWith("PUT " + PATH + "aor/kz-1 ").contains("\"remove_existing\"");
        assertThat(requests.get(1))
                .startsWith("PUT " + PATH + "auth/kz-1 ")
                .contains("{\"attribute\":\"password\",\"value\":\"" + PASSWORD + "\"}");
        assertThat(requests.get(2))
                .startsWith("PUT " + PATH + "endpoint/kz-1 ")
                .contains("{\"attribute\":\"webrtc\",\"value\":\"yes\"}", "{\"attribute\":\"context\"", "kezheng-none")
                .contains("{\"attribute\":\"media_address\",\"value\":\"127.0.0.1\"}");
    }

    @Test
    void aLineIsTakenAwayWithItsEndpointFirstAndAnUnknownOneIsNoError() throws Exception {
        status = 404;
        lines.revoke("kz-1");
        assertThat(requests)
                .containsExactly(
                        "DELETE " + PATH + "endpoint/kz-1 ",
                        "DELETE " + PATH + "auth/kz-1 ",
                        "DELETE " + PATH + "aor/kz-1 ");
    }

    @Test
    void onlyOurOwnLinesAreListed() throws Exception {
        body = "[{\"technology\":\"PJSIP\",\"resource\":\"trunk\"},{\"resource\":\"kz-2\"},{\"resource\":7},{}]";
        assertThat(lines.known()).containsExactly("kz-2");
    }

    @Test
    void whatThePbxRefusesIsSaidWithoutThePassword() {
        status = 403;
        body = PASSWORD;
        assertThatThrownBy(() -> lines.issue(new SoftphoneLine("kz-1", new SecretText(PASSWORD))))
                .isInstanceOf(PbxUnreachableException.class)
                .hasMessageContaining("403")
                .hasMessageNotContaining(PASSWORD);
        status = 200;
        assertThatThrownBy(lines::known)
                .isInstanceOf(PbxUnreachableException.class)
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void aPbxThatIsNotThereIsSaidSo() {
        server.stop(0);
        assertThatThrownBy(lines::known).isInstanceOf(PbxUnreachableException.class);
    }

    @Test
    void thePasswordCrossesNoNetworkInTheClear() {
        assertThatThrownBy(() -> access(URI.create("http://192.0.2.1:8088")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(access(URI.create("https://192.0.2.1:8089")).url()).hasScheme("https");
        assertThatThrownBy(() -> access(URI.create("http://127.0.0.1/other")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void foreignNamesAreRefused() {
        assertThatThrownBy(() -> lines.revoke("trunk")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lines.revoke("kz-1/../../x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ConfigurationAccess access(URI url) {
        return new ConfigurationAccess(url, "kezheng", new SecretText("ari-secret"), Duration.ofSeconds(5));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String expected = Base64.getEncoder().encodeToString("kezheng:ari-secret".getBytes(StandardCharsets.UTF_8));
            String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + content);
            boolean isKnown =
                    ("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isKnown ? status : 401, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
