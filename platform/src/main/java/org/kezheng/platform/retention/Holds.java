package org.kezheng.platform.retention;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.LedgerText;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientScope;

/// Sets and lifts holds of the client in scope. Each act is in the audit ledger, with cause and reference.
final class Holds {
    private final HoldRows rows;
    private final RetentionRows recordings;
    private final Books books;
    private final Clock clock;

    Holds(HoldRows rows, RetentionRows recordings, Books books, Clock clock) {
        this.rows = rows;
        this.recordings = recordings;
        this.books = books;
        this.clock = clock;
    }

    /// Why, as somebody wrote it.
    record Wish(HoldCause cause, String reference) {}

    /// How a call stands under the clock.
    record Standing(List<Kept> recordings, List<Hold> holds) {
        boolean isHeld() {
            return holds.stream().anyMatch(hold -> hold.lifted() == null);
        }
    }

    Standing of(long contact) {
        return books.in(() -> new Standing(recordings.ofCall(contact), rows.ofCall(contact)));
    }

    List<Hold> inForce() {
        return books.in(rows::inForce);
    }

    /// Holds a call; empty when all of its recordings are destroyed already. One whose talk is still to be stored
    /// can be held, too. Where one stands by the same cause and reference, whoever set it, nothing is set, and
    /// that one is given.
    Optional<Hold> set(long contact, Wish wish, SignedIn who) {
        return books.in(() -> {
            recordings.lock(contact);
            List<Kept> kept = recordings.ofCall(contact);
            if (!kept.isEmpty() && kept.stream().allMatch(one -> one.destroyedAt() != null)) {
                return Optional.empty();
            }
            Optional<Hold> alike = rows.alike(contact, wish.cause().code(), wish.reference());
            return alike.or(() -> Optional.of(begin(contact, wish, who)));
        });
    }

    private Hold begin(long contact, Wish wish, SignedIn who) {
        Hold hold = rows.insert(contact, reason(wish, who));
        enter("hold.set", hold, wish, who);
        return hold;
    }

    /// Lifts a hold; empty when it does not stand.
    Optional<Hold> lift(long contact, long id, Wish wish, SignedIn who) {
        return books.in(() -> {
            Optional<Hold> standing = rows.standing(contact, id);
            standing.ifPresent(hold -> {
                rows.lift(id, reason(wish, who));
                enter("hold.lifted", hold, wish, who);
            });
            return standing.map(hold -> new Hold(hold.id(), hold.contact(), hold.set(), reason(wish, who)));
        });
    }

    private Hold.Reason reason(Wish wish, SignedIn who) {
        return new Hold.Reason(
                wish.cause().code(),
                wish.reference(),
                who.user(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void enter(String action, Hold hold, Wish wish, SignedIn who) {
        Map<String, String> facts = Map.of(
                "hold", Long.toString(hold.id()),
                "cause", wish.cause().code(),
                "reference", LedgerText.of(wish.reference()));
        books.ledger()
                .append(LedgerEntry.of(
                        action, Actor.of(who), Subject.of("call", hold.contact(), ClientScope.required()), facts));
    }
}
