package org.kezheng.platform.claims;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The platform's own interface, entered from outside over TLS like anybody.
final class OwnDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;

    /// @param authority the certificate authority of the platform's certificate, PEM
    OwnDoor(URI base, Path authority) throws IOException, GeneralSecurityException {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(authority))
                .cookieHandler(cookies)
                .connectTimeout(PATIENCE)
                .build();
    }

    /// An answer.
    ///
    /// @param rule of problem details, else empty
    record Answer(int status, String rule, JsonNode body) {
        String shown() {
            return rule.isEmpty() ? Integer.toString(status) : status + " " + rule;
        }
    }

    Answer signIn(String user, String password) throws IOException, InterruptedException {
        return send("POST", "/api/session", Map.of("user", user, "password", password));
    }

    Answer signOut() throws IOException, InterruptedException {
        return send("DELETE", "/api/session", Map.of());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return exchange(request(path).GET());
    }

    Answer send(String method, String path, Map<String, String> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            if (cookie.getName().equals("XSRF-TOKEN")) {
                request.header("X-XSRF-TOKEN", cookie.getValue());
            }
        }
        return exchange(request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept", "application/json");
    }

    private Answer exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        JsonNode body = read(response.body());
        return new Answer(response.statusCode(), body.path("rule").asString(""), body);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(authority)) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(file);
            trusted.setCertificateEntry("kezheng", certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
