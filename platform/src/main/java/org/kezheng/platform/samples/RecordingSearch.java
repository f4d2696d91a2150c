package org.kezheng.platform.samples;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds recordings of the client in scope; those of the platform's own calls, and messages, never. Joins the
/// caller's transaction.
final class RecordingSearch {
    private static final String FROM = """
            from recording r join call_record c on c.contact_id = r.contact_id
                left join recording_destruction d on d.offer_id = r.offer_id
            where r.agent_id <> 0 and c.queue_id not in (:tests) and\s""";
    private static final String SELECT = """
            select r.offer_id, r.contact_id, r.agent_id, c.queue_id, r.started_at, r.duration_micros, c.disposition,
                d.offer_id is not null as is_destroyed,
                exists (select from recording_gap g where g.offer_id = r.offer_id) as is_paused\s""" + FROM;

    private final JdbcClient database;
    private final List<Integer> tests;

    RecordingSearch(JdbcClient database, List<Integer> testQueues) {
        this.database = database;
        this.tests = testQueues.isEmpty() ? List.of(0) : List.copyOf(testQueues);
    }

    /// The newest first, behind that offer.
    List<Found> page(Criteria criteria, long before, int limit) {
        return ask(SELECT, criteria, " and r.offer_id < :before order by r.offer_id desc limit " + limit)
                .param("before", before)
                .query(RecordingSearch::read)
                .list();
    }

    /// All that match and were stored by then, by offer: what a sample is drawn from.
    List<Long> population(Criteria criteria, Instant storedBy) {
        return ask("select r.offer_id " + FROM, criteria, " and r.stored_at <= :stored order by r.offer_id")
                .param("stored", storedBy.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /// These, in this order.
    List<Found> of(List<Long> offers) {
        if (offers.isEmpty()) {
            return List.of();
        }
        Map<Long, Found> found = database
                .sql(SELECT + "r.offer_id in (:offers)")
                .param("tests", tests)
                .param("offers", offers)
                .query(RecordingSearch::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Found::offer, Function.identity()));
        return offers.stream().filter(found::containsKey).map(found::get).toList();
    }

    private JdbcClient.StatementSpec ask(String select, Criteria criteria, String rest) {
        Criteria.Condition condition = criteria.condition();
        return database.sql(select + condition.sql() + rest)
                .param("tests", tests)
                .params(condition.parameters());
    }

    private static Found read(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getLong("offer_id"),
                row.getLong("contact_id"),
                row.getInt("agent_id"),
                row.getInt("queue_id"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Duration.of(row.getLong("duration_micros"), ChronoUnit.MICROS),
                row.getString("disposition"),
                row.getBoolean("is_destroyed"),
                row.getBoolean("is_paused"));
    }
}
