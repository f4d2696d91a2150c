package org.kezheng.acd.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;

/// The one door to the engine: a bounded queue, which is open or is shut for a reason.
final class Intake {
    private final BlockingQueue<Submission> queue;
    /// Why no command is taken; null: commands are taken.
    private final AtomicReference<HostUnavailable.@Nullable Reason> shut =
            new AtomicReference<>(HostUnavailable.Reason.NOT_STARTED);

    private volatile boolean isEnded;

    Intake(int capacity) {
        queue = new ArrayBlockingQueue<>(capacity);
    }

    BlockingQueue<Submission> queue() {
        return queue;
    }

    void open() {
        shut.set(null);
    }

    CompletableFuture<Receipt> submit(CommandId id, Command command) {
        Submission submission = new Submission(id, command, new CompletableFuture<>());
        HostUnavailable.Reason reason = shut.get();
        if (reason != null) {
            submission.fail(reason);
        } else if (!queue.offer(submission)) {
            submission.fail(HostUnavailable.Reason.QUEUE_FULL);
        } else {
            failWhenEnded();
        }
        return submission.receipt();
    }

    /// Shuts the door behind the commands already taken.
    void close() throws InterruptedException {
        shut.set(HostUnavailable.Reason.CLOSED);
        queue.put(Submission.CLOSE);
    }

    /// The disk fails: those who wait are told, and nobody else is taken. Returns the batch without them.
    List<Publication> refuseForDisk(List<Publication> batch) {
        shut.compareAndSet(null, HostUnavailable.Reason.DISK_FAILS);
        List<Publication> untold = new ArrayList<>();
        for (Publication publication : batch) {
            if (publication.waiting() != null) {
                publication.waiting().completeExceptionally(new HostUnavailable(HostUnavailable.Reason.DISK_FAILS));
            }
            untold.add(new Publication(publication.record(), null, publication.receipt()));
        }
        return untold;
    }

    /// The disk works (again).
    void acceptAgain() {
        shut.compareAndSet(HostUnavailable.Reason.DISK_FAILS, null);
    }

    /// Nothing is taken from the queue any more.
    void end(HostUnavailable.Reason reason) {
        shut.set(reason);
        isEnded = true;
        failWhenEnded();
    }

    /// Whoever slipped in while the door was being shut is told as well.
    private void failWhenEnded() {
        if (isEnded) {
            HostUnavailable.Reason reason = shut.get();
            for (Submission late = queue.poll(); late != null; late = queue.poll()) {
                late.fail(reason == null ? HostUnavailable.Reason.CLOSED : reason);
            }
        }
    }
}
