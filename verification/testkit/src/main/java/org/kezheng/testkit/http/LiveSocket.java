package org.kezheng.testkit.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kezheng.testkit.await.Await;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The live WebSocket of a session. Bounded: forgets its oldest frames.
public final class LiveSocket implements AutoCloseable {

    private static final int MAX_FRAMES = 2_000;

    private final List<JsonNode> frames = new ArrayList<>();
    private volatile @Nullable WebSocket socket;
    private volatile boolean isOpen = true;

    private LiveSocket() {}

    static LiveSocket open(HttpClient http, URI base) {
        LiveSocket live = new LiveSocket();
        URI address = URI.create("wss://" + base.getAuthority() + "/api/live");
        live.socket = http.newWebSocketBuilder()
                .header("Origin", base.getScheme() + "://" + base.getAuthority())
                .connectTimeout(Duration.ofSeconds(10))
                .buildAsync(address, live.new Ear())
                .orTimeout(15, TimeUnit.SECONDS)
                .join();
        return live;
    }

    /// All frames so far.
    public List<JsonNode> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    /// Waits for a frame that is wanted, among those that came already too.
    public JsonNode awaitFrame(String what, Duration within, Predicate<JsonNode> wanted) {
        return Await.until(what, within, () -> frames().stream().filter(wanted).toList(), found -> !found.isEmpty())
                .getFirst();
    }

    /// What it was told to be different now, in the order of the telling.
    public List<String> changes() {
        return frames().stream()
                .filter(frame -> frame.path("type").asString().equals("changed"))
                .map(frame -> frame.path("what").asString())
                .toList();
    }

    /// Waits until it was told that often that this is different.
    public void awaitChanges(String what, int times, Duration within) {
        Await.until(
                "the desk is told of " + what,
                within,
                () -> changes().stream().filter(what::equals).count(),
                count -> count >= times);
    }

    /// Asks for a new snapshot and gives it.
    public JsonNode snapshot(Duration within) {
        long before = lastSequence();
        say("{\"type\":\"resync\"}");
        return awaitFrame(
                "a snapshot comes",
                within,
                frame -> frame.path("seq").asLong() > before
                        && frame.path("type").asString().equals("snapshot"));
    }

    /// Sends a frame.
    public void say(String frame) {
        WebSocket current = socket;
        if (current == null) {
            throw new IllegalStateException("not connected");
        }
        current.sendText(frame, true).join();
    }

    private long lastSequence() {
        synchronized (frames) {
            return frames.isEmpty() ? 0 : frames.getLast().path("seq").asLong();
        }
    }

    /// Whether the platform has not closed it.
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() {
        WebSocket current = socket;
        if (current != null) {
            current.abort();
        }
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                JsonNode frame = JsonMapper.shared().readTree(partial.toString());
                partial.setLength(0);
                synchronized (frames) {
                    if (frames.size() >= MAX_FRAMES) {
                        frames.subList(0, MAX_FRAMES / 2).clear();
                    }
                    frames.add(frame);
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            isOpen = false;
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            isOpen = false;
        }
    }
}
