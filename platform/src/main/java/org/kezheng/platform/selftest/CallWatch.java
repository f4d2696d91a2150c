package org.kezheng.platform.selftest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.platform.directory.SelfTest;
import org.kezheng.platform.selftest.SelfTestResult.StepCode;

/// Follows the first call that comes to the self-test's queue, by the journal alone. Records come on one thread, who
/// waits is another.
final class CallWatch {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<StepCode, Instant> reached = new EnumMap<>(StepCode.class);
    private @Nullable ContactId contact;

    void accept(JournalRecord record) {
        Instant at = Instant.EPOCH.plus(record.nowMicros(), ChronoUnit.MICROS);
        lock.lock();
        try {
            record.events().forEach(event -> take(event, at));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take(Event event, Instant at) {
        if (event instanceof Event.ContactQueued queued
                && contact == null
                && queued.queue().equals(SelfTest.QUEUE)) {
            contact = queued.contact();
            reached.put(StepCode.QUEUED, at);
        } else if (event instanceof Event.OfferMade made
                && made.contact().equals(contact)
                && made.agent().equals(SelfTest.AGENT)) {
            reached.put(StepCode.OFFERED, at);
        } else if (event instanceof Event.OfferRang rang && rang.contact().equals(contact)) {
            reached.put(StepCode.RANG, at);
        } else if (event instanceof Event.ContactAnswered answered
                && answered.contact().equals(contact)) {
            reached.put(StepCode.ANSWERED, at);
        } else if (event instanceof Event.ContactEnded ended && ended.contact().equals(contact)) {
            reached.put(StepCode.ENDED, at);
        }
    }

    /// When the step was reached, waiting for it at most so long; null when it was not.
    @Nullable
    Instant await(StepCode step, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (left > 0 && !reached.containsKey(step)) {
                left = changed.awaitNanos(left);
            }
            return reached.get(step);
        } finally {
            lock.unlock();
        }
    }

    /// The contact; 0 while none has come.
    long contact() {
        lock.lock();
        try {
            return contact == null ? 0 : contact.value();
        } finally {
            lock.unlock();
        }
    }
}
