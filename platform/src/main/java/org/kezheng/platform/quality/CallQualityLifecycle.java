package org.kezheng.platform.quality;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.kezheng.telephony.LineReports;
import org.springframework.context.SmartLifecycle;

/// Listens to the PBX's reports on lines, has what they say stored each second, and once more at the end.
final class CallQualityLifecycle implements SmartLifecycle {
    private static final long PERIOD_MILLIS = 1_000;
    private static final long CLOSE_SECONDS = 5;
    /// Begins after the engine's state is there, and ends before the database's connections do.
    private static final int PHASE = 1;

    private final LineReports reports;
    private final CallQuality quality;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-line-quality").daemon().factory());
    private volatile boolean isRunning;

    CallQualityLifecycle(LineReports reports, CallQuality quality) {
        this.reports = reports;
        this.quality = quality;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public void start() {
        isRunning = true;
        reports.start();
        var _ = timer.scheduleWithFixedDelay(quality::store, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        isRunning = false;
        reports.close();
        timer.shutdown();
        try {
            if (timer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                quality.store();
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
