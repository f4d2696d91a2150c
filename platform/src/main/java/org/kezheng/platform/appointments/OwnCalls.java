package org.kezheng.platform.appointments;

import java.util.Objects;
import org.kezheng.security.access.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whose calls are whose, by the records of the client in scope.
final class OwnCalls {
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    OwnCalls(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Whether the agent has or had the call.
    boolean isOf(long contact, SignedIn who) {
        return Objects.requireNonNull(transaction.execute(status -> database.sql("""
                        select exists (select from call_record
                        where contact_id = :contact and agent_id = :agent and client_id = :client)""")
                .param("contact", contact)
                .param("agent", Math.toIntExact(who.account().value()))
                .param("client", who.client().value())
                .query(Boolean.class)
                .single()));
    }
}
