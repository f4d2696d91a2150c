package org.kezheng.evidence.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentId;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.acd.journal.JournalRecord;
import org.kezheng.evidence.calls.EngineDay;
import org.kezheng.evidence.calls.JournalProjector;
import org.kezheng.evidence.calls.Tables;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;

/// A random day of the real engine, told by each source: they agree, wherever each of them stands, until one of them is
/// tampered with. `-Dkezheng.seed=N` gives another day.
final class AgreementTest {
    private static final long SEED = Long.getLong("kezheng.seed", 20_261_123L);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final MeasureScope WHOLE = new MeasureScope(SHANGHAI, Set.of(), Set.of());

    private final EngineDay day = new EngineDay(SEED, 2_000);
    private final Instant end = instant(lastMicros()).plusSeconds(100);
    private final Tables tables = new Tables(PostgresServer.shared());

    @BeforeEach
    void project() {
        project(day.length());
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void allSourcesAgreeOnARandomDay() {
        Agreement agreement = agreement(WHOLE, day.length());
        assertThat(agreement.report().state()).isEqualTo(AgreementReport.State.UNKNOWN);
        agreement.check();
        AgreementReport report = agreement.report();
        assertThat(report.differences()).as("seed %d", SEED).isEmpty();
        assertThat(report.state()).isEqualTo(AgreementReport.State.AGREES);
        assertThat(report.position()).isEqualTo(day.length());
        assertThat(live(WHOLE, day.length()).from(LocalDate.EPOCH, end).lines()).hasSizeGreaterThan(80);
    }

    @Test
    void sourcesThatStandAtDifferentRecordsAgreeAllTheSame() throws SQLException {
        for (int lag : List.of(1, 7, 100, day.length() / 2)) {
            tables.empty();
            project(day.length() - lag);
            Agreement agreement = agreement(WHOLE, day.length());
            agreement.check();
            assertThat(agreement.report().differences())
                    .as("seed %d, lag %d", SEED, lag)
                    .isEmpty();
            assertThat(agreement.report().position()).isEqualTo(day.length() - lag);
        }
    }

    @Test
    void aChangedRowIsADifferenceThatNamesItsMeasureUntilItIsPutRight() throws SQLException {
        Agreement agreement = agreement(WHOLE, day.length());
        agreement.check();
        String contact = tables.rows("select min(contact_id) from call_record where outcome = 'abandoned'")
                .getFirst();
        execute("update call_record set outcome = 'refused' where contact_id = " + contact);
        agreement.check();
        assertThat(agreement.report().state()).isEqualTo(AgreementReport.State.DIFFERS);
        assertThat(agreement.report().differences())
                .extracting(Difference::quantity)
                .containsExactly(Quantity.ABANDONED, Quantity.REFUSED);
        Difference first = agreement.report().differences().getFirst();
        assertThat(first.historic()).isEqualTo(first.journal() - 1);
        assertThat(first.live()).isEqualTo(first.journal());
        assertThat(first.perAgent()).isNull();
        execute("update call_record set outcome = 'abandoned' where contact_id = " + contact);
        agreement.check();
        assertThat(agreement.report().state()).isEqualTo(AgreementReport.State.AGREES);
        assertThat(agreement.report().differences()).isEmpty();
    }

    @Test
    void aMicrosecondMoreOrLessIsADifference() throws SQLException {
        Agreement agreement = agreement(WHOLE, day.length());
        execute(
                "update agent_state_interval set ended_at = ended_at + interval '1 microsecond' where journal_position ="
                        + " (select min(journal_position) from agent_state_interval where state = 'talking' and ended_at is"
                        + " not null)");
        agreement.check();
        assertThat(agreement.report().differences())
                .extracting(Difference::quantity)
                .containsOnly(Quantity.TALK_MICROS, Quantity.TALKING_MICROS);
    }

    @Test
    void aMissingRowIsADifference() throws SQLException {
        Agreement agreement = agreement(WHOLE, day.length());
        execute("delete from agent_state_interval where state = 'talking' and journal_position = "
                + "(select min(journal_position) from agent_state_interval where state = 'talking')");
        agreement.check();
        assertThat(agreement.report().differences())
                .extracting(Difference::quantity)
                .contains(Quantity.ANSWERED);
    }

    @Test
    void aLiveFigureThatIsWrongIsADifference() {
        LiveFigures wrong = new LiveFigures(WHOLE);
        long missed = positionOfFirstAnswer();
        day.from(1).forEach(record -> {
            if (record.position() != missed) {
                wrong.apply(record);
            }
        });
        Agreement agreement = new Agreement(
                wrong::from, tables.historic(WHOLE), day, site(WHOLE), Clock.fixed(end, ZoneId.of("UTC")));
        agreement.check();
        assertThat(agreement.report().state()).isEqualTo(AgreementReport.State.DIFFERS);
        assertThat(agreement.report().differences())
                .extracting(Difference::quantity)
                .contains(Quantity.ANSWERED);
    }

    @Test
    void whatIsATestCountsNowhere() {
        MeasureScope scope = new MeasureScope(SHANGHAI, Set.of(new QueueId(2)), Set.of(new AgentId(2003)));
        Agreement agreement = agreement(scope, day.length());
        agreement.check();
        assertThat(agreement.report().differences()).as("seed %d", SEED).isEmpty();
        assertThat(live(scope, day.length()).from(LocalDate.EPOCH, end).lines().keySet())
                .noneMatch(line -> line.subject().kind() == Line.Kind.QUEUE
                        && line.subject().id() == 2)
                .noneMatch(line -> line.subject().kind() == Line.Kind.AGENT
                        && line.subject().id() == 2003);
    }

    @Test
    void withoutTheDatabaseNothingIsClaimed() {
        Agreement agreement = agreement(WHOLE, day.length());
        agreement.check();
        tables.close();
        agreement.check();
        assertThat(agreement.report().state()).isEqualTo(AgreementReport.State.UNKNOWN);
        assertThat(agreement.report().differences()).isEmpty();
    }

    private long positionOfFirstAnswer() {
        for (JournalRecord record : day.from(1)) {
            if (record.events().stream().anyMatch(Event.ContactAnswered.class::isInstance)) {
                return record.position();
            }
        }
        throw new AssertionError("nobody answered");
    }

    private Agreement agreement(MeasureScope scope, long livePosition) {
        return new Agreement(
                live(scope, livePosition)::from,
                tables.historic(scope),
                day,
                site(scope),
                Clock.fixed(end, ZoneId.of("UTC")));
    }

    /// A clock is finer than the tables, which round to the nearest microsecond.
    @Test
    void whatTheClockShowsBelowAMicrosecondIsNoDifference() {
        Agreement agreement = new Agreement(
                live(WHOLE, day.length())::from,
                tables.historic(WHOLE),
                day,
                site(WHOLE),
                Clock.fixed(end.plusNanos(999), ZoneId.of("UTC")));
        agreement.check();
        assertThat(agreement.report().differences()).as("seed %d", SEED).isEmpty();
    }

    private static Agreement.Site site(MeasureScope scope) {
        return new Agreement.Site(scope, List.of(new ClientId(1), new ClientId(2)));
    }

    private LiveFigures live(MeasureScope scope, long position) {
        LiveFigures figures = new LiveFigures(scope);
        day.upTo(position).from(1).forEach(figures::apply);
        return figures;
    }

    private void project(long position) {
        try (JournalProjector projector = tables.projector(day.upTo(position))) {
            projector.catchUp();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = tables.database().connect(TestDatabase.ADMIN);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long lastMicros() {
        long last = 0;
        for (JournalRecord record : day.from(day.length())) {
            last = record.nowMicros();
        }
        return last;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
