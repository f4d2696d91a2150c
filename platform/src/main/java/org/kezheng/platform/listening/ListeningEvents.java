package org.kezheng.platform.listening;

import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.ContactKind;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries what others tell to the listenings, in order, on a thread of its own: those who tell are threads on which
/// calls depend, and the ledger may take its time.
public final class ListeningEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ListeningEvents.class);

    private static final long CLOSE_SECONDS = 5;

    private final Listenings listenings;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("kezheng-listening").daemon().factory());
    /// Orders wait for signs, so what makes orders has a thread of its own.
    private final ExecutorService orders = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("kezheng-listening-orders").daemon().factory());

    ListeningEvents(Listenings listenings) {
        this.listenings = listenings;
    }

    /// Takes a durable record.
    public void recorded(JournalRecord record) {
        for (Event event : record.events()) {
            switch (event) {
                case Event.ContactEnded(var contact, var outcome) -> over(contact);
                case Event.ContactTransferred transferred -> over(transferred.contact());
                case Event.ContactHeld(var contact) -> moved(contact);
                case Event.ContactResumed(var contact) -> moved(contact);
                case Event.ContactQueued queued
                when queued.kind() == ContactKind.INTERNAL
                        && record.command() instanceof Command.CallAgent
                        && queued.precursor() != 0 -> moved(new ContactId(queued.precursor()));
                default -> {}
            }
        }
    }

    /// The listener's telephone is answered.
    public void answered(long listening) {
        run(orders, () -> listenings.answered(listening));
    }

    public void modeIs(long listening, ListenerMode mode) {
        run(thread, () -> listenings.modeIs(listening, mode));
    }

    public void gone(long listening) {
        run(thread, () -> listenings.gone(listening));
    }

    /// All legs that are on the PBX.
    public void present(Set<Long> listening) {
        run(orders, () -> listenings.present(listening));
    }

    private void over(ContactId contact) {
        run(orders, () -> listenings.talkOver(contact));
    }

    /// The parties of the talk are elsewhere than they were.
    public void moved(ContactId contact) {
        run(orders, () -> listenings.partiesMoved(contact));
    }

    private static void run(ExecutorService on, Runnable work) {
        if (on.isShutdown()) {
            return;
        }
        on.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.atWarn()
                        .addKeyValue("failure", failure.getClass().getName())
                        .log("A listener could not be brought in step with the talk");
            }
        });
    }

    @Override
    public void close() {
        orders.shutdown();
        thread.shutdown();
        try {
            boolean isDone = orders.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)
                    && thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
            if (!isDone) {
                LOG.warn("Not everything about listeners was done before the end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
