package org.kezheng.testkit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person's way into the API: a cookie session, and the XSRF token in every write.
public final class ApiClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;

    private ApiClient(URI base, Path caFile) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Trust.in(caFile))
                .cookieHandler(cookies)
                .connectTimeout(TIMEOUT)
                .build();
    }

    /// Somebody who has not signed in.
    public static ApiClient stranger(URI base, Path caFile) {
        return new ApiClient(base, caFile);
    }

    /// Somebody who has.
    public static ApiClient signedIn(URI base, Path caFile, String user, String password) {
        ApiClient client = new ApiClient(base, caFile);
        client.signIn(user, password).expect(200);
        return client;
    }

    /// Tries to sign in.
    public Answer signIn(String user, String password) {
        return send("POST", "/api/session", Map.of("user", user, "password", password));
    }

    /// Signs out.
    public Answer signOut() {
        return send("DELETE", "/api/session", Map.of());
    }

    /// Reads.
    public Answer get(String path) {
        return exchange(request(path).GET().build());
    }

    /// What an address that serves no JSON answers, such as the figures for Prometheus.
    public Answer getText(String path) {
        return exchange(request(path).setHeader("Accept", "text/plain").GET().build());
    }

    /// Reads with a cookie that was kept from elsewhere.
    public Answer getWithCookie(String path, String cookie) {
        return exchange(request(path).header("Cookie", cookie).GET().build());
    }

    /// Reads bytes.
    ///
    /// @param range the header of that name, such as `bytes=0-99`; empty for everything
    public Download download(String path, String range) {
        HttpRequest.Builder request = request(path).header("Accept", "*/*");
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        try {
            var response = http.send(request.GET().build(), BodyHandlers.ofByteArray());
            return new Download(response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the platform answered", interrupted);
        }
    }

    /// Reads, and fails unless the answer is 200.
    public JsonNode read(String path) {
        return get(path).expect(200).json();
    }

    /// The bytes of a file, and fails unless the answer is 200.
    public byte[] download(String path) {
        try {
            HttpRequest request = request(path).setHeader("Accept", "*/*").GET().build();
            var response = http.send(request, BodyHandlers.ofByteArray());
            new Answer(response.statusCode(), "a file of " + response.body().length + " bytes").expect(200);
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the platform answered", interrupted);
        }
    }

    /// Writes with the XSRF token that the sign-in brought.
    ///
    /// @param body a record or map, sent as JSON
    public Answer send(String method, String path, Object body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        token().ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        return exchange(request.method(method, json(body)).build());
    }

    /// Writes a file with the XSRF token that the sign-in brought.
    public Answer sendFile(String path, String type, String content) {
        HttpRequest.Builder request = request(path).header("Content-Type", type);
        token().ifPresent(value -> request.header("X-XSRF-TOKEN", value));
        return exchange(request.POST(BodyPublishers.ofString(content)).build());
    }

    /// Writes without the XSRF token, as a foreign page would.
    public Answer sendWithoutToken(String method, String path, Object body) {
        return exchange(request(path)
                .header("Content-Type", "application/json")
                .method(method, json(body))
                .build());
    }

    /// Opens the live view of this session.
    public LiveSocket live() {
        return LiveSocket.open(http, base);
    }

    /// The session's cookie, empty when there is none.
    public Optional<String> sessionCookie() {
        return cookie("KZ_SESSION");
    }

    private Optional<String> token() {
        return cookie("XSRF-TOKEN");
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).header("Accept", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
    }

    private Answer exchange(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the platform answered", interrupted);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
