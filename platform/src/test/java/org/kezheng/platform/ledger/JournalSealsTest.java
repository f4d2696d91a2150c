package org.kezheng.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Limits;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.Durability;
import org.kezheng.acd.journal.HostSettings;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.acd.journal.TimeSource;
import org.kezheng.security.ledger.LedgerEntry;

/// The journal's seals with a ledger that is there or away.
final class JournalSealsTest {
    private static final int RECORDS = 3_000;

    @TempDir
    private Path directory;

    private final AtomicBoolean isAway = new AtomicBoolean();
    private final AtomicInteger tries = new AtomicInteger();
    private final Queue<LedgerEntry> ledger = new ConcurrentLinkedQueue<>();
    private SoloHost host;
    private JournalSeals seals;

    @BeforeEach
    void start() {
        host = SoloHost.open(new HostSettings(
                directory, Limits.standard(), TimeSource.system(), Durability.WRITTEN, 10_000, 10_000, 100));
        seals = new JournalSeals(host, this::enter, () -> {});
        seals.start();
        host.start();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void aThousandRecordsAreSealedAndAtTheEndTheRest() {
        writeRecords();
        host.close();
        seals.stop();

        LedgerEntry last = last();
        assertThat(host.lastPosition()).isGreaterThanOrEqualTo(RECORDS);
        assertThat(last.action()).isEqualTo("journal.sealed");
        assertThat(last.facts())
                .isEqualTo(Map.of(
                        "position", Long.toString(host.lastPosition()),
                        "chain", host.reader().chainAt(host.lastPosition())));
        assertThat(ledger).hasSizeGreaterThan(1);
    }

    @Test
    void whileTheLedgerIsAwayRecordsGoOnAndDoNotEachTryAnew() {
        isAway.set(true);
        writeRecords();
        isAway.set(false);
        host.close();
        seals.stop();

        // One try by number, one in the first second, and the one at the end.
        assertThat(tries.get()).isLessThanOrEqualTo(3);
        assertThat(last().facts()).containsEntry("position", Long.toString(host.lastPosition()));
    }

    private void enter(LedgerEntry entry) {
        tries.incrementAndGet();
        if (isAway.get()) {
            throw new IllegalStateException("The database is away");
        }
        ledger.add(entry);
    }

    /// One after the other, each handed to those who wait for it.
    private void writeRecords() {
        for (int record = 0; record < RECORDS; record++) {
            host.submit(CommandId.random(), new Command.SignIn(new AgentId(1 + record)))
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        }
    }

    private LedgerEntry last() {
        return ledger.stream().reduce((first, second) -> second).orElseThrow();
    }
}
