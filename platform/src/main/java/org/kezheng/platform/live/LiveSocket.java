package org.kezheng.platform.live;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.kezheng.security.access.SignedInAuthentication;
import org.kezheng.security.identity.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The WebSocket `/api/live`. An open desk keeps its session alive; a session that ends closes its desks.
public final class LiveSocket extends TextWebSocketHandler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
    private static final long HEARTBEAT_SECONDS = 5;
    private static final long TOUCH_SECONDS = 60;
    private static final int MAX_MESSAGE_BYTES = 1024;
    private static final Pattern CONTACT = Pattern.compile("[1-9][0-9]{0,17}");

    private final LiveDesks desks;
    private final Sessions sessions;
    private final ObjectMapper json;
    private final ConcurrentMap<String, LiveConnection> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-heartbeat").daemon().factory());

    public LiveSocket(LiveDesks desks, Sessions sessions, ObjectMapper json) {
        this.desks = desks;
        this.sessions = sessions;
        this.json = json;
    }

    /// Begins to send heartbeats.
    public void start() {
        sessions.onEnd(end -> desks.closeDesksOf(end.who().session(), LiveConnection.SIGNED_OUT));
        every(HEARTBEAT_SECONDS, desks::beat);
        every(TOUCH_SECONDS, () -> desks.sessions().forEach(sessions::touch));
    }

    private void every(long seconds, Runnable task) {
        // A failure must not end the repetition.
        Runnable safely = () -> {
            try {
                task.run();
            } catch (RuntimeException failure) {
                LOG.warn("A periodic task of the desks failed", failure);
            }
        };
        var _ = timer.scheduleWithFixedDelay(safely, seconds, seconds, TimeUnit.SECONDS);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws Exception {
        if (!(socket.getPrincipal() instanceof SignedInAuthentication signedIn)) {
            socket.close(LiveConnection.SIGNED_OUT);
            return;
        }
        socket.setTextMessageSizeLimit(MAX_MESSAGE_BYTES);
        LiveConnection connection = new LiveConnection(socket, signedIn.getPrincipal(), json);
        connections.put(socket.getId(), connection);
        desks.join(connection);
        connection.start();
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
        LiveConnection connection = connections.get(socket.getId());
        if (connection == null) {
            return;
        }
        try {
            take(connection, json.readTree(message.getPayload()));
        } catch (JacksonException notJson) {
            LOG.debug("A desk sent something that is no JSON");
        }
    }

    private void take(LiveConnection connection, JsonNode message) {
        switch (message.path("type").asString("")) {
            case "resync" -> desks.resync(connection);
            case "shown" -> {
                String contact = message.path("contact").asString("");
                if (CONTACT.matcher(contact).matches()) {
                    desks.shown(connection, Long.parseLong(contact));
                }
            }
            default -> LOG.debug("A desk sent a frame of another kind");
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable failure) {
        LOG.debug("A desk's connection broke: {}", failure.getClass().getSimpleName());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        LiveConnection connection = connections.remove(socket.getId());
        if (connection != null) {
            desks.leave(connection);
            connection.close(status);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        connections.values().forEach(connection -> connection.close(CloseStatus.GOING_AWAY));
    }
}
