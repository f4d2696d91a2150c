package org.kezheng.platform.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;

/// Destroys recordings that are due and not held. First the destruction is written down, with its entry in the ledger,
/// in one transaction; only then are secret and file destroyed. What was written down and not carried out, because
/// something failed between, is carried out at the next look.
public final class Retention {
    /// Recordings that are destroyed in one go, at most.
    static final int AT_ONCE = 200;
    private static final int LOOKED_AT = 1_000;
    private static final String UNREADABLE = "unreadable";

    private final RetentionRows rows;
    private final Recordings recordings;
    private final Terms.Source terms;
    private final Books books;
    private final Clock clock;

    Retention(RetentionRows rows, Recordings recordings, Terms.Source terms, Books books, Clock clock) {
        this.rows = rows;
        this.recordings = recordings;
        this.terms = terms;
        this.books = books;
        this.clock = clock;
    }

    /// Destroys what is due of a client now, at most some hundred.
    ///
    /// @return how many
    int destroyDue(ClientId client) {
        return ClientScope.call(client, () -> {
            books.in(rows::unfinished).forEach(this::carryOut);
            Terms now = terms.get();
            List<Kept> due = books.in(() -> rows.due(now, clock.instant(), AT_ONCE));
            return (int) due.stream().filter(kept -> destroy(kept, now)).count();
        });
    }

    /// Recordings of a client that should have been destroyed so long ago, as `call/offer`.
    public List<String> overdue(ClientId client, Duration since) {
        return ClientScope.call(
                client,
                () -> names(books.in(() -> rows.due(terms.get(), clock.instant().minus(since), AT_ONCE))));
    }

    /// Destroyed recordings of a client, of the last thousand, of which a secret or a file is there all the same.
    public List<String> destroyedAndLeft(ClientId client) {
        return ClientScope.call(
                client,
                () -> names(books.in(() -> rows.lastDestroyed(LOOKED_AT)).stream()
                        .filter(kept -> recordings.isLeft(kept.name()))
                        .toList()));
    }

    /// Recordings of a client that are held, of a thousand at most, and do not open.
    public List<String> heldAndGone(ClientId client) {
        return ClientScope.call(
                client,
                () -> names(books.in(() -> rows.held(LOOKED_AT)).stream()
                        .filter(kept -> !recordings.isThere(kept.name()))
                        .toList()));
    }

    private static List<String> names(List<Kept> all) {
        return all.stream()
                .map(kept -> kept.name().contact() + "/" + kept.name().offer())
                .toList();
    }

    private boolean destroy(Kept kept, Terms now) {
        String hash = contentHash(kept);
        boolean isWritten = books.in(() -> writeDown(kept, now, hash));
        if (isWritten) {
            carryOut(kept);
        }
        return isWritten;
    }

    /// What cannot be read is destroyed all the same: another copy of the file might open.
    private String contentHash(Kept kept) {
        try {
            return HexFormat.of().formatHex(recordings.contentHash(kept.name()));
        } catch (IOException | DamagedCiphertextException unreadable) {
            return UNREADABLE;
        }
    }

    private boolean writeDown(Kept kept, Terms now, String hash) {
        long contact = kept.name().contact();
        Instant at = clock.instant();
        int days = now.days(kept.direction());
        rows.lock(contact);
        if (rows.isHeld(contact) || !rows.insert(kept, days, hash, at)) {
            return false;
        }
        Map<String, String> facts = Map.of(
                "offer", Long.toString(kept.name().offer()),
                "rule", kept.direction().rule(),
                "days", Integer.toString(days),
                "dueAt", kept.dueAt(now).toString(),
                "contentHash", hash);
        books.ledger()
                .append(LedgerEntry.of(
                        "recording.destroyed",
                        Actor.platform(),
                        Subject.of("call", contact, ClientScope.required()),
                        facts));
        return true;
    }

    private void carryOut(Kept kept) {
        try {
            recordings.destroy(kept.name());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        books.in(() -> {
            rows.complete(kept.name().offer(), clock.instant());
            return true;
        });
    }
}
