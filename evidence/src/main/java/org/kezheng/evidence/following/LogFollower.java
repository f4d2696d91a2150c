package org.kezheng.evidence.following;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a catch-up each time its log has grown, on a thread of its own, and again with growing pauses (0.1 to 5 s) when
/// it failed. Between the two it sleeps.
public final class LogFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final long LONGEST_CLOSE_MILLIS = 10_000;

    private final String name;
    private final Runnable catchUp;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private boolean isWorkWaiting = true;
    private volatile boolean isClosed;
    private @Nullable Thread thread;

    /// @param name of the projection, for the log and the thread
    /// @param catchUp takes all that the log holds; throws when it cannot, and is then called again
    public LogFollower(String name, Runnable catchUp) {
        this.name = name;
        this.catchUp = catchUp;
    }

    /// Starts following, beginning with what the log holds already.
    public void start() {
        thread = Thread.ofPlatform().name("kezheng-" + name).daemon().start(this::follow);
    }

    /// Tells that the log has grown. Never blocks for long.
    public void logHasGrown() {
        lock.lock();
        try {
            isWorkWaiting = true;
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Whether the follower is on its way out; a long catch-up ends early then.
    public boolean isClosed() {
        return isClosed;
    }

    /// Ends the thread after the transaction that it is in, or gives it up after 10 s.
    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        Thread running = thread;
        if (running != null) {
            try {
                running.join(LONGEST_CLOSE_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void follow() {
        long pause = 0;
        while (awaitWork(pause)) {
            try {
                catchUp.run();
                if (pause > 0) {
                    LOG.info("Projection {} goes on", name);
                }
                pause = 0;
            } catch (RuntimeException failure) {
                if (pause == 0) {
                    LOG.warn("Projection {} pauses", name, failure);
                }
                pause = Math.clamp(pause * 2, FIRST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    /// Waits out the pause after a failure, or, without one, for work; false when closed.
    private boolean awaitWork(long pauseMillis) {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
            while (!isClosed && nanos > 0) {
                nanos = work.awaitNanos(nanos);
            }
            while (!isClosed && pauseMillis == 0 && !isWorkWaiting) {
                work.await();
            }
            isWorkWaiting = false;
            return !isClosed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
