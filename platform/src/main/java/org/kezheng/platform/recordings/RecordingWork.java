package org.kezheng.platform.recordings;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Runs the collecting, which must never wait for the database, the listing, which does, and the ends of pauses, which
/// wait for the PBX, apart from each other.
final class RecordingWork implements SmartLifecycle {
    private static final long COLLECT_MILLIS = 300;
    private static final long PAUSE_MILLIS = 500;
    private static final long LIST_MILLIS = 500;
    private static final long LOOK_MILLIS = 15_000;
    private static final long END_SECONDS = 8;

    private final @Nullable SpoolCollector collector;
    private final RecordingList list;
    private final MissingRecordings missing;
    private final Pauses pauses;
    private final ScheduledExecutorService collecting = timer("kezheng-recordings");
    private final ScheduledExecutorService pausing = timer("kezheng-recording-pauses");
    private final ScheduledExecutorService listing = timer("kezheng-recording-list");
    private volatile boolean isRunning;

    /// @param collector without one nothing is collected
    RecordingWork(@Nullable SpoolCollector collector, RecordingList list, MissingRecordings missing, Pauses pauses) {
        this.collector = collector;
        this.list = list;
        this.missing = missing;
        this.pauses = pauses;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        isRunning = true;
        if (collector != null) {
            var _ = collecting.scheduleWithFixedDelay(collector::collect, 0, COLLECT_MILLIS, TimeUnit.MILLISECONDS);
        }
        var _ = pausing.scheduleWithFixedDelay(pauses::tend, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        var _ = listing.scheduleWithFixedDelay(list::complete, 0, LIST_MILLIS, TimeUnit.MILLISECONDS);
        var _ = listing.scheduleWithFixedDelay(missing::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// What is over at the end is still stored and listed.
    @Override
    public void stop() {
        isRunning = false;
        pausing.shutdownNow();
        if (collector != null) {
            collecting.execute(collector::collect);
        }
        end(collecting);
        listing.execute(list::complete);
        end(listing);
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private static void end(ScheduledExecutorService timer) {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
