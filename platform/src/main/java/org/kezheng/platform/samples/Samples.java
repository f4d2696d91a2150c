package org.kezheng.platform.samples;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Draws samples of the client in scope and keeps them. A draw is in the audit ledger with its seed, in the transaction
/// in which it is kept; what was drawn is what the seed gives, so nobody can pick.
final class Samples {
    private static final int MOST = 100;

    private final JdbcClient database;
    private final RecordingSearch search;
    private final AuditLedger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Samples(
            JdbcClient database,
            RecordingSearch search,
            AuditLedger ledger,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.search = search;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A sample with its recordings.
    ///
    /// @param isRepeated drawn again now, from the same criteria and seed, it is the same
    record Shown(Sample sample, List<Found> recordings, boolean isRepeated) {}

    List<Found> page(Criteria criteria, long before, int limit) {
        return in(() -> search.page(criteria, before, limit));
    }

    Shown draw(Criteria criteria, int size, String seed, SignedIn who) {
        return in(() -> {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<Long> population = search.population(criteria, at);
            List<Long> offers = Draw.of(population, size, seed);
            Sample drawn = insert(
                    new Sample(0, criteria, seed, size, population.size(), offers, new Sample.Drawing(who.user(), at)));
            ledger.append(LedgerEntry.of(
                    "sample.drawn",
                    Actor.of(who),
                    Subject.of("sample", drawn.id(), ClientScope.required()),
                    Map.of(
                            "seed", seed,
                            "size", Integer.toString(size),
                            "population", Integer.toString(population.size()))));
            return new Shown(drawn, search.of(offers), true);
        });
    }

    /// The newest first.
    List<Sample> newest() {
        return in(() -> database.sql("select * from recording_sample order by id desc limit " + MOST)
                .query(Samples::read)
                .list());
    }

    Optional<Shown> withId(long id) {
        return in(() -> database.sql("select * from recording_sample where id = :id")
                .param("id", id)
                .query(Samples::read)
                .optional()
                .map(sample -> new Shown(sample, search.of(sample.offers()), isRepeated(sample))));
    }

    private boolean isRepeated(Sample sample) {
        List<Long> population =
                search.population(sample.criteria(), sample.drawing().at());
        return Draw.of(population, sample.size(), sample.seed()).equals(sample.offers());
    }

    private Sample insert(Sample sample) {
        Criteria criteria = sample.criteria();
        long id = database.sql("""
                        insert into recording_sample (client_id, from_at, to_at, queue_id, agent_id, disposition,
                        min_seconds, max_seconds, seed, size, population, offers, drawn_by, drawn_at)
                        values (:client, :from, :to, :queue, :agent, :disposition, :min, :max, :seed, :size, :population,
                        :offers, :by, :at) returning id""")
                .param("client", ClientScope.required().value())
                .param("from", time(criteria.from()))
                .param("to", time(criteria.to()))
                .param("queue", criteria.queue())
                .param("agent", criteria.agent())
                .param("disposition", criteria.disposition())
                .param("min", criteria.minSeconds())
                .param("max", criteria.maxSeconds())
                .param("seed", sample.seed())
                .param("size", sample.size())
                .param("population", sample.population())
                .param("offers", sample.offers().toArray(Long[]::new))
                .param("by", sample.drawing().by())
                .param("at", time(sample.drawing().at()))
                .query(Long.class)
                .single();
        return new Sample(
                id, criteria, sample.seed(), sample.size(), sample.population(), sample.offers(), sample.drawing());
    }

    private static Sample read(ResultSet row, int number) throws SQLException {
        Criteria criteria = new Criteria(
                instant(row, "from_at"),
                instant(row, "to_at"),
                row.getObject("queue_id", Integer.class),
                row.getObject("agent_id", Integer.class),
                row.getString("disposition"),
                row.getObject("min_seconds", Integer.class),
                row.getObject("max_seconds", Integer.class));
        Array offers = row.getArray("offers");
        return new Sample(
                row.getLong("id"),
                criteria,
                row.getString("seed"),
                row.getInt("size"),
                row.getInt("population"),
                Arrays.asList((Long[]) offers.getArray()),
                new Sample.Drawing(
                        row.getString("drawn_by"),
                        row.getObject("drawn_at", OffsetDateTime.class).toInstant()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
