package org.kezheng.platform.appointments;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.Voucher;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Call backs that callers asked for and of which it was not asked yet what came of them, for the client in
/// scope. Joins the caller's transaction.
final class TriedCallbacks {
    private static final int MOST = 50;

    private final JdbcClient database;
    private final Directory directory;

    TriedCallbacks(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// @param queue the code of the queue in which it was
    /// @param outcome the outcome that the records have
    record Tried(long contact, Voucher voucher, String queue, String outcome) {}

    /// Those that were over by then, the oldest first.
    List<Tried> over(Instant by) {
        return database.sql("""
                        select o.contact_id, o.voucher, c.queue_id, c.outcome
                        from outside_call o join call_record c on c.contact_id = o.contact_id
                        where o.client_id = :client and o.way = 'queue-callback' and o.followed_at is null
                        and c.ended_at <= :by order by o.contact_id limit\s""" + MOST)
                .param("client", ClientScope.required().value())
                .param("by", by.atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Tried(
                        row.getLong("contact_id"),
                        Voucher.of(row.getString("voucher")),
                        directory.queueCode(row.getInt("queue_id")),
                        row.getString("outcome")))
                .list();
    }

    void followed(Tried tried, Instant now) {
        database.sql("update outside_call set followed_at = :now where client_id = :client and contact_id = :contact")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("client", ClientScope.required().value())
                .param("contact", tried.contact())
                .update();
    }

    /// How often whoever asked was called so far, whatever came of it.
    int tries(Voucher voucher) {
        return database.sql("""
                        select count(*) from outside_call where client_id = :client and way = 'queue-callback'
                        and voucher = :voucher and followed_at is not null""")
                .param("client", ClientScope.required().value())
                .param("voucher", voucher.code())
                .query(Integer.class)
                .single();
    }
}
