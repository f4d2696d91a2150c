package org.kezheng.platform.calls;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.journal.ContactExplanation;
import org.kezheng.acd.journal.JournalException;
import org.kezheng.platform.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Replays the journal for explanations. A replay may read the journal from its beginning, so only a few run at a time.
final class Replays {
    static final int AT_ONCE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final Replay replay;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /// Explains a contact.
    @FunctionalInterface
    interface Replay {
        ContactExplanation of(ContactId contact);
    }

    /// @param patience how long a request waits for others to be finished
    Replays(Replay replay, Duration patience) {
        this.replay = replay;
        this.patience = patience;
    }

    /// @throws Problem when too many replays run, or the journal cannot be read
    ContactExplanation of(ContactId contact) {
        takePlace();
        try {
            return replay.of(contact);
        } catch (JournalException unreadable) {
            LOG.error("The journal cannot be replayed for contact {}", contact.value(), unreadable);
            throw Problem.unavailable(
                    "journal.unreadable",
                    "The journal cannot be replayed to this call; ./kezheng replay --verify names the place");
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Problem.unavailable(
                "explanation.busy",
                "Other explanations are being worked out; ask again in some seconds, or use ./kezheng replay --call");
    }
}
