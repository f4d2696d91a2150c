package org.kezheng.platform.app;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.HostUnavailable;
import org.kezheng.acd.journal.SoloHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the engine the call flow's commands in order. What the host cannot take now is given again, under the
/// same id, so that nothing happens twice and nothing is lost. Used by the call flow's thread alone.
final class Submissions {
    private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);
    private static final long PAUSE_NANOS = 200_000_000;

    private final SoloHost host;
    private final BiConsumer<Submission, HostUnavailable> failed;
    private final PriorityQueue<Submission> waiting = new PriorityQueue<>(Comparator.comparingLong(Submission::order));
    private long submitted;
    private long pausedUntilNanos;
    private boolean isPaused;

    /// @param failed is told, on any thread, of a command that the host did not take; it hands it back to [#retry]
    Submissions(SoloHost host, BiConsumer<Submission, HostUnavailable> failed) {
        this.host = host;
        this.failed = failed;
    }

    /// A command under its id.
    record Submission(long order, CommandId id, Command command) {}

    void submit(Command command) {
        submitted++;
        waiting.add(new Submission(submitted, CommandId.random(), command));
        flush();
    }

    /// Gives the command again after a pause, before all that came later.
    void retry(Submission submission, HostUnavailable why) {
        switch (why.reason()) {
            case QUEUE_FULL, DISK_FAILS, NOT_STARTED -> {
                if (!isPaused) {
                    LOG.atWarn().addKeyValue("reason", why.reason()).log("The engine takes no commands for now");
                }
                isPaused = true;
                pausedUntilNanos = System.nanoTime() + PAUSE_NANOS;
                waiting.add(submission);
            }
            case CLOSED, FAILED -> LOG.atDebug().log("A command comes too late: the host has ended");
        }
    }

    /// Whether commands wait for a pause to end.
    boolean isHeldUp() {
        return isPaused;
    }

    /// Gives what waits, unless the pause goes on.
    void flush() {
        if (isPaused && System.nanoTime() - pausedUntilNanos < 0) {
            return;
        }
        isPaused = false;
        @Nullable Submission next = waiting.poll();
        while (next != null) {
            give(next);
            next = waiting.poll();
        }
    }

    private void give(Submission submission) {
        // What follows of a command comes as its record; only its failure is heard here.
        var _ = host.submit(submission.id(), submission.command()).whenComplete((receipt, failure) -> {
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            if (cause instanceof HostUnavailable unavailable) {
                failed.accept(submission, unavailable);
            }
        });
    }
}
