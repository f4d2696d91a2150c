package org.kezheng.evidence.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.postgres.PostgresServer;

/// A random day of the real engine: the tables say what a plain count of the events says. `-Dkezheng.seed=N` gives
/// another day.
final class ProjectedDayTest {
    private static final long SEED = Long.getLong("kezheng.seed", 20_270_115L);
    private static final int COMMANDS = 2_000;

    private static Tables tables;
    private static NaiveCount count;

    @BeforeAll
    static void projectADay() {
        EngineDay day = new EngineDay(SEED, COMMANDS);
        tables = new Tables(PostgresServer.shared());
        projectInPieces(day, new Random(SEED));
        count = new NaiveCount(day.from(1));
    }

    @AfterAll
    static void close() {
        tables.close();
    }

    @Test
    void theTablesSayWhatAPlainCountSays() throws SQLException {
        assertThat(tables.rows("""
                        select client_id, coalesce(outcome, 'living'), count(*)
                        from call_record group by 1, 2 order by 1, 2"""))
                .as("seed %d", SEED)
                .isEqualTo(count.contactsByOutcome())
                .hasSizeGreaterThan(6);
        assertThat(tables.rows("""
                        select outcome, count(*) from call_offer where outcome is not null
                        group by 1 order by 1"""))
                .as("seed %d", SEED)
                .isEqualTo(count.offersByOutcome())
                .hasSizeGreaterThan(3);
        assertThat(tables.rows("select contact_id, hold_micros from call_record where hold_micros > 0 order by 1"))
                .as("seed %d", SEED)
                .isEqualTo(count.timeOnHold())
                .isNotEmpty();
    }

    @Test
    void anAgentsIntervalsSumUpToTheTimeSignedIn() throws SQLException {
        assertThat(tables.rows("""
                        select agent_id, sum((extract(epoch from coalesce(
                            ended_at, timestamptz 'epoch' + %d * interval '1 microsecond') - started_at)
                            * 1000000)::bigint)
                        from agent_state_interval group by 1 order by 1""".formatted(count.lastMicros())))
                .as("seed %d", SEED)
                .isEqualTo(count.timeSignedIn())
                .hasSize(6);
        assertThat(tables.rows("""
                        select one.agent_id from agent_state_interval one
                        join agent_state_interval other on other.agent_id = one.agent_id
                            and (other.journal_position, other.ordinal) > (one.journal_position, one.ordinal)
                        where one.ended_at is null or one.ended_at > other.started_at""")).as("intervals that overlap").isEmpty();
    }

    @Test
    void everyContactIsCountedOnceAndOnlyOnce() throws SQLException {
        assertThat(tables.rows("""
                        select count(*) = count(*) filter (where outcome in
                            ('answered', 'abandoned', 'timed-out', 'refused', 'lost', 'callback', 'voicemail', 'overflowed'))
                            + count(*) filter (where outcome is null) from call_record""")).containsExactly("t");
        assertThat(tables.rows("select count(*) from call_record where (outcome = 'answered') is distinct from"
                        + " (answered_at is not null and ended_at is not null) and outcome is not null"))
                .as("answered exactly when an agent took it")
                .containsExactly("0");
        assertThat(tables.rows("""
                        select count(*) from call_record c where (select count(*) from call_offer o
                        where o.contact_id = c.contact_id and o.outcome = 'answered' and o.rule <> 'taken-over')
                        <> (case when c.answered_at is null then 0 else 1 end)""")).as("calls whose offers disagree with them").containsExactly("0");
        assertThat(tables.rows(
                        "select count(*) > 0 from call_offer where rule = 'taken-over' and outcome = 'answered'"))
                .as("a call that was taken over has a talk more")
                .containsExactly("t");
    }

    /// As processes that start, go on from where the one before ended, and end.
    private static void projectInPieces(EngineDay day, Random random) {
        long reached = 0;
        while (reached < day.length()) {
            reached = Math.min(day.length(), reached + 1 + random.nextInt(400));
            try (JournalProjector projector = tables.projector(day.upTo(reached))) {
                projector.catchUp();
                assertThat(projector.projectedPosition()).isEqualTo(reached);
            }
        }
    }
}
