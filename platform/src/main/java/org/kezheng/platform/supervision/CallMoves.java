package org.kezheng.platform.supervision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.kezheng.acd.engine.Event;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The table `call_move`, for the client in scope.
public final class CallMoves implements MovesOfCalls {
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    CallMoves(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A move, and when the engine made it.
    record Moved(Instant at, Event.ContactMoved event) {}

    /// Joins the transaction of the act.
    void add(SignedIn who, Moved moved, Cause cause) {
        database.sql("""
                        insert into call_move (client_id, contact_id, moved_at, from_queue, to_queue, moved_by, cause)
                        values (:client, :contact, :at, :from, :to, :by, :cause)""")
                .param("client", ClientScope.required().value())
                .param("contact", moved.event().contact().value())
                .param("at", moved.at().atOffset(ZoneOffset.UTC))
                .param("from", moved.event().from().value())
                .param("to", moved.event().to().value())
                .param("by", who.user())
                .param("cause", cause.code())
                .update();
    }

    @Override
    public List<CallMove> of(long contact) {
        return Objects.requireNonNull(transaction.execute(status -> database.sql("""
                        select moved_at, from_queue, to_queue, moved_by, cause from call_move where contact_id = :contact
                        order by moved_at, id""")
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
