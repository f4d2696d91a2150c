package org.kezheng.evidence.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The runs of all probes, kept in one chain of hashes. Rows are added and never changed.
public final class ProbeRuns {
    /// Any number that nothing else in the database locks by.
    private static final long CHAIN_LOCK = 0x6b_7a_70_72L;

    private static final int FETCH_ROWS = 200;
    private static final Duration WALK = Duration.ofSeconds(4);
    private static final String COLUMNS =
            "position, content, encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash";

    private final JdbcClient database;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private ChainWalk walk = new ChainWalk();
    private long suspect;
    private final Object keeping = new Object();
    private volatile ProbeRun.@Nullable Link lastKept;

    public ProbeRuns(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// Adds a run at the chain's end and gives it back with its place.
    ///
    /// @throws org.springframework.dao.DataAccessException or a transaction's, when it cannot be kept
    ProbeRun keep(ProbeRun run) {
        ProbeRun kept = Objects.requireNonNull(writing.execute(status -> {
            database.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", CHAIN_LOCK)
                    .query((row, number) -> true)
                    .single();
            Optional<End> end = database.sql(
                            "select position, encode(hash, 'hex') from probe_run order by position desc limit 1")
                    .query((row, number) -> new End(row.getLong(1), row.getString(2)))
                    .optional();
            long position = end.map(End::position).orElse(0L) + 1;
            String previous = end.map(End::hash).orElse(RunContent.NOTHING);
            String content = RunContent.of(run);
            String hash = RunContent.hash(previous, content);
            insert(run, new Place(position, previous, hash), content);
            return withLink(run, new Place(position, previous, hash));
        }));
        keptLast(kept.kept().orElseThrow());
        return kept;
    }

    private record End(long position, String hash) {}

    private void keptLast(ProbeRun.Link link) {
        synchronized (keeping) {
            ProbeRun.Link before = lastKept;
            if (before == null || before.position() < link.position()) {
                lastKept = link;
            }
        }
    }

    private record Place(long position, String previous, String hash) {}

    private void insert(ProbeRun run, Place place, String content) {
        database.sql("""
                        insert into probe_run (position, id, probe, started_at, outcome, content, previous_hash, hash)
                        values (:position, :id, :probe, cast(:started as timestamptz), :outcome, :content,
                                decode(:previous, 'hex'),
                                decode(:hash, 'hex'))""")
                .param("position", place.position())
                .param("id", run.id())
                .param("probe", run.probe())
                .param("started", run.startedAt().toString())
                .param("outcome", run.outcome().code())
                .param("content", content)
                .param("previous", place.previous())
                .param("hash", place.hash())
                .update();
    }

    private static ProbeRun withLink(ProbeRun run, Place place) {
        return new ProbeRun(
                run.id(),
                run.probe(),
                run.startedAt(),
                run.endedAt(),
                run.trigger(),
                run.finding(),
                new ProbeRun.Link(place.position(), place.hash(), place.previous()));
    }

    /// The latest runs of a probe, newest first.
    public List<ProbeRun> latest(String probe, int limit) {
        return inTransaction(() -> database.sql("select " + COLUMNS + " from probe_run where probe = :probe"
                        + " order by position desc limit :limit")
                .param("probe", probe)
                .param("limit", limit)
                .query(ProbeRuns::run)
                .list());
    }

    /// A run of that probe.
    public Optional<ProbeRun> find(String probe, String id) {
        return inTransaction(
                () -> database.sql("select " + COLUMNS + " from probe_run where probe = :probe and id = :id")
                        .param("probe", probe)
                        .param("id", id)
                        .query(ProbeRuns::run)
                        .optional());
    }

    /// The worst outcome of each day from that day on, as far as the probe ran on it.
    public Map<LocalDate, ProbeFinding.Outcome> worstByDay(String probe, LocalDate from, ZoneId zone) {
        Map<LocalDate, ProbeFinding.Outcome> worst = new TreeMap<>();
        inTransaction(() -> database.sql("""
                                select to_char(started_at at time zone :zone, 'YYYY-MM-DD') as day,
                                       case when bool_or(outcome = 'disproved') then 'disproved'
                                            when bool_or(outcome = 'failed') then 'failed' else 'holds' end as worst
                                from probe_run
                                where probe = :probe and started_at >= cast(:since as timestamptz) group by 1""")
                        .param("zone", zone.getId())
                        .param("probe", probe)
                        .param("since", from.atStartOfDay(zone).toInstant().toString())
                        .query((row, number) -> Map.entry(row.getString("day"), row.getString("worst")))
                        .list())
                .forEach(day -> worst.put(LocalDate.parse(day.getKey()), ProbeFinding.Outcome.of(day.getValue())));
        return worst;
    }

    /// Recomputes the chain and gives the first position that is not as it was kept, if there is one. Begins where the
    /// time was over before: some hundred thousand runs are walked each time, a longer chain in several.
    public synchronized OptionalLong firstBroken() {
        OptionalLong broken = inTransaction(() -> {
            OptionalLong known = stillBroken();
            OptionalLong cut = known.isPresent() ? known : cutEnd();
            return cut.isPresent() ? cut : walkOn();
        });
        suspect = broken.orElse(0);
        return broken;
    }

    /// What was found stays found until it is mended, wherever the walk is.
    private OptionalLong stillBroken() {
        return suspect > 0 && !isIntact(suspect) ? OptionalLong.of(suspect) : OptionalLong.empty();
    }

    private boolean isIntact(long position) {
        List<ChainWalk.Row> rows = page(position - 2, 2);
        ChainWalk walk = position == 1
                ? new ChainWalk()
                : new ChainWalk(
                        position - 1, rows.isEmpty() ? "" : rows.getFirst().hash());
        return !rows.isEmpty()
                && rows.getLast().position() == position
                && rows.size() == (position == 1 ? 1 : 2)
                && walk.follows(rows.getLast());
    }

    /// The end that this process kept itself must be there.
    private OptionalLong cutEnd() {
        ProbeRun.Link end = lastKept;
        if (end == null) {
            return OptionalLong.empty();
        }
        List<ChainWalk.Row> rows = page(end.position() - 1, 1);
        boolean isThere = !rows.isEmpty() && rows.getFirst().hash().equals(end.hash());
        return isThere ? OptionalLong.empty() : OptionalLong.of(end.position());
    }

    private OptionalLong walkOn() {
        long deadline = System.nanoTime() + WALK.toNanos();
        while (System.nanoTime() - deadline < 0) {
            List<ChainWalk.Row> page = page(walk.position(), FETCH_ROWS);
            for (ChainWalk.Row row : page) {
                if (!walk.follows(row)) {
                    walk = new ChainWalk();
                    return OptionalLong.of(row.position());
                }
            }
            if (page.isEmpty()) {
                walk = new ChainWalk();
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    private List<ChainWalk.Row> page(long after, int limit) {
        return database.sql("select " + COLUMNS + " from probe_run where position > :after"
                        + " order by position limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new ChainWalk.Row(
                        row.getLong("position"),
                        row.getString("content"),
                        row.getString("previous_hash"),
                        row.getString("hash")))
                .list();
    }

    /// Whether the records can be reached at this moment.
    boolean isReachable() {
        try {
            return inTransaction(
                            () -> database.sql("select 1").query(Integer.class).single())
                    == 1;
        } catch (RuntimeException away) {
            return false;
        }
    }

    private static ProbeRun run(ResultSet row, int number) throws SQLException {
        RunContent content = RunContent.parse(row.getString("content"));
        return new ProbeRun(
                content.id(),
                content.probe(),
                Instant.parse(content.startedAt()),
                Instant.parse(content.endedAt()),
                ProbeRun.Trigger.of(content.trigger()),
                new ProbeFinding(ProbeFinding.Outcome.of(content.outcome()), content.checks()),
                new ProbeRun.Link(row.getLong("position"), row.getString("hash"), row.getString("previous_hash")));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(status -> work.get()));
    }
}
