package org.kezheng.platform.ledger;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Writes the journal's chain hash into the ledger: every 1000 records, every 60 seconds when there is something
/// new, and when the platform stops. So a journal that lost its end, or was written anew as a whole, is found out.
/// Calls never wait for it: while the database is away the seal comes later.
///
/// It starts before the journal's host takes commands and stops after it has closed. It also has the ledger's head
/// signed now and then, so that checkpoints exist even where nobody asks for one.
final class JournalSeals implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JournalSeals.class);
    private static final int BEFORE_THE_PLATFORM = -1;
    private static final int RECORDS = 1000;
    private static final int SECONDS = 60;
    private static final int CHECKPOINT_MINUTES = 60;

    private final SoloHost host;
    private final Consumer<LedgerEntry> ledger;
    private final Runnable signing;
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kezheng-seals").daemon().factory());
    private volatile long sealed;
    private volatile boolean isRunning;

    /// @param ledger commits the entry, or throws
    /// @param signing has the ledger's head signed, or throws
    JournalSeals(SoloHost host, Consumer<LedgerEntry> ledger, Runnable signing) {
        this.host = host;
        this.ledger = ledger;
        this.signing = signing;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_PLATFORM;
    }

    @Override
    public void start() {
        host.onDurable(record -> written(record.position()));
        var _ = worker.scheduleWithFixedDelay(this::seal, 1, SECONDS, TimeUnit.SECONDS);
        var _ = worker.scheduleWithFixedDelay(this::sign, 1, CHECKPOINT_MINUTES, TimeUnit.MINUTES);
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A seal of the journal did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        seal();
        sign();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private void written(long position) {
        if (position - sealed >= RECORDS && isRunning && isAsked.compareAndSet(false, true)) {
            worker.execute(this::seal);
        }
    }

    /// Seals what is durable by now; a failure is said and made good by the next seal in time. Until then no
    /// record asks for another: each would wait for a database that is away.
    private synchronized void seal() {
        long position = host.lastPosition();
        if (position == sealed) {
            isAsked.set(false);
            return;
        }
        try {
            String chain = host.reader().chainAt(position);
            ledger.accept(LedgerEntry.of(
                    "journal.sealed",
                    Actor.platform(),
                    Subject.ofOperator("journal", "0"),
                    Map.of("position", Long.toString(position), "chain", chain)));
            sealed = position;
            isAsked.set(false);
        } catch (RuntimeException failure) {
            LOG.warn("The journal could not be sealed at position {}; it is tried again", position, failure);
        }
    }

    private void sign() {
        try {
            signing.run();
        } catch (RuntimeException failure) {
            LOG.warn("The ledger's head could not be signed", failure);
        }
    }
}
