package org.kezheng.evidence.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// Runs on a real PostgreSQL as the application's role.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProbeRunnerTest {
    private static final Words WORDS = new Words("字", "words");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final HikariDataSource pool = new HikariDataSource();
    private TestDatabase database;
    private PlatformTransactionManager transactions;
    private ProbeRuns runs;

    @BeforeAll
    void connect() {
        database = PostgresServer.shared().database().migrate("classpath:db/migration/evidence");
        pool.setDataSource(database.dataSource(TestDatabase.APP));
        pool.setMaximumPoolSize(4);
        transactions = new JdbcTransactionManager(pool);
    }

    @AfterAll
    void disconnect() {
        pool.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.execute(TestDatabase.ADMIN, "truncate probe_run");
        runs = new ProbeRuns(JdbcClient.create(pool), transactions);
    }

    @Test
    void runsAreKeptInOneChainAndReadBackAsTheyWere() {
        ProbeRun first = ended("a", probe("a", () -> holds()));
        ProbeRun second = ended("b", probe("b", () -> disproved()));
        assertThat(first.kept().orElseThrow().position()).isEqualTo(1);
        assertThat(first.kept().orElseThrow().previousHash()).isEqualTo("0".repeat(64));
        assertThat(second.kept().orElseThrow().previousHash())
                .isEqualTo(first.kept().orElseThrow().hash());
        assertThat(runs.find("b", second.id())).contains(second);
        assertThat(runs.find("a", second.id())).isEmpty();
        assertThat(runs.latest("a", 5)).containsExactly(first);
        assertThat(runs.firstBroken()).isEmpty();
    }

    @Test
    void aChangedRunBreaksTheChainAndIsNamed() throws SQLException {
        for (int count = 0; count < 5; count++) {
            ended("a", probe("a", () -> disproved()));
        }
        database.execute(
                TestDatabase.ADMIN,
                "update probe_run set content = replace(content, 'disproved', 'holds') where position = 3");
        assertThat(runs.firstBroken()).hasValue(3);
        database.execute(TestDatabase.ADMIN, "delete from probe_run where position = 2");
        assertThat(runs.firstBroken()).hasValue(3);
    }

    @Test
    void aChainThatLostItsEndIsBrokenWhereItWasCutAlsoWhenItGrewAgain() throws SQLException {
        for (int count = 0; count < 3; count++) {
            ended("a", probe("a", () -> disproved()));
        }
        assertThat(runs.firstBroken()).isEmpty();
        database.execute(TestDatabase.ADMIN, "create table cut as select * from probe_run where position = 3");
        database.execute(TestDatabase.ADMIN, "delete from probe_run where position = 3");
        assertThat(runs.firstBroken()).hasValue(3);
        database.execute(TestDatabase.ADMIN, "insert into probe_run select * from cut; drop table cut");
        assertThat(runs.firstBroken()).isEmpty();
        database.execute(TestDatabase.ADMIN, "update probe_run set content = content || ' ' where position = 1");
        assertThat(runs.firstBroken()).hasValue(1);
        assertThat(runs.firstBroken()).hasValue(1);
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveARun() {
        for (String attempt : List.of("update probe_run set outcome = 'holds'", "delete from probe_run")) {
            assertThat(refused(attempt)).isTrue();
        }
    }

    private boolean refused(String attempt) {
        try {
            database.execute(TestDatabase.APP, attempt);
            return false;
        } catch (SQLException refusal) {
            return "42501".equals(refusal.getSQLState());
        }
    }

    @Test
    void theWorstOfADayCounts() {
        ended("a", probe("a", () -> holds()));
        ended("a", probe("a", () -> disproved()));
        ended("a", probe("a", () -> holds()));
        LocalDate today = LocalDate.now(ZONE);
        assertThat(runs.worstByDay("a", today.minusDays(1), ZONE)).containsValue(ProbeFinding.Outcome.DISPROVED);
        assertThat(runs.worstByDay("b", today.minusDays(1), ZONE)).isEqualTo(Map.of());
    }

    @Test
    void aProbeThatThrowsOrTakesTooLongHasFailed() {
        ProbeRun broken = ended("a", probe("a", () -> {
            throw new IllegalStateException("a text that must not be shown");
        }));
        assertThat(broken.outcome()).isEqualTo(ProbeFinding.Outcome.FAILED);
        assertThat(broken.checks().getFirst().observed()).isEqualTo("IllegalStateException");
        CountDownLatch never = new CountDownLatch(1);
        ProbeRun slow = ended("a", probe("a", () -> {
            never.await();
            return holds();
        }));
        assertThat(slow.outcome()).isEqualTo(ProbeFinding.Outcome.FAILED);
        assertThat(slow.checks().getFirst().observed()).isEqualTo("> 1 s");
    }

    @Test
    void oneRunAtATimeAndWhoAsksMeanwhileGetsTheNextOne() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        BlockingQueue<Boolean> gate = new LinkedBlockingQueue<>();
        Probe probe = probe("a", () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            gate.poll(10, TimeUnit.SECONDS);
            atOnce.decrementAndGet();
            return holds();
        });
        withRunner(probe, 30, runner -> {
            String first = runner.ask("a", ProbeRun.Trigger.HAND).orElseThrow();
            String second = runner.ask("a", ProbeRun.Trigger.EVENT).orElseThrow();
            assertThat(second).isNotEqualTo(first);
            assertThat(runner.ask("a", ProbeRun.Trigger.HAND)).contains(second);
            assertThat(runner.pending("a", second)).isPresent();
            gate.add(true);
            gate.add(true);
            Await.until("both ended", SOON, () -> runs.find("a", second).isPresent());
            assertThat(runs.find("a", first)).isPresent();
            assertThat(runner.ask("b", ProbeRun.Trigger.HAND)).isEmpty();
            return true;
        });
        assertThat(most).hasValue(1);
    }

    @Test
    void probesThatHangDoNotHoldUpTheOthers() {
        AtomicBoolean isOver = new AtomicBoolean();
        List<String> hanging = IntStream.rangeClosed(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(number -> "hanging-" + number)
                .toList();
        List<Probe> probes = new ArrayList<>();
        hanging.forEach(id -> probes.add(probe(id, () -> {
            // Deaf to the interruption when its time is over.
            while (!isOver.get()) {
                Thread.onSpinWait();
            }
            return holds();
        })));
        probes.add(probe("alive", () -> holds()));
        List<Claim> claims =
                probes.stream().map(probe -> claim(probe.id(), 1, 2)).toList();
        ClaimBoard board = new ClaimBoard(new Claims(claims), Clock.systemUTC());
        try (ProbeRunner runner = new ProbeRunner(board, runs, probes, Clock.tickMillis(ZONE))) {
            runner.start();
            Await.until(
                    "the probe that does not hang runs by its schedule",
                    Duration.ofSeconds(40),
                    () -> runs.latest("alive", 3).size() == 3);
            Await.until(
                    "who hangs is unproven",
                    SOON,
                    () -> hanging.stream().allMatch(id -> board.standing(id).why() == Standing.Reason.COULD_NOT_RUN));
            assertThat(runs.latest("alive", 3)).allMatch(run -> run.outcome() == ProbeFinding.Outcome.HOLDS);
        } finally {
            isOver.set(true);
        }
    }

    @Test
    void recordsThatHangAreAwayAndDoNotHoldUpTheLook() {
        CountDownLatch never = new CountDownLatch(1);
        RecordsWatch watch = new RecordsWatch(() -> {
            try {
                never.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
        assertThat(watch.areReachable()).isFalse();
        assertThat(watch.areReachable()).isFalse();
        never.countDown();
        Await.until("they are seen again", SOON, watch::areReachable);
    }

    @Test
    void probesAndClaimsMustMatch() {
        ClaimBoard board = board("a", 1);
        List<Probe> other = List.of(probe("b", () -> holds()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProbeRunner(board, runs, other, Clock.systemUTC()).close());
    }

    private ProbeRun ended(String id, Probe probe) {
        return withRunner(probe, 1, runner -> {
            String run = runner.ask(id, ProbeRun.Trigger.HAND).orElseThrow();
            return Await.until("the run is kept", SOON, () -> runs.find(id, run), found -> found.isPresent())
                    .orElseThrow();
        });
    }

    private <T> T withRunner(Probe probe, int limitSeconds, Function<ProbeRunner, T> work) {
        try (ProbeRunner runner =
                new ProbeRunner(board(probe.id(), limitSeconds), runs, List.of(probe), Clock.tickMillis(ZONE))) {
            return work.apply(runner);
        }
    }

    private static ClaimBoard board(String probe, int limitSeconds) {
        return new ClaimBoard(new Claims(List.of(claim(probe, 60, 60 + limitSeconds))), Clock.systemUTC());
    }

    private static Claim claim(String probe, int intervalSeconds, int redWithinSeconds) {
        return new Claim(probe, Claim.Kind.LIVE, WORDS, "R4", probe, intervalSeconds, redWithinSeconds, WORDS);
    }

    private interface Work {
        ProbeFinding run() throws Exception;
    }

    private static Probe probe(String id, Work work) {
        return new Probe() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public ProbeFinding run() throws Exception {
                return work.run();
            }
        };
    }

    private static ProbeFinding holds() {
        return ProbeFinding.of(List.of(Check.equal("one", WORDS, 1, 1)));
    }

    private static ProbeFinding disproved() {
        return ProbeFinding.of(List.of(Check.equal("one", WORDS, 1, 2)));
    }
}
