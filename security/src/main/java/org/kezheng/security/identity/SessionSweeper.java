package org.kezheng.security.identity;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sweeps the sessions every few seconds, and once more at the end so that nothing stays unwritten.
final class SessionSweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSweeper.class);
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Sessions sessions;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("session-sweeper").daemon().factory());
    private final ScheduledFuture<?> sweeping;

    SessionSweeper(Sessions sessions) {
        this.sessions = sessions;
        this.sweeping =
                thread.scheduleWithFixedDelay(this::sweep, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            sessions.sweep();
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("The sweep of sessions failed and will be tried again");
        }
    }

    @Override
    public void close() {
        sweeping.cancel(false);
        thread.close();
        sweep();
    }
}
