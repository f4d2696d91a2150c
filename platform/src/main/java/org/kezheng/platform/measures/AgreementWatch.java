package org.kezheng.platform.measures;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kezheng.evidence.measures.Agreement;
import org.springframework.context.SmartLifecycle;

/// Has the figures compared all the time, on a thread of its own.
final class AgreementWatch implements SmartLifecycle {
    private static final long PERIOD_SECONDS = 5;
    private static final long FIRST_SECONDS = 1;
    /// After the journal's followers have started.
    private static final int PHASE = 10;

    private static final long CLOSE_SECONDS = 10;

    private final Agreement agreement;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-agreement").daemon().factory());
    private volatile boolean isRunning;

    AgreementWatch(Agreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        isRunning = true;
        var _ = timer.scheduleWithFixedDelay(agreement::check, FIRST_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        isRunning = false;
        timer.shutdownNow();
        try {
            var _ = timer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
