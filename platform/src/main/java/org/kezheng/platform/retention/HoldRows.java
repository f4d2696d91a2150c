package org.kezheng.platform.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of holds, for the client in scope. Joins the caller's transaction.
final class HoldRows {
    private static final int MOST = 500;
    private static final String SELECT = """
            select id, contact_id, cause, reference, set_by, set_at, lifted_cause, lifted_reference, lifted_by, lifted_at
            from legal_hold\s""";

    private final JdbcClient database;

    HoldRows(JdbcClient database) {
        this.database = database;
    }

    List<Hold> ofCall(long contact) {
        return database.sql(SELECT + "where contact_id = :contact order by id")
                .param("contact", contact)
                .query(HoldRows::read)
                .list();
    }

    /// The holds that are not lifted, newest first.
    List<Hold> inForce() {
        return database.sql(SELECT + "where lifted_at is null order by id desc limit " + MOST)
                .query(HoldRows::read)
                .list();
    }

    /// A hold of the call that is not lifted.
    Optional<Hold> standing(long contact, long id) {
        return database.sql(SELECT + "where id = :id and contact_id = :contact and lifted_at is null for update")
                .param("id", id)
                .param("contact", contact)
                .query(HoldRows::read)
                .optional();
    }

    /// A hold of the call by the same cause and reference that is not lifted, nor will be in this transaction.
    Optional<Hold> alike(long contact, String cause, String reference) {
        return database.sql(SELECT + """
                        where contact_id = :contact and cause = :cause and reference = :reference and lifted_at is null
                        order by id limit 1 for update""")
                .param("contact", contact)
                .param("cause", cause)
                .param("reference", reference)
                .query(HoldRows::read)
                .optional();
    }

    Hold insert(long contact, Hold.Reason reason) {
        long id = database.sql("""
                        insert into legal_hold (client_id, contact_id, cause, reference, set_by, set_at)
                        values (:client, :contact, :cause, :reference, :by, :at) returning id""")
                .param("client", ClientScope.required().value())
                .param("contact", contact)
                .param("cause", reason.cause())
                .param("reference", reason.reference())
                .param("by", reason.by())
                .param("at", time(reason.at()))
                .query(Long.class)
                .single();
        return new Hold(id, contact, reason, null);
    }

    void lift(long id, Hold.Reason reason) {
        database.sql("""
                        update legal_hold set lifted_cause = :cause, lifted_reference = :reference, lifted_by = :by,
                        lifted_at = :at where id = :id""")
                .param("cause", reason.cause())
                .param("reference", reason.reference())
                .param("by", reason.by())
                .param("at", time(reason.at()))
                .param("id", id)
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Hold read(ResultSet row, int number) throws SQLException {
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new Hold(
                row.getLong("id"),
                row.getLong("contact_id"),
                new Hold.Reason(
                        row.getString("cause"),
                        row.getString("reference"),
                        row.getString("set_by"),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()),
                lifted == null
                        ? null
                        : new Hold.Reason(
                                row.getString("lifted_cause"),
                                row.getString("lifted_reference"),
                                row.getString("lifted_by"),
                                lifted.toInstant()));
    }
}
