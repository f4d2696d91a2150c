package org.kezheng.evidence.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kezheng.acd.engine.AgentState;
import org.kezheng.acd.engine.ContactOutcome;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.testkit.postgres.PostgresServer;

/// What a call and an agent's day look like in the tables, and what questions give.
final class CallRecordsTest {
    private static final ClientId CLIENT = new ClientId(1);
    private static final ClientId OTHER_CLIENT = new ClientId(2);
    private static final Instant EVER = Instant.EPOCH;
    private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");

    private static Tables tables;

    private final HandMadeJournal journal = new HandMadeJournal();

    @BeforeAll
    static void openTables() {
        tables = new Tables(PostgresServer.shared());
    }

    @AfterAll
    static void closeTables() {
        tables.close();
    }

    @AfterEach
    void emptyTables() throws Exception {
        tables.empty();
    }

    @Test
    void aCallHasTheMicrosecondsOfItsEvents() {
        journal.addLongCall(101, 1, 1);
        project();

        Call call = call(101).orElseThrow();

        assertThat(call.client()).isEqualTo(1);
        assertThat(call.queue()).isEqualTo(1);
        assertThat(call.agent()).isEqualTo(2002);
        assertThat(call.offeredAt()).isEqualTo(Instant.parse("2027-01-15T08:00:00.000001Z"));
        assertThat(call.ringingAt()).isEqualTo(at(4));
        assertThat(call.answeredAt()).isEqualTo(at(5));
        assertThat(call.endedAt()).isEqualTo(at(10));
        assertThat(call.outcome()).isEqualTo("answered");
        assertThat(call.disposition()).isEqualTo("resolved");
        assertThat(call.arrivalNumber()).isEqualTo(1);
        assertThat(call.journalPosition()).isEqualTo(1);
    }

    @Test
    void timeOnHoldIsSummedAlsoWhenTheCallEndsOnHold() {
        journal.addLongCall(101, 1, 1);
        project();

        // Held from record 6 to 7 and from 8 to the end in record 10.
        assertThat(call(101).orElseThrow().hold()).isEqualTo(Duration.of(3_000_003, ChronoUnit.MICROS));
    }

    @Test
    void eachOfferKeepsItsOwnTimesAndOutcome() {
        journal.addLongCall(101, 1, 1);
        project();

        List<Offer> offers = ClientScope.call(CLIENT, () -> tables.calls().offersOf(101));

        assertThat(offers)
                .containsExactly(
                        new Offer(1, 101, 2001, at(1), at(2), at(3), null, "missed", "longest-idle", 1),
                        new Offer(2, 101, 2002, at(3), at(4), at(5), at(10), "answered", "longest-idle", 3));
    }

    @Test
    void aCallThatWaitsHasNeitherAgentNorOutcome() {
        journal.add(journal.queued(101, 1, 1));
        project();

        assertThat(call(101))
                .contains(new Call(101, 1, 1, null, at(1), null, null, null, null, Duration.ZERO, null, 1, 1));
    }

    @Test
    void anAgentsIntervalsFollowEachOtherWithoutGap() {
        journal.add(HandMadeJournal.signIn(2001), HandMadeJournal.signIn(2002));
        journal.add(HandMadeJournal.state(2002, AgentState.NOT_READY, AgentState.READY));
        journal.addLongCall(101, 1, 1);
        project();

        assertThat(tables.calls().intervalsOf(2002, EVER, NEVER))
                .containsExactly(
                        new Interval(2002, "not-ready", "signed-in", null, at(1), at(2), 1),
                        new Interval(2002, "ready", null, null, at(2), at(5), 2),
                        new Interval(2002, "ringing", null, 101L, at(5), at(7), 5),
                        new Interval(2002, "talking", null, 101L, at(7), at(12), 7),
                        new Interval(2002, "wrap-up", null, 101L, at(12), at(13), 12),
                        new Interval(2002, "ready", null, null, at(13), null, 13));
    }

    @Test
    void signingOutClosesTheIntervalAndOpensNone() {
        journal.add(HandMadeJournal.signIn(2001));
        journal.add(HandMadeJournal.state(2001, AgentState.NOT_READY, AgentState.SIGNED_OUT));
        project();

        assertThat(tables.calls().intervalsOf(2001, EVER, NEVER))
                .containsExactly(new Interval(2001, "not-ready", "signed-in", null, at(1), at(2), 1));
    }

