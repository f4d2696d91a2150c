package org.kezheng.platform.listening;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of listenings, for the client in scope. Joins the caller's transaction.
final class ListeningRows {
    private final JdbcClient database;

    ListeningRows(JdbcClient database) {
        this.database = database;
    }

    /// A row whose end is not known.
    record Open(long id, long call, String listener, Instant begunAt) {}

    long insert(ContactId call, Listener.Talk talk, String listener, Instant at) {
        return database.sql("""
                        insert into listening (client_id, contact_id, offer_id, agent_id, listener, begun_at)
                        values (:client, :contact, :offer, :agent, :listener, :at) returning id""")
                .param("client", ClientScope.required().value())
                .param("contact", call.value())
                .param("offer", talk.offer().value())
                .param("agent", talk.agent().value())
                .param("listener", listener)
                .param("at", time(at))
                .query(Long.class)
                .single();
    }

    /// Notes the end.
    ///
    /// @return whether it had not ended before
    boolean end(long id, String cause, Instant at) {
        return database.sql("""
                        update listening set ended_at = :at, ended_by = :cause where id = :id and ended_at is null""")
                        .param("id", id)
                        .param("cause", cause)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    List<Open> open() {
        return database.sql(
                        "select id, contact_id, listener, begun_at from listening where ended_at is null order by id")
                .query((row, at) -> new Open(
                        row.getLong("id"),
                        row.getLong("contact_id"),
                        row.getString("listener"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
