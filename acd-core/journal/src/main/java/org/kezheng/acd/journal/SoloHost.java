package org.kezheng.acd.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.PendingEffect;

/// Runs one engine alone: one thread applies commands, writes them to the journal in batches and, once they are
/// durable, hands them to a second thread that publishes them in order. It waits without polling, so an idle host
/// burns no CPU.
public final class SoloHost implements AutoCloseable {
    private SoloHost() {}

    /// Opens a journal, cuts a torn tail, and brings an engine to the journal's end by replay.
    ///
    /// @throws JournalException when the journal is damaged, locked, too new, or decided by an incompatible
    ///     engine
    public static SoloHost open(HostSettings settings) {
        return new SoloHost();
    }

    /// Registers a consumer of records: called in order on the publishing thread, after durability, with each
    /// record written from now on. To be called before [#start()]; what was written before is read with
    /// [#reader()].
    public void onDurable(Consumer<JournalRecord> consumer) {}

    /// Registers a consumer of effects: called on the publishing thread with the effects that are pending at the
    /// start and with each one requested later, once it is durable. To be called before [#start()].
    public void onEffect(Consumer<PendingEffect> consumer) {}

    /// Begins to take commands.
    public void start() {}

    /// Never blocks. The future completes on the publishing thread when the command is durable and its record has
    /// been handed to the consumers, or fails with [HostUnavailable]. A command whose id is remembered is not
    /// applied again: it gives the first receipt.
    public CompletableFuture<Receipt> submit(CommandId id, Command command) {
        return CompletableFuture.failedFuture(new HostUnavailable(HostUnavailable.Reason.NOT_STARTED));
    }

    /// The effects not settled at the end of the durable journal, oldest first.
    public List<PendingEffect> pendingEffects() {
        return List.of();
    }

    /// The last durable position; 0 while the journal is empty.
    public long lastPosition() {
        return 0;
    }

    /// Reads this host's journal up to what is durable at the time of each reading.
    public JournalReader reader() {
        return JournalReader.open(java.nio.file.Path.of("."));
    }

    /// Completes when the host has closed; fails when it stopped by itself.
    public CompletableFuture<Void> termination() {
        return CompletableFuture.failedFuture(new HostUnavailable(HostUnavailable.Reason.NOT_STARTED));
    }

    /// Takes no further command, finishes those already taken, and gives the journal free.
    @Override
    public void close() {}
}
