package org.kezheng.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.access.Role;
import org.kezheng.security.access.SessionId;
import org.kezheng.security.fixture.SecurityUnderTest;
import org.kezheng.security.fixture.SettableClock;

final class SessionsTest {
    private static SettableClock clock;
    private static SecurityUnderTest security;
    private static Sessions sessions;

    @BeforeAll
    static void start(@TempDir Path directory) {
        clock = new SettableClock("2026-11-23T08:00:00Z");
        security = SecurityUnderTest.start(directory, clock);
        sessions = security.get(Sessions.class);
    }

    @AfterAll
    static void stop() {
        security.close();
    }

    @Test
    void idleSessionsEndAgentsLaterThanOthers() {
        SignInOutcome.Accepted agent = signIn("idle-agent", Role.AGENT);
        SignInOutcome.Accepted auditor = signIn("idle-auditor", Role.AUDITOR);
        List<SessionEnd> ends = new ArrayList<>();
        sessions.onEnd(end -> {
            if (end.who().equals(auditor.who())) {
                throw new IllegalStateException("a listener that fails must not keep the next from being told");
            }
        });
        sessions.onEnd(end -> {
            if (end.who().user().startsWith("idle-")) {
                ends.add(end);
            }
        });

        clock.advance(Duration.ofMinutes(15));
        sessions.sweep();
        assertThat(sessions.use(auditor.token())).isEmpty();
        assertThat(sessions.use(agent.token())).contains(agent.who());

        clock.advance(Duration.ofMinutes(30));
        assertThat(sessions.use(agent.token())).isEmpty();
        assertThat(sessions.touch(agent.who().session())).isFalse();
        assertThat(sessions.end(agent.who().session(), SessionEnd.Cause.REVOKED))
                .isFalse();
        assertThat(ends).extracting(SessionEnd::who).containsExactly(auditor.who(), agent.who());
        assertThat(ends).extracting(SessionEnd::cause).containsOnly(SessionEnd.Cause.IDLE);
    }

    @Test
    void touchedSessionIsNotIdle() {
        SignInOutcome.Accepted agent = signIn("talking", Role.AGENT);
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.touch(agent.who().session())).isTrue();
        clock.advance(Duration.ofMinutes(29));
        sessions.touch(agent.who().account());
        clock.advance(Duration.ofMinutes(29));
        assertThat(sessions.use(agent.token())).isPresent();
    }

    @Test
    void sessionInConstantUseEndsAfterTwelveHours() {
        SignInOutcome.Accepted agent = signIn("tireless", Role.AGENT);
        for (int quarter = 1; quarter < 12 * 4; quarter++) {
            clock.advance(Duration.ofMinutes(15));
            assertThat(sessions.use(agent.token())).isPresent();
        }
        clock.advance(Duration.ofMinutes(15));
        assertThat(sessions.use(agent.token())).isEmpty();
    }

    @Test
    void liveSessionsAreListedAndRevocable() throws SQLException {
        SignInOutcome.Accepted first = signIn("listed", Role.SUPERVISOR);
        clock.advance(Duration.ofSeconds(1));
        SignInOutcome.Accepted second = security.signIn("listed");
        assertThat(sessions.live())
                .extracting(SessionView::who)
                .containsSubsequence(first.who(), second.who())
                .allMatch(who -> !who.displayName().isEmpty());
        assertThat(sessions.endAllOf(first.who().account(), SessionEnd.Cause.REVOKED))
                .isEqualTo(2);
        assertThat(sessions.live()).extracting(SessionView::who).doesNotContain(first.who(), second.who());
        assertThat(security.database()
                        .column("select end_cause from sign_in_session join account a on a.id = account_id"
                                + " where user_name = 'listed'"))
                .containsExactly("REVOKED", "REVOKED");
    }

    @Test
    void useIsWrittenOnceAMinute() throws SQLException {
        SignInOutcome.Accepted agent = signIn("busy-agent", Role.AGENT);
        String sinceSignIn = "select extract(epoch from last_active_at - signed_in_at)::int from sign_in_session"
                + " where id = '" + agent.who().session() + "'";
        clock.advance(Duration.ofSeconds(59));
        sessions.use(agent.token());
        sessions.sweep();
        assertThat(security.database().column(sinceSignIn)).containsExactly("0");
        clock.advance(Duration.ofSeconds(1));
        sessions.use(agent.token());
        sessions.sweep();
        assertThat(security.database().column(sinceSignIn)).containsExactly("60");
    }

    @Test
    void tokenStandsNowhereInTheDatabase() throws SQLException {
        SignInOutcome.Accepted agent = signIn("secretive", Role.AGENT);
        assertThat(security.database()
                        .column("select s::text from sign_in_session s")
                        .toString())
                .contains(agent.who().session().toString())
                .doesNotContain(agent.token().reveal());
        assertThat(agent.token()).hasToString("[REDACTED]");
    }

    @Test
    void unknownTokensAndSessionsAreNobodys() {
        assertThat(SessionToken.of("no token")).isEmpty();
        assertThat(sessions.use(SessionToken.random())).isEmpty();
        assertThat(sessions.touch(new SessionId(UUID.randomUUID()))).isFalse();
    }

    private static SignInOutcome.Accepted signIn(String user, Role role) {
        security.create(user, role);
        return security.signIn(user);
    }
}
