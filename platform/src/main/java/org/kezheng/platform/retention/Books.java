package org.kezheng.platform.retention;

import java.util.Objects;
import java.util.function.Supplier;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.transaction.support.TransactionTemplate;

/// The tables and the ledger, in which what is done and its entry are written in one transaction.
record Books(AuditLedger ledger, TransactionTemplate transaction) {
    <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
