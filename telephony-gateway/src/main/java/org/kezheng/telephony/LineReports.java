package org.kezheng.telephony;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what the PBX tells of the lines' audio, on a connection of its own: there are several reports a second for
/// each talk, and not one of them may stand before the word of a call. What is lost while the connection is away is
/// lost. It connects by itself, now and after each loss.
public final class LineReports implements AutoCloseable {

    static {
        LibraryLogs.silence();
    }

    private static final Logger log = LoggerFactory.getLogger(LineReports.class);
    private static final Duration CONNECT_EVERY = Duration.ofMillis(500);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final int ANSWER_MILLIS = 5_000;

    private final ManagerAccess access;
    private final Consumer<LineReport> sink;
    private final Thread thread;
    private volatile boolean isClosed;

    /// @param access a user of the manager interface who is told of audio and of nothing else
    /// @param sink called on one thread at a time; while it blocks, reports wait in memory, and calls do not
    public LineReports(ManagerAccess access, Consumer<LineReport> sink) {
        this.access = access;
        this.sink = sink;
        this.thread = Thread.ofPlatform().daemon().name("pbx-lines").unstarted(this::run);
    }

    /// Begins to connect. Called once.
    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
        try {
            thread.join(CLOSE_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean wasReachable = true;
        try {
            while (!isClosed) {
                wasReachable = listen(wasReachable);
                Thread.sleep(CONNECT_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Listens until the connection is lost; false when there was none.
    private boolean listen(boolean wasReachable) throws InterruptedException {
        CountDownLatch lost = new CountDownLatch(1);
        DefaultManagerConnection connection = new DefaultManagerConnection(
                access.host(), access.port(), access.user(), access.secret().reveal());
        connection.setDefaultResponseTimeout(ANSWER_MILLIS);
        connection.registerUserEventClass(KezhengLineEvent.class);
        connection.addEventListener(event -> take(event, lost));
        try {
            connection.login();
            lost.await();
            return true;
        } catch (AuthenticationFailedException | TimeoutException | IOException | RuntimeException e) {
            // Interrupted at the sign-in, the library falls over an answer that it does not have.
            if (wasReachable) {
                log.warn("The quality of lines is not told: the PBX cannot be reached");
            }
            return false;
        } finally {
            leave(connection);
        }
    }

    private void take(ManagerEvent event, CountDownLatch lost) {
        if (event instanceof DisconnectEvent) {
            lost.countDown();
            return;
        }
        try {
            LineReading.of(event, Instant.now()).ifPresent(sink);
        } catch (RuntimeException e) {
            // The text of a stranger's exception may hold anything; its kind does not.
            log.error("A report on a line was not taken: {}", e.getClass().getName());
        }
    }

    /// The library would connect again by itself.
    private static void leave(DefaultManagerConnection connection) {
        try {
            connection.logoff();
        } catch (IllegalStateException e) {
            // Not connected any more: there is nothing to leave.
        }
    }
}
