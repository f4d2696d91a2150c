package org.kezheng.telephony;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.SendActionCallback;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreSettingsAction;
import org.asteriskjava.manager.action.CoreStatusAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.action.StatusAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.event.StatusCompleteEvent;
import org.asteriskjava.manager.event.StatusEvent;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;

/// One connection to the manager interface, from sign-in to its loss. It is never mended: asterisk-java would connect
/// again by itself, but without reading what it missed, so the next connection is a new session.
///
/// Everything here but [#send] waits for the PBX and belongs on the link's thread. The library's event thread only
/// copies signals to the sink.
final class ManagerSession implements AutoCloseable {

    static {
        LibraryLogs.silence();
    }

    private static final int LEAVE_WITHIN_MILLIS = 200;

    /// The dialplan reads both.
    private static final String NUMBER_TAKEN = "KZ_NUMBER_";

    private static final String NUMBERS_TOLD = "KZ_NUMBERS";

    private final DefaultManagerConnection connection;
    private final Consumer<Signal> sink;
    private final Moments moments;
    private final Runnable onLost;
    private final long answerWithinMillis;
    private volatile boolean isOver;

    private ManagerSession(GatewaySettings settings, Consumer<Signal> sink, Moments moments, Runnable onLost) {
        ManagerAccess access = settings.access();
        this.sink = sink;
        this.moments = moments;
        this.onLost = onLost;
        this.answerWithinMillis = settings.times().answerWithin().toMillis();
        this.connection = new DefaultManagerConnection(
                access.host(), access.port(), access.user(), access.secret().reveal());
        connection.setDefaultResponseTimeout(answerWithinMillis);
        connection.setDefaultEventTimeout(answerWithinMillis);
        connection.setSocketTimeout((int) Math.min(answerWithinMillis, Integer.MAX_VALUE));
        connection.registerUserEventClass(KezhengCallEvent.class);
        connection.registerUserEventClass(KezhengStepEvent.class);
        connection.registerUserEventClass(KezhengDeviceTestEvent.class);
    }

    /// Connects and signs in.
    static ManagerSession open(GatewaySettings settings, Consumer<Signal> sink, Moments moments, Runnable onLost)
            throws IOException {
        ManagerSession session = new ManagerSession(settings, sink, moments, onLost);
        session.connection.addEventListener(session::onEvent);
        try {
            session.connection.login();
        } catch (AuthenticationFailedException e) {
            session.isOver = true;
            throw new IOException("The PBX refused the sign-in", e);
        } catch (TimeoutException | IOException | RuntimeException e) {
            // Interrupted at the sign-in, the library falls over an answer that it does not have.
            session.isOver = true;
            throw new IOException("The PBX cannot be reached", e);
        }
        return session;
    }

    boolean isLost() {
        return isOver;
    }

    /// Whether the PBX answers within that time.
    boolean isAnswering(Duration within) {
        try {
            ask(new PingAction(), within.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Reads what is live on the PBX.
    Picture picture() throws IOException {
        ManagerResponse status = ask(new CoreStatusAction(), answerWithinMillis);
        ManagerResponse settings = ask(new CoreSettingsAction(), answerWithinMillis);
        String epoch = attribute(status, "corestartupdate") + "T" + attribute(status, "corestartuptime");
        return Pictures.of(new Picture.Run(epoch, attribute(settings, "asteriskversion")), channels(), Instant.now());
    }

    /// Tells the PBX for which numbers it takes calls; it forgets that when it restarts.
    void takeCallsFor(Set<String> numbers) throws IOException {
        if (numbers.isEmpty()) {
            return;
        }
        // All are taken until all are told. A number of an earlier connection has another mark, and is taken no more.
        String mark = Long.toString(System.currentTimeMillis());
        ask(new SetVarAction(NUMBERS_TOLD, ""), answerWithinMillis);
        for (String number : numbers) {
            ask(new SetVarAction(NUMBER_TAKEN + number, mark), answerWithinMillis);
        }
        ask(new SetVarAction(NUMBERS_TOLD, mark), answerWithinMillis);
    }

    /// Sends an order; the callback comes on the library's thread, with null when the connection is lost.
    void send(ManagerAction action, SendActionCallback callback) throws IOException {
        try {
            connection.sendAction(action, callback);
        } catch (IllegalStateException e) {
            throw new IOException("The connection is lost", e);
        }
    }

    @Override
    public void close() {
        isOver = true;
        // A PBX that hangs must not hold up the next attempt.
        connection.setDefaultResponseTimeout(LEAVE_WITHIN_MILLIS);
        try {
            connection.logoff();
        } catch (IllegalStateException e) {
            // Not connected any more: there is nothing to leave.
        }
    }

    private List<StatusEvent> channels() throws IOException {
        StatusAction action = new StatusAction();
        action.setVariables(Pictures.DIALLED + "," + Pictures.STEP + "," + Pictures.TAKEN);
        ResponseEvents answer;
        try {
            answer = connection.sendEventGeneratingAction(action, answerWithinMillis);
        } catch (EventTimeoutException e) {
            throw new IOException("The PBX did not list its channels in time");
        } catch (IllegalStateException e) {
            throw new IOException("The connection is lost", e);
        }
        requireSuccess(answer.getResponse());
        List<StatusEvent> channels = new ArrayList<>();
        boolean isWhole = false;
        for (ResponseEvent event : answer.getEvents()) {
            if (event instanceof StatusEvent channel) {
                channels.add(channel);
            }
            isWhole |= event instanceof StatusCompleteEvent;
        }
        // When the connection is lost, the library hands out what it has so far as if it were all.
        if (!isWhole) {
            throw new IOException("The connection was lost while the channels were listed");
        }
        return channels;
    }

    private ManagerResponse ask(ManagerAction action, long withinMillis) throws IOException {
        try {
            ManagerResponse response = connection.sendAction(action, withinMillis);
            requireSuccess(response);
            return response;
        } catch (TimeoutException e) {
            throw new IOException("The PBX did not answer in time");
        } catch (IllegalStateException e) {
            throw new IOException("The connection is lost", e);
        }
    }

    private static void requireSuccess(@Nullable ManagerResponse response) throws IOException {
        if (response == null || "Error".equalsIgnoreCase(response.getResponse())) {
            throw new IOException("The PBX refused to answer");
        }
    }

    private static String attribute(ManagerResponse response, String name) throws IOException {
        String value = response.getAttribute(name);
        if (value == null || value.isEmpty()) {
            throw new IOException("The PBX did not say its " + name);
        }
        return value;
    }

    private void onEvent(ManagerEvent event) {
        if (isOver) {
            return;
        }
        if (event instanceof DisconnectEvent) {
            isOver = true;
            onLost.run();
        } else {
            Instant receivedAt = Instant.now();
            Optional<Signal> signal = Signals.of(event, receivedAt);
            signal.ifPresent(sink);
            moments.seen(event, signal, receivedAt);
        }
    }
}
