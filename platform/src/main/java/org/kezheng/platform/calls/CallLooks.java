package org.kezheng.platform.calls;

import org.kezheng.evidence.calls.Call;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Enters into the ledger who looked at a call. What cannot be entered is not shown.
@Component
final class CallLooks {
    private final AuditLedger ledger;
    private final TransactionTemplate transaction;

    CallLooks(AuditLedger ledger, TransactionTemplate transaction) {
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /// Commits the entry; the call may be shown once it returns.
    void enter(Call call, SignedIn who) {
        Subject subject = Subject.of("call", call.contact(), new ClientId(call.client()));
        transaction.executeWithoutResult(
                status -> ledger.append(LedgerEntry.of("call.viewed", Actor.of(who), subject)));
    }
}
