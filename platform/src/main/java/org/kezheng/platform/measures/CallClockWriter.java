package org.kezheng.platform.measures;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/// Has timings of calls stored each second, and once more at the end.
final class CallClockWriter implements SmartLifecycle {
    private static final long PERIOD_MILLIS = 1_000;
    private static final long CLOSE_SECONDS = 5;
    /// Ends before the database's connections do, and after the engine's last record: both belong to phase 0.
    private static final int PHASE = -10;

    private final CallClock calls;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-timings").daemon().factory());
    private volatile boolean isRunning;

    CallClockWriter(CallClock calls) {
        this.calls = calls;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        isRunning = true;
        var _ = timer.scheduleWithFixedDelay(calls::store, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        isRunning = false;
        timer.shutdown();
        try {
            if (timer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                calls.store();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
