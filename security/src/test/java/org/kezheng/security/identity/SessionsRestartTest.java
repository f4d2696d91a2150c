package org.kezheng.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.access.Role;
import org.kezheng.security.fixture.SecurityUnderTest;
import org.kezheng.security.fixture.SettableClock;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.transaction.TransactionException;

/// Sessions over a loss of the database and a restart of the platform.
final class SessionsRestartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void sessionsOutliveTheDatabaseAndARestart(@TempDir Path directory) throws SQLException {
        SettableClock clock = new SettableClock("2026-11-23T08:00:00Z");
        try (PostgresServer server = PostgresServer.start()) {
            TestDatabase database = SecurityUnderTest.newDatabase(server);
            SignInOutcome.Accepted agent;
            SignInOutcome.Accepted auditor;
            try (SecurityUnderTest security = SecurityUnderTest.start(database, directory, clock)) {
                security.create("agent1", Role.AGENT);
                security.create("auditor1", Role.AUDITOR);
                agent = security.signIn("agent1");
                auditor = security.signIn("auditor1");
                server.stop();
                workWithoutDatabase(security, agent, auditor);
                server.resume();
                useAndWriteAgain(security, clock, agent);
            }
            clock.advance(Duration.ofMinutes(20));
            try (SecurityUnderTest security = SecurityUnderTest.start(database, directory, clock)) {
                Sessions sessions = security.get(Sessions.class);
                assertThat(sessions.use(agent.token())).contains(agent.who());
                assertThat(sessions.use(auditor.token())).isEmpty();
            }
        }
    }

    private static void workWithoutDatabase(
            SecurityUnderTest security, SignInOutcome.Accepted agent, SignInOutcome.Accepted auditor) {
        Sessions sessions = security.get(Sessions.class);
        assertThat(sessions.use(agent.token())).contains(agent.who());
        assertThatThrownBy(() -> security.signIn("auditor1")).isInstanceOf(TransactionException.class);
        sessions.sweep();
        assertThat(sessions.end(auditor.who().session(), SessionEnd.Cause.SIGNED_OUT))
                .isTrue();
        assertThat(sessions.use(auditor.token())).isEmpty();
    }

    private static void useAndWriteAgain(
            SecurityUnderTest security, SettableClock clock, SignInOutcome.Accepted agent) {
        Sessions sessions = security.get(Sessions.class);
        clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.use(agent.token())).isPresent();
        Await.until(
                "the end and the use are written",
                PATIENCE,
                () -> {
                    sessions.sweep();
                    return security.database()
                            .column("select coalesce(end_cause, (last_active_at - signed_in_at)::text)"
                                    + " from sign_in_session order by 1");
                },
                written -> written.equals(List.of("00:20:00", "SIGNED_OUT")));
    }
}
