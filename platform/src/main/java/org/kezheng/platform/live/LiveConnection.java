package org.kezheng.platform.live;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.Policy;
import org.kezheng.security.access.Role;
import org.kezheng.security.access.SignedIn;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.ObjectMapper;

/// One desk's WebSocket. Frames are queued without waiting and sent by a thread of the connection; a desk that does not
/// keep up is cut off, and starts again with a snapshot.
final class LiveConnection {
    /// The session behind the connection has ended: the desk has to sign in.
    static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "signed-out");

    private static final CloseStatus TOO_SLOW = new CloseStatus(1013, "too-slow");

    private final WebSocketSession socket;
    private final SignedIn who;
    private final ObjectMapper json;
    private final WaitingFrames frames = new WaitingFrames();
    private @Nullable Thread sender;

    LiveConnection(WebSocketSession socket, SignedIn who, ObjectMapper json) {
        this.socket = socket;
        this.who = who;
        this.json = json;
    }

    void start() {
        sender = Thread.ofVirtual().name("kezheng-live").start(this::send);
    }

    SignedIn who() {
        return who;
    }

    boolean seesAll() {
        return who.role().allows(Policy.LIVE_ALL);
    }

    boolean isAgent(int agent) {
        return (who.role() == Role.AGENT || who.role() == Role.SUPERVISOR)
                && who.account().value() == agent;
    }

    boolean isOfClient(int client) {
        return who.client().value() == client;
    }

    void queue(LiveFrame frame) {
        if (!frames.add(frame)) {
            close(TOO_SLOW);
        }
    }

    /// Ends the connection without waiting for the other side.
    void close(CloseStatus status) {
        Thread running = sender;
        if (running != null) {
            running.interrupt();
        }
        Thread.ofVirtual().start(() -> {
            try {
                socket.close(status);
            } catch (IOException | IllegalStateException gone) {
                // It is closed then, which is what was wanted.
                frames.clear();
            }
        });
    }

    private void send() {
        long sequence = 0;
        try {
            while (socket.isOpen()) {
                LiveFrame frame = frames.take();
                sequence++;
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                fields.put("seq", sequence);
                fields.putAll(frame.fields());
                socket.sendMessage(new TextMessage(json.writeValueAsString(fields)));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException gone) {
            close(CloseStatus.NORMAL);
        }
    }
}
