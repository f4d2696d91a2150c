package org.kezheng.platform.recordings;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of recordings, for the client in scope.
final class RecordingRows {
    private static final String COLUMNS =
            "select offer_id, contact_id, client_id, agent_id, started_at, duration_micros, bytes, sha256, path from recording ";

    private final JdbcClient database;

    RecordingRows(JdbcClient database) {
        this.database = database;
    }

    /// Inserts the row; false when it is there.
    boolean insert(Recording recording) {
        Recording.Name name = recording.name();
        return database.sql("""
                        insert into recording (offer_id, contact_id, client_id, agent_id, started_at, ended_at,
                            duration_micros, bytes, sha256, path)
                        values (:offer, :contact, :client, :agent, :started, :ended, :micros, :bytes, :sha256, :path)
                        on conflict do nothing""")
                        .param("offer", name.offer())
                        .param("contact", name.contact())
                        .param("client", name.client().value())
                        .param("agent", name.agent())
                        .param("started", time(recording.startedAt()))
                        .param("ended", time(recording.endedAt()))
                        .param("micros", recording.length().toNanos() / 1_000)
                        .param("bytes", recording.bytes())
                        .param("sha256", recording.sha256())
                        .param("path", recording.path().toString())
                        .update()
                == 1;
    }

    Optional<Recording> ofContact(long contact) {
        return database.sql(COLUMNS + "where contact_id = :contact order by started_at desc limit 1")
                .param("contact", contact)
                .query(RecordingRows::read)
                .optional();
    }

    /// The recording of one talk of the contact.
    Optional<Recording> ofTalk(long contact, long offer) {
        return database.sql(COLUMNS + "where contact_id = :contact and offer_id = :offer")
                .param("contact", contact)
                .param("offer", offer)
                .query(RecordingRows::read)
                .optional();
    }

    List<Recording> all() {
        return database.sql(COLUMNS + "order by offer_id")
                .query(RecordingRows::read)
                .list();
    }

    /// At most so many behind that offer, by offer.
    List<Recording> after(long offer, int limit) {
        return database.sql(COLUMNS + "where offer_id > :offer order by offer_id limit :limit")
                .param("offer", offer)
                .param("limit", limit)
                .query(RecordingRows::read)
                .list();
    }

    /// Which of the offers have a recording.
    Set<Long> listed(Collection<Long> offers) {
        return new HashSet<>(database.sql("select offer_id from recording where offer_id in (:offers)")
                .param("offers", offers)
                .query(Long.class)
                .list());
    }

    /// Whether the caller was asked and did not want a recording.
    boolean isRefused(long contact) {
        return database.sql("""
                        select exists (select from caller_step
                            where contact_id = :contact and kind = 'recording-refused')""").param("contact", contact).query(Boolean.class).single();
    }

    /// Answered contacts that ended in the span and have no recording, though their callers did not refuse one.
    List<Long> contactsWithout(Instant endedFrom, Instant endedBefore) {
        return database.sql("""
                        select c.contact_id from call_record c
                        where c.answered_at is not null and c.ended_at >= :from and c.ended_at < :before
                          and not exists (select from recording r where r.contact_id = c.contact_id)
                          and not exists (select from caller_step s
                                where s.contact_id = c.contact_id and s.kind = 'recording-refused')
                        limit 1000""")
                .param("from", time(endedFrom))
                .param("before", time(endedBefore))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Recording read(ResultSet row, int number) throws SQLException {
        Recording.Name name = new Recording.Name(
                row.getLong("offer_id"),
                row.getLong("contact_id"),
                new ClientId(row.getInt("client_id")),
                row.getInt("agent_id"));
        return new Recording(
                name,
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Duration.of(row.getLong("duration_micros"), ChronoUnit.MICROS),
                row.getLong("bytes"),
                row.getString("sha256"),
                Path.of(row.getString("path")));
    }
}
