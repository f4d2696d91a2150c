package org.kezheng.platform.rounds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/// Work that is done again and again while the platform runs, on a thread of its own, one piece after the other. A
/// round that fails is said in the log, at first and then now and again, and the next one comes in its time.
/// Configured before the start.
public final class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration END = Duration.ofSeconds(5);
    private static final Duration CUT_OFF = Duration.ofSeconds(1);
    private static final Duration SAID_AGAIN = Duration.ofMinutes(10);

    private final String name;
    private final int phase;
    private final ScheduledExecutorService timer;
    private final List<Work> works = new ArrayList<>();
    /// Works whose last round failed, and when that is said again. Of the timer's thread.
    private final Map<Work, Long> failed = new HashMap<>();
    private Runnable beginning = () -> {};
    private Runnable ending = () -> {};
    private volatile boolean isRunning;

    private Rounds(String name, int phase) {
        this.name = name;
        this.phase = phase;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("kezheng-" + name).daemon().factory());
    }

    /// Rounds that begin once the platform serves, and end before it stops to.
    ///
    /// @param name of the thread and in the log
    public static Rounds whileServed(String name) {
        return new Rounds(name, DEFAULT_PHASE);
    }

    /// Rounds that begin and end in a phase of the platform's life.
    public static Rounds inPhase(String name, int phase) {
        return new Rounds(name, phase);
    }

    /// Does that so long after the start, and so long after each end of it.
    public Rounds each(Duration time, Runnable work) {
        return each(time, time, work);
    }

    /// Does that for the first time so long after the start, and then so long after each end of it.
    public Rounds each(Duration first, Duration then, Runnable work) {
        works.add(new Work(first, then, work));
        return this;
    }

    /// Does that so long after the start and after each end of it, and at once again while it says that there is more.
    public Rounds eachUntilDone(Duration time, BooleanSupplier work) {
        return each(time, () -> {
            boolean isMore = true;
            while (isRunning && isMore) {
                isMore = work.getAsBoolean();
            }
        });
    }

    /// Does that before the first round, on the thread that starts the platform.
    public Rounds beginningWith(Runnable work) {
        beginning = work;
        return this;
    }

    /// Does that after the last round, on the thread that stops the platform.
    public Rounds endingWith(Runnable work) {
        ending = work;
        return this;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    @Override
    public void start() {
        isRunning = true;
        beginning.run();
        for (Work work : works) {
            var _ = timer.scheduleWithFixedDelay(
                    () -> round(work), work.first().toMillis(), work.then().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void round(Work work) {
        try {
            work.task().run();
            failed.remove(work);
        } catch (RuntimeException failure) {
            // What is away stays away for many rounds.
            long now = System.nanoTime();
            boolean isDue = now - failed.getOrDefault(work, now) >= 0;
            if (isDue) {
                failed.put(work, now + SAID_AGAIN.toNanos());
            }
            LOG.atLevel(isDue ? Level.WARN : Level.DEBUG)
                    .setCause(failure)
                    .addKeyValue("work", name)
                    .log("A round of work failed; the next ones are tried");
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                timer.shutdownNow();
                boolean isOver = timer.awaitTermination(CUT_OFF.toMillis(), TimeUnit.MILLISECONDS);
                LOG.atWarn()
                        .addKeyValue("work", name)
                        .addKeyValue("over", isOver)
                        .log("A round of work was cut off");
            }
        } catch (InterruptedException interrupted) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        } finally {
            ending.run();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private record Work(Duration first, Duration then, Runnable task) {}
}
