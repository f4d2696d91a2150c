package org.kezheng.acd.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;

/// The engine's one thread: takes what is there, applies it, makes it durable as one batch, hands it on to be
/// told. It sleeps until a command comes or the engine's next deadline is due, and wakes for nothing else.
final class EngineLoop {
    /// Commands in one batch, so that the first of them does not wait long for the last.
    private static final int MAX_BATCH = 1_024;
    /// While the disk fails: how long until the next try.
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Steps steps;
    private final HostClock clock;
    private final Publisher publisher;
    private final Intake intake;
    private final BlockingQueue<Submission> queue;
    private final LongConsumer durablePosition;
    private List<Publication> batch = new ArrayList<>();
    private boolean isClosing;

    EngineLoop(Steps steps, HostClock clock, Publisher publisher, Intake intake, LongConsumer durablePosition) {
        this.steps = steps;
        this.clock = clock;
        this.publisher = publisher;
        this.intake = intake;
        queue = intake.queue();
        this.durablePosition = durablePosition;
    }

    /// Runs until it is closed.
    void run() throws InterruptedException {
        clock.jumpAtOpen().ifPresent(this::applyOwn);
        while (!isClosing) {
            Submission first = batch.isEmpty() ? await() : null;
            clock.jump().ifPresent(this::applyOwn);
            if (steps.nextDeadlineMicros() <= clock.now()) {
                applyOwn(new Command.Tick());
            }
            for (Submission next = first; next != null; next = batch.size() < MAX_BATCH ? queue.poll() : null) {
                apply(next);
            }
            commit();
        }
    }

    /// Waits for a command; null when the engine's deadline came first.
    private @Nullable Submission await() throws InterruptedException {
        long deadline = steps.nextDeadlineMicros();
        if (deadline == Long.MAX_VALUE) {
            return queue.take();
        }
        long nanos = clock.nanosUntil(deadline);
        return nanos <= 0 ? queue.poll() : queue.poll(nanos, TimeUnit.NANOSECONDS);
    }

    private void apply(Submission submission) {
        if (submission.isClose()) {
            isClosing = true;
            return;
        }
        apply(submission.id(), submission.command(), submission.receipt());
    }

    private void applyOwn(Command command) {
        apply(CommandId.OF_HOST, command, null);
    }

    private void apply(CommandId id, Command command, @Nullable CompletableFuture<Receipt> waiting) {
        switch (steps.apply(id, command, clock.now())) {
            case Step.Applied(var record, var receipt) -> batch.add(new Publication(record, waiting, receipt));
            case Step.Repeated(var receipt) -> batch.add(new Publication(null, waiting, receipt));
        }
    }

    private void commit() throws InterruptedException {
        while (!tryCommit()) {
            batch = intake.refuseForDisk(batch);
            Submission closing = queue.poll(RETRY_NANOS, TimeUnit.NANOSECONDS);
            if (closing != null && closing.isClose()) {
                isClosing = true;
                return;
            }
            if (closing != null) {
                closing.fail(HostUnavailable.Reason.DISK_FAILS);
            }
        }
        intake.acceptAgain();
        durablePosition.accept(steps.position());
        if (!batch.isEmpty()) {
            publisher.publish(batch);
            batch = new ArrayList<>();
        }
    }

    private boolean tryCommit() {
        try {
            steps.commit();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// After a failure or the end: nobody is left waiting.
    void failAll(HostUnavailable.Reason reason) {
        for (Publication publication : batch) {
            if (publication.waiting() != null) {
                publication.waiting().completeExceptionally(new HostUnavailable(reason));
            }
        }
    }
}
