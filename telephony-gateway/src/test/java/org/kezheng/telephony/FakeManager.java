package org.kezheng.telephony;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A manager interface that speaks the wire protocol over loopback and says what a test tells it to.
final class FakeManager implements AutoCloseable {

    static final String SECRET = "a-secret";
    static final String EPOCH = "2026-11-23T20:32:52";

    /// What comes back for orders, instead of success.
    volatile @Nullable String orderError;

    /// Runs when the list of channels was asked for, before it is sent.
    volatile Runnable onStatus = () -> {};

    /// How many of the next pings get no answer.
    final AtomicInteger ignoredPings = new AtomicInteger();

    /// Whether connections are closed as soon as they come.
    volatile boolean isTurningAway;

    /// Whether nobody who signs in gets an answer; how many waited for one.
    volatile boolean isSilent;

    final AtomicInteger unanswered = new AtomicInteger();

    volatile String startupTime = "20:32:52";

    /// One block of lines per channel.
    final List<String> channels = new CopyOnWriteArrayList<>();

    final BlockingQueue<Map<String, String>> orders = new LinkedBlockingQueue<>();
    final AtomicInteger connections = new AtomicInteger();

    private final ServerSocket server;
    private volatile @Nullable Socket current;

    FakeManager() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /// Sends an event: its name, then "Key: value" lines.
    void emit(String event, String... lines) {
        write("Event: " + event + "\r\nTimestamp: 1795468344.597746\r\n"
                + String.join("", List.of(lines).stream().map(l -> l + "\r\n").toList()) + "\r\n");
    }

    void write(String text) {
        Socket socket = current;
        if (socket == null) {
            throw new IllegalStateException("nobody is connected");
        }
        try {
            OutputStream out = socket.getOutputStream();
            synchronized (this) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop() {
        try {
            Socket socket = current;
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> nextOrder() throws InterruptedException {
        Map<String, String> order = orders.poll(10, TimeUnit.SECONDS);
        if (order == null) {
            throw new AssertionError("no order came");
        }
        return order;
    }

    @Override
    public void close() throws IOException {
        server.close();
        drop();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (isTurningAway) {
                    socket.close();
                    continue;
                }
                current = socket;
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            write("Asterisk Call Manager/11.0.0\r\n");
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Map<String, String> action = new LinkedHashMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    answer(action);
                    action = new LinkedHashMap<>();
                } else {
                    String[] parts = line.split(": ?", 2);
                    action.merge(parts[0].toLowerCase(Locale.ROOT), parts[1], (a, b) -> a + "|" + b);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // The test closed the connection.
        }
    }

    private void answer(Map<String, String> action) {
        String id = action.getOrDefault("actionid", "");
        String name = action.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        switch (name) {
            case "challenge" -> {
                if (isSilent) {
                    unanswered.incrementAndGet();
                } else {
                    respond(id, "Challenge: 42");
                }
            }
            case "login" -> respond(id, "Message: Authentication accepted");
            case "logoff" -> write("Response: Goodbye\r\nActionID: " + id + "\r\n\r\n");
            case "ping" -> {
                if (ignoredPings.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
                    respond(id, "Ping: Pong");
                }
            }
            case "coresettings" -> respond(id, "AMIversion: 11.0.0", "AsteriskVersion: 22.10.1");
            case "corestatus" -> respond(id, "CoreStartupDate: 2026-11-23", "CoreStartupTime: " + startupTime);
            case "status" -> {
                respond(id, "Message: Channel status will follow", "EventList: start");
                onStatus.run();
                channels.forEach(channel -> write("Event: Status\r\nActionID: " + id + "\r\n" + channel + "\r\n"));
                write("Event: StatusComplete\r\nActionID: " + id + "\r\nEventList: Complete\r\nItems: "
                        + channels.size() + "\r\n\r\n");
            }
            default -> {
                String error = orderError;
                if (error == null) {
                    respond(id, "Message: done");
                } else {
                    write("Response: Error\r\nActionID: " + id + "\r\nMessage: " + error + "\r\n\r\n");
                }
                orders.add(action);
            }
        }
    }

    private void respond(String id, String... lines) {
        write("Response: Success\r\nActionID: " + id + "\r\n" + String.join("\r\n", lines) + "\r\n\r\n");
    }
}
