package org.kezheng.platform.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of messages, for the client in scope. Joins the caller's transaction.
final class MessageRows {
    private static final String COLUMNS =
            "select contact_id, queue_id, left_at, length_millis, done_at, done_by from voice_message ";

    private final JdbcClient database;

    MessageRows(JdbcClient database) {
        this.database = database;
    }

    /// Those that are to be done, the oldest first.
    List<Message> open(Collection<Integer> queues, int limit) {
        return list(queues, "done_at is null order by left_at limit " + limit);
    }

    /// Those that are done, the last one first.
    List<Message> done(Collection<Integer> queues, int limit) {
        return list(queues, "done_at is not null order by done_at desc limit " + limit);
    }

    private List<Message> list(Collection<Integer> queues, String rest) {
        return queues.isEmpty()
                ? List.of()
                : database.sql(COLUMNS + "where queue_id in (:queues) and " + rest)
                        .param("queues", queues)
                        .query(MessageRows::read)
                        .list();
    }

    Optional<Message> find(long contact) {
        return database.sql(COLUMNS + "where contact_id = :contact")
                .param("contact", contact)
                .query(MessageRows::read)
                .optional();
    }

    /// Says that it is done; false when that is said already.
    boolean markDone(long contact, String who, Instant at) {
        return database.sql("""
                        update voice_message set done_at = :at, done_by = :by
                        where contact_id = :contact and done_at is null""")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", who)
                        .param("contact", contact)
                        .update()
                == 1;
    }

    /// Says that it is to be done again; false when it is.
    boolean reopen(long contact) {
        return database.sql("""
                        update voice_message set done_at = null, done_by = null
                        where contact_id = :contact and done_at is not null""").param("contact", contact).update() == 1;
    }

    private static Message read(ResultSet row, int number) throws SQLException {
        OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new Message(
                row.getLong("contact_id"),
                row.getInt("queue_id"),
                row.getObject("left_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("length_millis")),
                done == null ? null : done.toInstant(),
                row.getString("done_by"));
    }
}
