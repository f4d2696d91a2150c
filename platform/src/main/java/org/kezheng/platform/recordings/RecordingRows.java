package org.kezheng.platform.recordings;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of recordings, for the client in scope.
final class RecordingRows {
    private static final String COLUMNS = """
            select r.offer_id, r.contact_id, r.client_id, r.agent_id, r.started_at, r.duration_micros, r.bytes, r.sha256,
            r.path, d.destroyed_at, (select coalesce(string_agg(concat_ws(' ', g.from_millis, g.to_millis, g.ended_by), ','
            order by g.from_millis), '') from recording_gap g where g.offer_id = r.offer_id) as gaps
            from recording r left join recording_destruction d on d.offer_id = r.offer_id\s""";

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

    /// Puts a message on the list of those who have to hear it.
    void insertMessage(Recording message) {
        database.sql("""
                        insert into voice_message (contact_id, client_id, queue_id, left_at, length_millis)
                        values (:contact, :client, :queue, :at, :millis)""")
                .param("contact", message.name().contact())
                .param("client", message.name().client().value())
                .param("queue", message.name().queue())
                .param("at", time(message.endedAt()))
                .param("millis", message.length().toMillis())
                .update();
    }

    /// Inserts where the recording is silent.
    void insertGaps(Recording recording) {
        for (Gap gap : recording.gaps()) {
            database.sql("""
                            insert into recording_gap (offer_id, client_id, from_millis, to_millis, ended_by)
                            values (:offer, :client, :from, :to, :by)""")
                    .param("offer", recording.name().offer())
                    .param("client", recording.name().client().value())
                    .param("from", gap.fromMillis())
                    .param("to", gap.toMillis())
                    .param("by", gap.endedBy())
                    .update();
        }
    }

    Optional<Recording> ofContact(long contact) {
        return database.sql(COLUMNS + "where r.contact_id = :contact order by r.started_at desc limit 1")
                .param("contact", contact)
                .query(RecordingRows::read)
                .optional();
    }

    /// The recordings of all talks of the contact, in the order of their offers.
    List<Recording> allOfContact(long contact) {
        return database.sql(COLUMNS + "where r.contact_id = :contact order by r.offer_id")
                .param("contact", contact)
                .query(RecordingRows::read)
                .list();
    }

    /// The recording of one talk of the contact.
    Optional<Recording> ofTalk(long contact, long offer) {
        return database.sql(COLUMNS + "where r.contact_id = :contact and r.offer_id = :offer")
                .param("contact", contact)
                .param("offer", offer)
                .query(RecordingRows::read)
                .optional();
    }

    /// At most so many behind that offer, by offer; those that are destroyed are left out.
    List<Recording> after(long offer, int limit) {
        return database.sql(
                        COLUMNS + "where r.offer_id > :offer and d.offer_id is null order by r.offer_id limit :limit")
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

    /// Whether the caller was asked and did not want a recording; of an internal call, on whose behalf it was.
    boolean isRefused(long contact) {
        return database.sql("""
                        select exists (select from caller_step
                            where kind = 'recording-refused' and contact_id in (:contact,
                                (select precursor_id from call_record where contact_id = :contact and kind = 'internal')))""").param("contact", contact).query(Boolean.class).single();
    }

    /// When something ended.
    record Span(Instant from, Instant before) {}

    /// Answered offers whose talk ended in the span and that have no recording; internal calls aside.
    List<MissingTalk> talksWithout(Span ended, List<Integer> exceptQueues) {
        return database.sql("""
                        select o.contact_id, o.offer_id, c.queue_id, o.ended_at from call_offer o join call_record c using (contact_id)
                        where o.outcome = 'answered' and o.talk_ended_at >= :from and o.talk_ended_at < :before
                          and c.kind <> 'internal' and c.queue_id not in (:except)
                          and not exists (select from recording r where r.offer_id = o.offer_id)
                          and not exists (select from caller_step s
                                where s.contact_id = o.contact_id and s.kind = 'recording-refused')
                        order by o.offer_id limit 1000""")
                .param("from", time(ended.from()))
                .param("before", time(ended.before()))
                .param("except", exceptQueues.isEmpty() ? List.of(0) : exceptQueues)
                .query((row, number) -> new MissingTalk(
                        row.getLong(1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
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
        OffsetDateTime destroyed = row.getObject("destroyed_at", OffsetDateTime.class);
        return new Recording(
                name,
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Duration.of(row.getLong("duration_micros"), ChronoUnit.MICROS),
                row.getLong("bytes"),
                row.getString("sha256"),
                Path.of(row.getString("path")),
                gaps(row.getString("gaps")),
                destroyed == null ? null : destroyed.toInstant());
    }

    private static List<Gap> gaps(String told) {
        return Arrays.stream(told.split(",", -1))
                .filter(gap -> !gap.isEmpty())
                .map(gap -> gap.split(" ", -1))
                .map(gap -> new Gap(Long.parseLong(gap[0]), Long.parseLong(gap[1]), gap[2]))
                .toList();
    }
}
