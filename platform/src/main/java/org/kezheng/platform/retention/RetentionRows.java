package org.kezheng.platform.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.kezheng.platform.recordings.Recording;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the tables tell of recordings under the clock, for the client in scope. Joins the caller's transaction.
final class RetentionRows {
    /// The direction is what the journal and the gate tell of the call, never what somebody wrote beside the recording.
    private static final String KEPT = """
            select * from (
                select r.offer_id, r.contact_id, r.client_id, r.agent_id, r.ended_at, d.destroyed_at, d.completed_at,
                    case when c.queue_id in (:tests) then 'test'
                        when c.kind in ('callback', 'outbound-result') or exists (
                            select from gate_decision g where g.contact_id = r.contact_id and g.is_allowed
                            and g.stage = 'dialled') then 'outbound'
                        when c.contact_id is null and r.agent_id <> 0 then 'unknown'
                        else 'inbound' end as direction
                from recording r left join call_record c on c.contact_id = r.contact_id
                    left join recording_destruction d on d.offer_id = r.offer_id
            ) kept\s""";
    private static final String HELD =
            "exists (select from legal_hold h where h.contact_id = kept.contact_id and h.lifted_at is null) ";

    private final JdbcClient database;
    private final List<Integer> testQueues;

    /// @param testQueues the queues of the platform's own calls
    RetentionRows(JdbcClient database, List<Integer> testQueues) {
        this.database = database;
        this.testQueues = testQueues.isEmpty() ? List.of(0) : List.copyOf(testQueues);
    }

    /// Recordings that are due at that time and not held, oldest first.
    List<Kept> due(Terms terms, Instant at, int limit) {
        return kept("""
                        where destroyed_at is null and ended_at < case direction when 'test' then :test
                        when 'outbound' then :outbound when 'inbound' then :inbound else :unknown end and not\s""" + HELD + "order by ended_at limit " + limit)
                .param("test", cutoff(terms, Direction.TEST, at))
                .param("outbound", cutoff(terms, Direction.OUTBOUND, at))
                .param("inbound", cutoff(terms, Direction.INBOUND, at))
                .param("unknown", cutoff(terms, Direction.UNKNOWN, at))
                .query(RetentionRows::read)
                .list();
    }

    /// The recordings of a call, by offer.
    List<Kept> ofCall(long contact) {
        return kept("where contact_id = :contact order by offer_id")
                .param("contact", contact)
                .query(RetentionRows::read)
                .list();
    }

    /// Recordings whose destruction was written down and is still to be carried out.
    List<Kept> unfinished() {
        return kept("where destroyed_at is not null and completed_at is null order by offer_id limit 1000")
                .query(RetentionRows::read)
                .list();
    }

    /// The recordings that were destroyed last.
    List<Kept> lastDestroyed(int limit) {
        return kept("where completed_at is not null order by completed_at desc limit " + limit)
                .query(RetentionRows::read)
                .list();
    }

    /// Recordings of calls that are held.
    List<Kept> held(int limit) {
        return kept("where destroyed_at is null and " + HELD + "order by offer_id limit " + limit)
                .query(RetentionRows::read)
                .list();
    }

    /// Lets a hold and a destruction of one call go one after the other.
    void lock(long contact) {
        database.sql("select cast(pg_advisory_xact_lock(hashtextextended('retention', :contact)) as text)")
                .param("contact", contact)
                .query(String.class)
                .optional();
    }

    boolean isHeld(long contact) {
        return database.sql("select exists (select from legal_hold where contact_id = :contact and lifted_at is null)")
                .param("contact", contact)
                .query(Boolean.class)
                .single();
    }

    /// Writes a destruction down; false when it is written already.
    boolean insert(Kept kept, int days, String contentHash, Instant at) {
        return database.sql("""
                        insert into recording_destruction (offer_id, client_id, contact_id, direction, kept_days,
                        content_hash, destroyed_at) values (:offer, :client, :contact, :direction, :days, :hash, :at)
                        on conflict do nothing""")
                        .param("offer", kept.name().offer())
                        .param("client", ClientScope.required().value())
                        .param("contact", kept.name().contact())
                        .param("direction", kept.direction().code())
                        .param("days", days)
                        .param("hash", contentHash)
                        .param("at", time(at))
                        .update()
                == 1;
    }

    void complete(long offer, Instant at) {
        database.sql("update recording_destruction set completed_at = :at where offer_id = :offer")
                .param("at", time(at))
                .param("offer", offer)
                .update();
    }

    private JdbcClient.StatementSpec kept(String condition) {
        return database.sql(KEPT + condition).param("tests", testQueues);
    }

    private static OffsetDateTime cutoff(Terms terms, Direction direction, Instant at) {
        return time(at.minus(Duration.ofDays(terms.days(direction))));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        OffsetDateTime destroyed = row.getObject("destroyed_at", OffsetDateTime.class);
        return new Kept(
                new Recording.Name(
                        row.getLong("offer_id"),
                        row.getLong("contact_id"),
                        new ClientId(row.getInt("client_id")),
                        row.getInt("agent_id")),
                Direction.of(row.getString("direction")),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                destroyed == null ? null : destroyed.toInstant());
    }
}
