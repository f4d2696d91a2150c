package org.kezheng.acd.journal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Engine;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.PendingEffect;

/// Steps of one engine, into one journal.
final class JournaledSteps implements Steps {
    private final HostLock lock;
    private final Recovery recovery;
    private final Engine engine;
    private final Receipts receipts;
    private final JournalWriter writer;
    private final SnapshotKeeper snapshots;
    private long lastMicros;

    private JournaledSteps(HostLock lock, Recovered recovered, JournalWriter writer, SnapshotKeeper snapshots) {
        this.lock = lock;
        this.writer = writer;
        this.snapshots = snapshots;
        recovery = recovered.report();
        engine = recovered.engine();
        receipts = recovered.receipts();
        lastMicros = recovered.lastMicros();
    }

    static JournaledSteps open(HostSettings settings, SegmentStore store) {
        try {
            Files.createDirectories(settings.directory());
            HostLock lock = HostLock.take(settings.directory());
            try {
                Recovered recovered = Recovered.from(settings);
                JournalWriter writer = new JournalWriter(settings, store, recovered.end());
                SnapshotKeeper snapshots =
                        new SnapshotKeeper(settings, store, recovered.report().faults());
                return new JournaledSteps(lock, recovered, writer, snapshots);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException.Unreadable(settings.directory(), e);
        }
    }

    @Override
    public Step apply(CommandId id, Command command, long nowMicros) {
        Receipt known = receipts.find(id);
        if (known != null) {
            return new Step.Repeated(known);
        }
        lastMicros = Math.max(lastMicros, nowMicros);
        long configurationVersion = engine.configurationVersion();
        List<Event> events = new ArrayList<>();
        engine.apply(command, lastMicros, events::add);
        writer.put(RecordCodec.write(lastMicros, id, command, events), lastMicros, configurationVersion);
        Receipt receipt = new Receipt(writer.position(), lastMicros, events);
        receipts.remember(id, receipt);
        if (snapshots.isDue(writer.position())) {
            JournalPlace place = new JournalPlace(writer.position(), writer.chain(), lastMicros);
            snapshots.take(Snapshot.take(place, engine, writer.build(), receipts.list()));
        }
        return new Step.Applied(
                new JournalRecord(writer.position(), lastMicros, id, command, receipt.events()), receipt);
    }

    @Override
    public void commit() throws IOException {
        writer.commit();
        snapshots.recordsAreDurable();
    }

    @Override
    public long position() {
        return writer.position();
    }

    @Override
    public long lastMicros() {
        return lastMicros;
    }

    @Override
    public long nextDeadlineMicros() {
        return engine.nextDeadlineMicros();
    }

    @Override
    public List<PendingEffect> pendingEffects() {
        return engine.pendingEffects();
    }

    @Override
    public Recovery recovery() {
        return recovery;
    }

    @Override
    public void onSnapshot(Consumer<SnapshotOutcome> consumer) {
        snapshots.addConsumer(consumer);
    }

    @Override
    public void close() throws IOException {
        try (lock;
                writer) {
            snapshots.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a snapshot was being written");
        }
    }

    /// Of the engine's state, for tests.
    long digest() {
        return engine.digest();
    }
}
