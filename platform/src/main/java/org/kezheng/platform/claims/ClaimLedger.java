package org.kezheng.platform.claims;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.kezheng.evidence.claims.ClaimBoard;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes what happens to claims and their probes into the audit ledger. How a claim stands does not wait for it: a
/// change while the ledger is away is kept, with its instant, and written with the next one that the ledger takes.
final class ClaimLedger {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimLedger.class);
    /// The oldest goes first when the ledger is away for long; the log has them all.
    private static final int MOST_WAITING = 1_000;

    private final AuditLedger ledger;
    private final TransactionTemplate transaction;
    private final Deque<ClaimBoard.Change> waiting = new ArrayDeque<>();

    ClaimLedger(AuditLedger ledger, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A claim stands otherwise.
    synchronized void changed(ClaimBoard.Change change) {
        LOG.atInfo()
                .addKeyValue("claim", change.claim())
                .addKeyValue("from", change.from().code())
                .addKeyValue("to", change.to().code())
                .log("A claim stands otherwise");
        if (waiting.size() == MOST_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(change);
        try {
            transaction.executeWithoutResult(status -> waiting.forEach(each -> ledger.append(LedgerEntry.of(
                    "claim.changed",
                    Actor.platform(),
                    Subject.ofOperator("claim", each.claim()),
                    Map.of(
                            "from", each.from().code(),
                            "to", each.to().code(),
                            "since", each.at().toString())))));
            waiting.clear();
        } catch (RuntimeException away) {
            LOG.atWarn()
                    .addKeyValue("cause", away.getClass().getName())
                    .addKeyValue("waiting", waiting.size())
                    .log("Changes of claims wait for the ledger");
        }
    }

    /// Somebody has a probe run. Without the entry it does not run.
    void askedByHand(String probe, SignedIn who) {
        transaction.executeWithoutResult(status ->
                ledger.append(LedgerEntry.of("probe.ran-by-hand", Actor.of(who), Subject.ofOperator("probe", probe))));
    }

    /// A list of equipment is filed, in the running transaction.
    void filed(int items, Actor by) {
        ledger.append(LedgerEntry.of(
                "equipment.filed",
                by,
                Subject.ofOperator("equipment", "list"),
                Map.of("items", Integer.toString(items))));
    }
}
