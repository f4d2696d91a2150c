package org.kezheng.platform.trunks;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/// Vouches every few seconds that the trunks are used as before, so that of a platform that was killed it is
/// known
/// until when.
final class TrunkBeat implements SmartLifecycle {
    private static final long SECONDS = 10;

    private final TrunkMeter meter;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-trunks").daemon().factory());
    private volatile boolean isRunning;

    TrunkBeat(TrunkMeter meter) {
        this.meter = meter;
    }

    /// Ends after the call flow has.
    @Override
    public int getPhase() {
        return -1;
    }

    @Override
    public void start() {
        isRunning = true;
        var _ = timer.scheduleWithFixedDelay(meter::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        isRunning = false;
        timer.shutdownNow();
        meter.end();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
