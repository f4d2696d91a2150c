package org.kezheng.evidence.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.postgres.PostgresServer;

/// That each record takes effect exactly once, whatever happens to the processes around it.
final class JournalProjectorTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HandMadeJournal journal = new HandMadeJournal();
    private final Tables tables = new Tables(PostgresServer.shared());

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void whereverTheProcessIsKilledEachEventTakesEffectOnce() throws SQLException {
        addRecordsOfTwoClients();
        tables.projector(journal).catchUp();
        List<String> expected = tables.rows();

        for (StoppingTransactions.When when : StoppingTransactions.When.values()) {
            int commit = 1;
            while (isKilledAt(commit, when)) {
                tables.projector(journal).catchUp();
                assertThat(tables.rows()).as("killed %s %d", when, commit).isEqualTo(expected);
                commit++;
            }
            assertThat(commit).as("commits tried, %s", when).isGreaterThan(5);
        }
    }

    @Test
    void aRecordOfTwoClientsIsTakenInTwoTransactions() throws SQLException {
        journal.add(journal.queued(101, 1, 1), journal.queued(102, 2, 2));

        // The first transaction asks for the position, the second works for client 1, the third for client 2.
        assertThatThrownBy(() -> tables.projector(
                                journal,
                                real -> new StoppingTransactions(real, 3, StoppingTransactions.When.BEFORE_COMMIT))
                        .catchUp())
                .isInstanceOf(StoppingTransactions.Killed.class);

        assertThat(tables.rows("select contact_id, client_id from call_record")).containsExactly("101|1");
        assertThat(tables.rows("select position, events from projection_position"))
                .containsExactly("0|1");
        tables.projector(journal).catchUp();
        assertThat(tables.rows("select contact_id, client_id from call_record order by 1"))
                .containsExactly("101|1", "102|2");
        assertThat(tables.rows("select position, events from projection_position"))
                .containsExactly("1|0");
    }

    @Test
    void twoProjectorsAtOnceNeverDouble() throws SQLException {
        try (Tables reference = new Tables(PostgresServer.shared());
                JournalProjector one = tables.projector(journal);
                JournalProjector other = tables.projector(journal)) {
            one.start();
            other.start();
            for (int call = 0; call < 40; call++) {
                journal.addLongCall(1_000 + call, 1 + call % 2, 1 + 2L * call);
                one.journalHasGrown();
                other.journalHasGrown();
            }
            awaitPosition(tables, journal.lastPosition());

            reference.projector(journal).catchUp();
            assertThat(tables.rows()).isEqualTo(reference.rows());
        }
    }

    @Test
    void aRebuildGivesTheSameRowsAlsoWhileTheProjectorRuns() throws SQLException {
        addRecordsOfTwoClients();
        try (JournalProjector projector = tables.projector(journal)) {
            projector.start();
            awaitPosition(tables, journal.lastPosition());
            List<String> before = tables.rows();

            tables.empty();
            projector.journalHasGrown();
            awaitPosition(tables, journal.lastPosition());

            assertThat(tables.rows()).isEqualTo(before).isNotEmpty();
        }
    }

    @Test
    void recordsWithoutEventsAreCountedToo() throws SQLException {
        journal.add(HandMadeJournal.signIn(2001));
        journal.add();
        journal.add();
        JournalProjector projector = tables.projector(journal);

        projector.catchUp();

        assertThat(projector.projectedPosition()).isEqualTo(3);
        assertThat(tables.rows("select position from projection_position")).containsExactly("3");
    }

    @Test
    void moreEventsThanOneTransactionTakesAreAllTaken() throws SQLException {
        for (int contact = 1; contact <= ProjectionRun.MAX_STEPS + 1; contact++) {
            journal.add(journal.queued(contact, 1, 1));
        }
        tables.projector(journal).catchUp();

        assertThat(tables.rows("select count(*) from call_record"))
                .containsExactly(Integer.toString(ProjectionRun.MAX_STEPS + 1));
    }

    @Test
    void tablesOfAnotherJournalAreLeftAlone() throws SQLException {
        addRecordsOfTwoClients();
        tables.projector(journal).catchUp();
        List<String> before = tables.rows();
        HandMadeJournal another = new HandMadeJournal();
        another.add(HandMadeJournal.signIn(2009));

        JournalProjector projector = tables.projector(another);

        assertThatThrownBy(projector::catchUp)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another journal");
        assertThat(tables.rows()).isEqualTo(before);
    }

    @Test
    void anEventThatFitsNothingIsNamedAndNotPassedOver() throws SQLException {
        journal.add(journal.queued(1, 1, 1));
        journal.add(HandMadeJournal.ended(77, ContactOutcome.ABANDONED));
        JournalProjector projector = tables.projector(journal);

        assertThatThrownBy(projector::catchUp)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("77");

        assertThat(projector.projectedPosition()).isZero();
    }

    @Test
    void afterPostgresWasAwayTheProjectorCatchesUp() throws SQLException {
        try (PostgresServer server = PostgresServer.start();
                Tables ownTables = new Tables(server);
                JournalProjector projector = ownTables.projector(journal)) {
            journal.addLongCall(101, 1, 1);
            projector.start();
            awaitPosition(ownTables, journal.lastPosition());

            server.stop();
            journal.addLongCall(102, 2, 3);
            projector.journalHasGrown();
            journal.addLongCall(103, 1, 5);
            projector.journalHasGrown();
            server.resume();

            awaitPosition(ownTables, journal.lastPosition());
            tables.projector(journal).catchUp();
            assertThat(ownTables.rows()).isEqualTo(tables.rows());
        }
    }

    @Test
    void theProjectorsThreadEndsWithTheProjector() {
        AtomicBoolean isRead = new AtomicBoolean();
        JournalProjector projector = tables.projector(position -> {
            isRead.set(true);
            return List.of();
        });
        projector.start();
        Await.until("the projector reads", SOON, isRead::get);
        assertThat(projectorThreads()).isPositive();

        projector.close();

        assertThat(projectorThreads()).isZero();
    }

    private void addRecordsOfTwoClients() {
        journal.add(HandMadeJournal.signIn(2001), HandMadeJournal.signIn(2002));
        journal.add(HandMadeJournal.state(2001, AgentState.NOT_READY, AgentState.READY));
        journal.add(HandMadeJournal.state(2002, AgentState.NOT_READY, AgentState.READY));
        journal.addLongCall(101, 1, 1);
        journal.addLongCall(102, 2, 3);
        journal.add(journal.queued(103, 1, 1), HandMadeJournal.made(5, 103, 2001));
        // One tick ends what belongs to two clients.
        journal.add(
                HandMadeJournal.ended(5, 103, 2001, OfferOutcome.WITHDRAWN),
                HandMadeJournal.ended(103, ContactOutcome.TIMED_OUT),
                journal.queued(104, 2, 2),
                HandMadeJournal.state(2001, AgentState.READY, AgentState.SIGNED_OUT),
                journal.queued(105, 1, 1),
                HandMadeJournal.ended(104, ContactOutcome.LOST));
    }

    private boolean isKilledAt(int commit, StoppingTransactions.When when) throws SQLException {
        tables.empty();
        try {
            tables.projector(journal, real -> new StoppingTransactions(real, commit, when))
                    .catchUp();
            return false;
        } catch (StoppingTransactions.Killed killed) {
            return true;
        }
    }

    private static void awaitPosition(Tables tables, long position) {
        Await.until(
                "the tables hold record " + position,
                SOON,
                () -> tables.rows("select position, events from projection_position")
                        .equals(List.of(position + "|0")));
    }

    private static long projectorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("kezheng-projector"))
                .count();
    }
}