    @Test
    void intervalsThatReachIntoTheSpanAreGivenWhole() {
        journal.add(HandMadeJournal.signIn(2001));
        journal.add(HandMadeJournal.state(2001, AgentState.NOT_READY, AgentState.READY));
        journal.add(HandMadeJournal.state(2001, AgentState.READY, AgentState.SIGNED_OUT));
        project();

        assertThat(tables.calls().intervalsOf(2001, at(2).plusMillis(1), at(2).plusMillis(2)))
                .extracting(Interval::state)
                .containsExactly("ready");
        assertThat(tables.calls().intervalsOf(2001, at(3), NEVER)).isEmpty();
        assertThat(tables.calls().intervalsOf(2001, EVER, at(1))).isEmpty();
    }

    @Test
    void anotherClientsCallsAreInvisible() {
        journal.addLongCall(101, 1, 1);
        journal.addLongCall(102, 2, 3);
        project();
        Calls calls = tables.calls();

        ClientScope.run(OTHER_CLIENT, () -> {
            assertThat(calls.withId(101)).isEmpty();
            assertThat(calls.offersOf(101)).isEmpty();
            assertThat(calls.matching(everything()).calls())
                    .extracting(Call::contact)
                    .containsExactly(102L);
        });
        assertThat(calls.withId(101)).isEmpty();
        assertThat(calls.matching(everything()).calls()).isEmpty();
    }

    @Test
    void filtersNarrowAndTheCursorGoesOnWhereThePageEnded() {
        journal.addLongCall(105, 1, 1);
        journal.add(journal.queued(104, 1, 2));
        journal.add(journal.queued(103, 1, 2));
        journal.add(HandMadeJournal.ended(103, ContactOutcome.ABANDONED));
        project();

        assertThat(matching(everything())).containsExactly(103L, 104L, 105L);
        assertThat(matching(filter(2, null, null, null, 10))).containsExactly(103L, 104L);
        assertThat(matching(filter(null, 2002, null, null, 10))).containsExactly(105L);
        assertThat(matching(filter(null, null, "abandoned", null, 10))).containsExactly(103L);
        assertThat(matching(new CallFilter(null, null, null, at(13), at(14), null, 10)))
                .containsExactly(104L);
        assertThat(matching(filter(null, null, null, null, 1))).containsExactly(103L);
        assertThat(matching(filter(null, null, null, 3L, 10))).containsExactly(104L, 105L);
    }

    @Test
    void onlyAPageThatIsNotTheLastHasACursor() {
        journal.add(journal.queued(101, 1, 1));
        journal.add(journal.queued(102, 1, 1));
        project();

        ClientScope.run(CLIENT, () -> {
            assertThat(tables.calls()
                            .matching(filter(null, null, null, null, 1))
                            .next())
                    .isEqualTo(2);
            assertThat(tables.calls().matching(filter(null, null, null, 2L, 1)).next())
                    .isNull();
            assertThat(tables.calls()
                            .matching(filter(null, null, null, null, 2))
                            .next())
                    .isNull();
        });
    }

    private void project() {
        tables.projector(journal).catchUp();
    }

    private static Instant at(long position) {
        return Instant.EPOCH.plus(HandMadeJournal.micros(position), ChronoUnit.MICROS);
    }

    private static Optional<Call> call(long contact) {
        return ClientScope.call(CLIENT, () -> tables.calls().withId(contact));
    }

    private static List<Long> matching(CallFilter filter) {
        return ClientScope.call(
                CLIENT,
                () -> tables.calls().matching(filter).calls().stream()
                        .map(Call::contact)
                        .toList());
    }

    private static CallFilter everything() {
        return filter(null, null, null, null, CallFilter.MAX_LIMIT);
    }

    private static CallFilter filter(
            @Nullable Integer queue,
            @Nullable Integer agent,
            @Nullable String outcome,
            @Nullable Long before,
            int limit) {
        return new CallFilter(queue, agent, outcome, null, null, before, limit);
    }
}
