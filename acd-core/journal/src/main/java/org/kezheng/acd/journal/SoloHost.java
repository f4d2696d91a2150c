package org.kezheng.acd.journal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.PendingEffect;

/// Runs one engine alone: one thread applies commands, writes them to the journal in batches and, once they are
/// durable, hands them to a second thread that publishes them in order. It waits without polling, so an idle host
/// burns no CPU.
///
/// While the disk is full or fails, commands fail at once with [HostUnavailable.Reason#DISK_FAILS]. What was
/// applied before that is kept and written as soon as the disk takes it; then commands are taken again.
public final class SoloHost implements AutoCloseable {
    private final HostSettings settings;
    private final Steps steps;
    private final Publisher publisher;
    private final Intake intake;
    private final CompletableFuture<Void> termination = new CompletableFuture<>();
    private volatile long lastPosition;
    private boolean isStarted;
    private boolean isClosed;

    private SoloHost(HostSettings settings, Steps steps) {
        this.settings = settings;
        this.steps = steps;
        publisher = new Publisher(steps.pendingEffects());
        intake = new Intake(settings.queueCapacity());
        lastPosition = steps.position();
    }

    /// Opens a journal, cuts a torn tail, and brings an engine to the journal's end: from the newest snapshot that is
    /// sound, by replay of the records behind it.
    ///
    /// @throws JournalException when the journal is damaged, locked, too new, or decided by an incompatible
    ///     engine
    public static SoloHost open(HostSettings settings) {
        return new SoloHost(settings, Steps.open(settings));
    }

    static SoloHost open(HostSettings settings, SegmentStore store) {
        return new SoloHost(settings, JournaledSteps.open(settings, store));
    }

    /// How this host came to the journal's end, and which snapshots were no use to it.
    public Recovery recovery() {
        return steps.recovery();
    }

    /// Registers a consumer of what becomes of snapshots: called on a thread of theirs. To be called before [#start()].
    public void onSnapshot(Consumer<SnapshotOutcome> consumer) {
        requireNotStarted();
        steps.onSnapshot(consumer);
    }

    /// Registers a consumer of records: called in order on the publishing thread, after durability, with each
    /// record written from now on. To be called before [#start()]; what was written before is read with
    /// [#reader()]. A slow consumer holds up the others and in the end the engine.
    public void onDurable(Consumer<JournalRecord> consumer) {
        requireNotStarted();
        publisher.addRecordConsumer(consumer);
    }

    /// Registers a consumer of effects: called on the publishing thread with the effects that are pending at the
    /// start and with each one requested later, once it is durable. To be called before [#start()].
    public void onEffect(Consumer<PendingEffect> consumer) {
        requireNotStarted();
        publisher.addEffectConsumer(consumer);
    }

    /// Begins to take commands.
    public synchronized void start() {
        requireNotStarted();
        isStarted = true;
        HostClock clock = new HostClock(settings.timeSource(), steps.lastMicros());
        EngineLoop loop = new EngineLoop(steps, clock, publisher, intake, position -> lastPosition = position);
        intake.open();
        Thread publishing =
                Thread.ofPlatform().daemon().name("kezheng-publishing").start(publisher);
        Thread.ofPlatform().daemon().name("kezheng-engine").start(() -> run(loop, publishing));
    }

    /// Never blocks. The future completes on the publishing thread when the command is durable and its record has
    /// been handed to the consumers, or fails with [HostUnavailable]. A command whose id is remembered is not
    /// applied again: it gives the first receipt.
    public CompletableFuture<Receipt> submit(CommandId id, Command command) {
        if (id.equals(CommandId.OF_HOST)) {
            throw new IllegalArgumentException("This command id is the host's own");
        }
        return intake.submit(id, command);
    }

    /// The effects not settled as far as records have been published, oldest first.
    public List<PendingEffect> pendingEffects() {
        return publisher.pendingEffects();
    }

    /// The last durable position; 0 while the journal is empty.
    public long lastPosition() {
        return lastPosition;
    }

    /// Reads this host's journal up to what is durable at the time of each reading.
    public JournalReader reader() {
        return new JournalReader(settings.directory(), this::lastPosition);
    }

    /// Completes when the host has closed; fails when it stopped by itself.
    public CompletableFuture<Void> termination() {
        return termination.copy();
    }

    /// Takes no further command, finishes those already taken, and gives the journal free. While the disk fails,
    /// what was not durable is lost; nobody was told that it was done. Not to be called by a consumer.
    @Override
    public void close() {
        if (!beginClose()) {
            return;
        }
        try {
            if (isStarted) {
                intake.close();
                termination.exceptionally(failure -> null).join();
            } else {
                steps.close();
            }
        } catch (IOException e) {
            throw new JournalException.Unreadable(settings.directory(), e);
        } catch (InterruptedException | CompletionException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean beginClose() {
        boolean isFirst = !isClosed;
        isClosed = true;
        return isFirst;
    }

    private synchronized void requireNotStarted() {
        if (isStarted || isClosed) {
            throw new IllegalStateException("The host has been started");
        }
    }

    /// Whatever goes wrong in the engine, its state is not to be trusted any more; the journal is.
    private void run(EngineLoop loop, Thread publishing) {
        HostUnavailable.Reason reason = HostUnavailable.Reason.CLOSED;
        Throwable failure = null;
        try {
            loop.run();
        } catch (InterruptedException | RuntimeException | Error e) {
            reason = HostUnavailable.Reason.FAILED;
            failure = e;
        }
        loop.failAll(reason);
        intake.end(reason);
        try {
            publisher.end();
            publishing.join();
            steps.close();
        } catch (IOException | InterruptedException e) {
            failure = failure == null ? e : failure;
        }
        terminate(failure);
    }

    private void terminate(@Nullable Throwable failure) {
        if (failure == null) {
            termination.complete(null);
        } else {
            termination.completeExceptionally(failure);
        }
    }
}
