package org.kezheng.platform.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The table `call_move`, for the client in scope.
public final class CallMoves implements MovesOfCalls {
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CallMoves(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Joins the transaction of the act.
    void add(SignedIn who, ContactId call, QueueId from, QueueId to, Cause cause) {
        Instant now = clock.instant();
        database.sql("""
                        insert into call_move (client_id, contact_id, moved_at, from_queue, to_queue, moved_by, cause)
                        values (:client, :contact, :at, :from, :to, :by, :cause)""")
                .param("client", ClientScope.required().value())
                .param("contact", call.value())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("from", from.value())
                .param("to", to.value())
                .param("by", who.user())
                .param("cause", cause.code())
                .update();
    }

    @Override
    public List<CallMove> of(long contact) {
        return Objects.requireNonNull(transaction.execute(status -> database.sql("""
                        select moved_at, from_queue, to_queue, moved_by, cause from call_move where contact_id = :contact
                        order by id""")
                .param("contact", contact)
                .query((row, number) -> new CallMove(
                        row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                        row.getInt("from_queue"),
                        row.getInt("to_queue"),
                        row.getString("moved_by"),
                        row.getString("cause")))
                .list()));
    }
}
