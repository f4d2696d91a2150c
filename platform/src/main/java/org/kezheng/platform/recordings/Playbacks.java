package org.kezheng.platform.recordings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kezheng.security.access.SessionId;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.springframework.transaction.support.TransactionTemplate;

/// Records who listens, before the first byte. A player asks for a recording in parts, so what counts is a playback: it
/// begins with a request for the file's begin, or with one by a sign-in that has asked for nothing of this recording in
/// the last ten minutes. Requests for later parts within that time belong to it.
final class Playbacks {
    private static final Duration GOES_ON_FOR = Duration.ofMinutes(10);
    private static final int MAX_REMEMBERED = 10_000;

    private final AuditLedger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Playback, Instant> going = new LinkedHashMap<>();

    Playbacks(AuditLedger ledger, TransactionTemplate transaction, Clock clock) {
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Playback(SessionId session, long offer) {}

    /// Takes a request in. When it begins a playback, that is in the ledger, committed, when this returns.
    ///
    /// @throws org.springframework.dao.DataAccessException or a
    ///     [org.springframework.transaction.TransactionException], when the ledger cannot take it
    void asked(SignedIn who, Recording recording, long from) {
        Playback playback = new Playback(who.session(), recording.name().offer());
        if (from == 0 || !goesOn(playback)) {
            transaction.executeWithoutResult(status -> ledger.append(LedgerEntry.of(
                    "recording.played",
                    Actor.of(who),
                    RecordingList.subject(recording),
                    Map.of("offer", Long.toString(recording.name().offer())))));
        }
        remember(playback);
    }

    private synchronized boolean goesOn(Playback playback) {
        Instant last = going.get(playback);
        return last != null && last.plus(GOES_ON_FOR).isAfter(clock.instant());
    }

    private synchronized void remember(Playback playback) {
        going.remove(playback);
        going.put(playback, clock.instant());
        if (going.size() > MAX_REMEMBERED) {
            going.remove(going.keySet().iterator().next());
        }
    }
}
