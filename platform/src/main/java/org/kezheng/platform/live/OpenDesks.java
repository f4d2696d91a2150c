package org.kezheng.platform.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.SessionId;
import org.springframework.web.socket.CloseStatus;

/// The desks that are connected. Telling one never waits for it.
final class OpenDesks {
    private final Set<LiveConnection> connections = ConcurrentHashMap.newKeySet();

    void add(LiveConnection connection) {
        connections.add(connection);
    }

    void remove(LiveConnection connection) {
        connections.remove(connection);
    }

    /// Tells those that `whom` says.
    void tell(Predicate<LiveConnection> whom, LiveFrame frame) {
        for (LiveConnection connection : connections) {
            if (whom.test(connection)) {
                connection.queue(frame);
            }
        }
    }

    /// Tells each what is for it; `null`: nothing.
    void tellEach(Function<LiveConnection, @Nullable LiveFrame> frame) {
        for (LiveConnection connection : connections) {
            LiveFrame own = frame.apply(connection);
            if (own != null) {
                connection.queue(own);
            }
        }
    }

    /// The sessions that have a desk open.
    Set<SessionId> sessions() {
        return connections.stream()
                .map(connection -> connection.who().session())
                .collect(Collectors.toUnmodifiableSet());
    }

    void close(SessionId session, CloseStatus status) {
        connections.stream()
                .filter(connection -> connection.who().session().equals(session))
                .forEach(connection -> connection.close(status));
    }
}
