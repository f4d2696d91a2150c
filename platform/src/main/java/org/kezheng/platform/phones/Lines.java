package org.kezheng.platform.phones;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.kezheng.security.access.SessionId;
import org.kezheng.security.keys.PlatformSecrets;
import org.kezheng.security.secret.SecretString;
import org.kezheng.telephony.PbxUnreachableException;
import org.kezheng.telephony.SecretText;
import org.kezheng.telephony.SoftphoneLine;
import org.kezheng.telephony.SoftphoneLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the softphone lines on the PBX equal to the sign-ins that have one. One thread speaks to the PBX, so that
/// issuing and revoking a line never cross.
final class Lines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    private static final String PREFIX = "kz-";
    private static final long RETRY_MILLIS = 1_000;
    /// How long a request waits for the PBX; what is not done by then is done behind its back.
    private static final long PATIENCE_MILLIS = 2_000;

    private final SoftphoneLines pbx;
    private final PlatformSecrets secrets;
    private final Supplier<Set<SessionId>> wanted;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-lines").daemon().factory());

    /// @param wanted the sign-ins that have a line now
    Lines(SoftphoneLines pbx, PlatformSecrets secrets, Supplier<Set<SessionId>> wanted) {
        this.pbx = pbx;
        this.secrets = secrets;
        this.wanted = wanted;
    }

    static String endpoint(SessionId session) {
        return PREFIX + session;
    }

    SecretString password(SessionId session) {
        return secrets.softphonePassword(session.toString());
    }

    /// Issues the line, and waits for it for a moment.
    void issue(SessionId session) {
        await(thread.submit(() -> tryTo(() -> issueNow(session))));
    }

    /// Takes the line away, and waits for that for a moment.
    void revoke(SessionId session) {
        await(thread.submit(() -> tryTo(() -> pbx.revoke(endpoint(session)))));
    }

    /// Compares all lines with the wanted ones and mends the difference; tries again until the PBX answers.
    void mend() {
        thread.execute(this::mendNow);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void mendNow() {
        if (!tryTo(this::compare)) {
            var _ = thread.schedule(this::mendNow, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void compare() throws PbxUnreachableException {
        Set<String> known = pbx.known();
        Set<String> expected = new HashSet<>();
        for (SessionId session : List.copyOf(wanted.get())) {
            expected.add(endpoint(session));
            if (!known.contains(endpoint(session))) {
                issueNow(session);
            }
        }
        for (String endpoint : known) {
            if (!expected.contains(endpoint)) {
                pbx.revoke(endpoint);
            }
        }
    }

    private void issueNow(SessionId session) throws PbxUnreachableException {
        if (wanted.get().contains(session)) {
            pbx.issue(new SoftphoneLine(
                    endpoint(session), new SecretText(password(session).reveal())));
        }
    }

    private boolean tryTo(Order order) {
        try {
            order.give();
            return true;
        } catch (PbxUnreachableException unreachable) {
            LOG.atWarn().log("Softphone lines are mended when the PBX answers again");
            return false;
        }
    }

    private static void await(Future<?> done) {
        try {
            done.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException later) {
            LOG.atDebug().log("The PBX takes its time with a softphone line");
        }
    }

    @FunctionalInterface
    private interface Order {
        void give() throws PbxUnreachableException;
    }
}
