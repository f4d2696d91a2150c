package org.kezheng.security.disclosure;

import java.time.Clock;
import java.util.Map;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The record of disclosures, each with an entry in the audit ledger. It can be added to and read, and by the
/// application's role neither changed nor deleted.
public final class Disclosures {
    private final DisclosureRows rows;
    private final ClientKeys keys;
    private final Clock clock;
    private final AuditLedger ledger;
    private final TransactionTemplate present;

    Disclosures(
            DisclosureRows rows,
            ClientKeys keys,
            Clock clock,
            AuditLedger ledger,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
        this.ledger = ledger;
        this.present = new TransactionTemplate(transactions);
        this.present.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    /// Records the disclosure in the caller's transaction, which must be there: what cannot be recorded is not shown.
    public void record(Disclosure what) {
        ClientId client = ClientScope.required();
        present.executeWithoutResult(status -> {
            long id = rows.nextId();
            byte[] reason = keys.fields()
                    .seal(FieldAddress.of(client, "disclosure", "reason_cipher", id), what.reason())
                    .bytes();
            rows.insert(id, client.value(), clock.instant(), what, String.join(",", what.fields()), reason);
            ledger.append(LedgerEntry.of(
                    what.subjectKind() + ".disclosed",
                    Actor.of(what.who()),
                    Subject.of(what.subjectKind(), what.subject(), client),
                    Map.of("disclosure", Long.toString(id), "fields", String.join(",", what.fields()))));
        });
    }
}
