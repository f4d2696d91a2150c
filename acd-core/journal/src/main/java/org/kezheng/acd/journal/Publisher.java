package org.kezheng.acd.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.EffectId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.PendingEffect;

/// Tells what is durable, in order, on a thread of its own. A consumer that fails is reported to the thread's
/// handler of uncaught exceptions, and the others are told all the same.
final class Publisher implements Runnable {
    /// Batches that may wait to be told; beyond them the engine waits.
    private static final int MAX_BATCHES = 1_024;

    private final BlockingQueue<List<Publication>> batches = new ArrayBlockingQueue<>(MAX_BATCHES);
    private final List<Consumer<JournalRecord>> recordConsumers = new ArrayList<>();
    private final List<Consumer<PendingEffect>> effectConsumers = new ArrayList<>();
    private final Map<EffectId, Effect> pending = new LinkedHashMap<>();

    Publisher(List<PendingEffect> pendingAtStart) {
        pendingAtStart.forEach(effect -> pending.put(effect.id(), effect.effect()));
    }

    void addRecordConsumer(Consumer<JournalRecord> consumer) {
        recordConsumers.add(consumer);
    }

    void addEffectConsumer(Consumer<PendingEffect> consumer) {
        effectConsumers.add(consumer);
    }

    void publish(List<Publication> batch) throws InterruptedException {
        batches.put(batch);
    }

    /// Ends it, once all before is told.
    void end() throws InterruptedException {
        batches.put(List.of());
    }

    List<PendingEffect> pendingEffects() {
        synchronized (pending) {
            return pending.entrySet().stream()
                    .map(entry -> new PendingEffect(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    @Override
    public void run() {
        pendingEffects().forEach(effect -> effectConsumers.forEach(consumer -> tell(consumer, effect)));
        try {
            for (List<Publication> batch = batches.take(); !batch.isEmpty(); batch = batches.take()) {
                batch.forEach(this::tell);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Publication publication) {
        JournalRecord journaled = publication.record();
        if (journaled != null) {
            keepPending(journaled.events());
            recordConsumers.forEach(consumer -> tell(consumer, journaled));
            for (Event event : journaled.events()) {
                if (event instanceof Event.EffectRequested(var id, var effect)) {
                    PendingEffect requested = new PendingEffect(id, effect);
                    effectConsumers.forEach(consumer -> tell(consumer, requested));
                }
            }
        }
        if (publication.waiting() != null) {
            publication.waiting().complete(publication.receipt());
        }
    }

    private void keepPending(List<Event> events) {
        synchronized (pending) {
            for (Event event : events) {
                if (event instanceof Event.EffectRequested(var id, var effect)) {
                    pending.put(id, effect);
                } else if (event instanceof Event.EffectSettled(var id)) {
                    pending.remove(id);
                }
            }
        }
    }

    private static <T> void tell(Consumer<T> consumer, T value) {
        try {
            consumer.accept(value);
        } catch (RuntimeException | Error e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
