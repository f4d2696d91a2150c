package org.kezheng.platform.selftest;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.CommandId;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.acd.journal.Receipt;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.directory.SelfTest;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.security.tenancy.ClientId;

/// Calls of the platform to itself, one at a time.
public final class SelfTestCalls {
    private static final Duration COMMAND = Duration.ofSeconds(5);

    private final SoloHost host;
    private final TestLine line;
    private final Directory directory;
    private final Recordings recordings;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();
    private final AtomicReference<@Nullable CallWatch> watched = new AtomicReference<>();

    SelfTestCalls(SoloHost host, TestLine line, Directory directory, Recordings recordings, Clock clock) {
        this.host = host;
        this.line = line;
        this.directory = directory;
        this.recordings = recordings;
        this.clock = clock;
    }

    /// Takes the journal's records in order.
    void accept(JournalRecord record) {
        CallWatch watch = watched.get();
        if (watch != null) {
            watch.accept(record);
        }
    }

    /// Makes one call and looks at what becomes of it; takes some five seconds, and half a minute at most. When another
    /// is under way, that is the result. When it returns, nothing of it is left but its records.
    ///
    /// @throws InterruptedException when the thread was interrupted; it is cleaned up even then
    public SelfTestResult run() throws InterruptedException {
        SelfTestRun run = new SelfTestRun(this, line, recordings, clock);
        if (!one.tryLock()) {
            return run.notAlone();
        }
        try {
            CallWatch watch = new CallWatch();
            watched.set(watch);
            return run.with(watch);
        } finally {
            watched.set(null);
            one.unlock();
        }
    }

    /// The client whose queue it is.
    ClientId client() {
        return new ClientId(directory.definition().queues().stream()
                .filter(queue -> queue.id() == SelfTest.QUEUE.value())
                .findFirst()
                .orElseThrow()
                .client());
    }

    /// Whether the engine took the command.
    boolean isTaken(Command command) throws InterruptedException {
        try {
            Receipt receipt = host.submit(CommandId.random(), command).get(COMMAND.toMillis(), TimeUnit.MILLISECONDS);
            return receipt.events().stream().noneMatch(Event.CommandRefused.class::isInstance);
        } catch (ExecutionException | TimeoutException failure) {
            return false;
        }
    }
}
