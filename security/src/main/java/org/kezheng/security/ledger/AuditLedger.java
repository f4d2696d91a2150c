package org.kezheng.security.ledger;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes the entries. An entry is written in the caller's transaction, so that what was done and its entry are
/// committed together or not at all: what cannot be recorded does not happen.
public final class AuditLedger {
    private static final String INSERT = """
            insert into ledger.entry (at, action, actor, role, address, client, subject_kind, subject_id, facts)
            values (:at, :action, :actor, :role, :address, :client, :kind, :id, :facts)
            """;

    private final JdbcClient database;
    private final Clock clock;

    AuditLedger(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Appends the entry in the running transaction.
    ///
    /// @throws IllegalStateException when no transaction runs
    /// @throws org.springframework.dao.DataAccessException when the entry cannot be written; the
    ///     caller's transaction is lost with it
    public void append(LedgerEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A ledger entry needs the transaction of what it tells of");
        }
        database.sql(INSERT)
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("action", entry.action())
                .param("actor", entry.actor().user())
                .param("role", entry.actor().role())
                .param("address", entry.actor().address())
                .param("client", entry.subject().client())
                .param("kind", entry.subject().kind())
                .param("id", entry.subject().id())
                .param("facts", FactsText.write(entry.facts()))
                .update();
    }
}
