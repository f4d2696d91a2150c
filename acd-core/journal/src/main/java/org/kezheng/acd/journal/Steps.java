package org.kezheng.acd.journal;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.PendingEffect;

/// The boundary between who puts commands in an order and what they do then. Behind it stand engine, journal, receipts
/// and snapshots, without a clock or a thread that decides: the same commands with the same ids at the same instants
/// give the same bytes in the journal, however they are cut into commits. In front of it stands a host: [SoloHost] with
/// its queue and clock, or one whose commands a cluster has ordered and replicated.
///
/// Ticks and jumps of the clock are commands like others, under [CommandId#OF_HOST]; the host makes them, a tick when
/// [#nextDeadlineMicros()] is due. Everything is called on one thread at a time.
public interface Steps extends AutoCloseable {
    /// Opens a journal: locks it, cuts a torn tail, and brings the engine to its end. Of the settings, clock and queue
    /// are left to the host.
    ///
    /// @throws JournalException when the journal is damaged, locked, too new, or decided by an incompatible engine
    static Steps open(HostSettings settings) {
        return JournaledSteps.open(settings, new DiskStore(settings.durability()));
    }

    /// Applies the next command of the order. Nobody may be told before [#commit()] has returned.
    ///
    /// @param nowMicros its instant; one before the last counts as the last
    Step apply(CommandId id, Command command, long nowMicros);

    /// Makes durable what was applied. After a failure it is to be called again, before anything else is applied.
    void commit() throws IOException;

    /// The last record, durable or not; 0 while the journal is empty.
    long position();

    /// The instant of the last record; 0 while the journal is empty.
    long lastMicros();

    /// When the next tick has something to do; `Long.MAX_VALUE`: never, as things stand.
    long nextDeadlineMicros();

    /// The effects that are not settled yet, oldest first.
    List<PendingEffect> pendingEffects();

    /// How the engine came to the journal's end at the opening.
    Recovery recovery();

    /// Registers a consumer of what becomes of snapshots; called on a thread of theirs.
    void onSnapshot(Consumer<SnapshotOutcome> consumer);

    /// Gives the journal free. What was not committed is lost.
    @Override
    void close() throws IOException;
}
