package org.kezheng.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.access.AccountId;
import org.kezheng.security.access.Role;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.fixture.SecurityUnderTest;
import org.kezheng.security.fixture.SettableClock;
import org.kezheng.security.secret.SecretString;

final class SignInsTest {
    private static final SecretString GOOD = new SecretString("correct horse battery");
    private static final SecretString WRONG = new SecretString("wrong horse battery");

    private static SettableClock clock;
    private static SecurityUnderTest security;
    private static SignIns signIns;
    private static Accounts accounts;

    @BeforeAll
    static void start(@TempDir Path directory) {
        clock = new SettableClock("2026-11-23T08:00:00Z");
        security = SecurityUnderTest.start(directory, clock);
        signIns = security.get(SignIns.class);
        accounts = security.get(Accounts.class);
    }

    @AfterAll
    static void stop() {
        security.close();
    }

    @Test
    void goodPasswordSignsIn() {
        create(new NewAccount(new AccountId(2001), "agent1", "陈静", Role.AGENT, SecurityUnderTest.FIRST));
        SignedIn who = accepted(signIns.signIn(" Agent1 ", GOOD)).who();
        assertThat(who.account()).isEqualTo(new AccountId(2001));
        assertThat(who.user()).isEqualTo("agent1");
        assertThat(who.displayName()).isEqualTo("陈静");
        assertThat(who.role()).isEqualTo(Role.AGENT);
        assertThat(who.client()).isEqualTo(SecurityUnderTest.FIRST);
        assertThat(who.toString()).doesNotContain("陈静");
    }

    @Test
    void fiveWrongTriesLockForFifteenMinutes() {
        create("locked");
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(signIns.signIn("locked", WRONG)).isInstanceOf(SignInOutcome.Refused.class);
        }
        assertThat(signIns.signIn("locked", WRONG)).isEqualTo(new SignInOutcome.Locked(Duration.ofMinutes(15)));
        assertThat(signIns.signIn("locked", GOOD)).isEqualTo(new SignInOutcome.Locked(Duration.ofMinutes(15)));
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(signIns.signIn("locked", GOOD)).isEqualTo(new SignInOutcome.Locked(Duration.ofSeconds(1)));
        clock.advance(Duration.ofSeconds(1));
        accepted(signIns.signIn("locked", GOOD));
    }

    @Test
    void lockThatRanOutForgetsTheOldTries() {
        create("forgiven");
        for (int attempt = 1; attempt <= 5; attempt++) {
            signIns.signIn("forgiven", WRONG);
        }
        clock.advance(Duration.ofMinutes(15));
        assertThat(signIns.signIn("forgiven", WRONG)).isInstanceOf(SignInOutcome.Refused.class);
    }

    @Test
    void goodPasswordForgetsEarlierWrongOnes() {
        create("careless");
        for (int round = 0; round < 3; round++) {
            for (int attempt = 1; attempt < 5; attempt++) {
                assertThat(signIns.signIn("careless", WRONG)).isInstanceOf(SignInOutcome.Refused.class);
            }
            accepted(signIns.signIn("careless", GOOD));
        }
    }

    @Test
    void unknownNameBehavesAsAKnownOne() {
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(signIns.signIn("nobody", WRONG)).isEqualTo(new SignInOutcome.Refused());
        }
        assertThat(signIns.signIn("nobody", WRONG)).isEqualTo(new SignInOutcome.Locked(Duration.ofMinutes(15)));
    }

    @Test
    void disabledAccountIsRefusedAndItsSessionsEnd() {
        Account account = create("leaver");
        SignInOutcome.Accepted accepted = accepted(signIns.signIn("leaver", GOOD));
        accounts.disable(account.id());
        assertThat(security.get(Sessions.class).use(accepted.token())).isEmpty();
        assertThat(signIns.signIn("leaver", GOOD)).isInstanceOf(SignInOutcome.Refused.class);
    }

    @Test
    void changedPasswordEndsSessionsAndRefusesTheOldOne() {
        Account account = create("changer");
        SignInOutcome.Accepted accepted = accepted(signIns.signIn("changer", GOOD));
        SecretString next = new SecretString("another horse battery");
        assertThat(accounts.changePassword(account, next)).isEmpty();
        assertThat(security.get(Sessions.class).use(accepted.token())).isEmpty();
        assertThat(signIns.signIn("changer", GOOD)).isInstanceOf(SignInOutcome.Refused.class);
        accepted(signIns.signIn("changer", next));
    }

    @Test
    void manySignInsAtOnceOfOneAccountAllSucceedUpToTheLimitOfSessions() throws Exception {
        create("busy");
        List<SignInOutcome> outcomes = atOnce(12, () -> signIns.signIn("busy", GOOD));
        assertThat(outcomes).hasOnlyElementsOfType(SignInOutcome.Accepted.class);
        long live = security.get(Sessions.class).live().stream()
                .filter(session -> session.who().user().equals("busy"))
                .count();
        assertThat(live).isEqualTo(SessionLimits.STANDARD.perAccount());
    }

    @Test
    void manyWrongTriesAtOnceBuyNoMoreThanFive() throws Exception {
        create("attacked");
        List<SignInOutcome> outcomes = atOnce(16, () -> signIns.signIn("attacked", WRONG));
        long looked = outcomes.stream()
                .filter(SignInOutcome.Refused.class::isInstance)
                .count();
        assertThat(looked).isEqualTo(4);
        assertThat(outcomes.stream()
                        .filter(SignInOutcome.Locked.class::isInstance)
                        .count())
                .isEqualTo(12);
    }

    @Test
    void hugePasswordIsRefusedUnhashed() {
        create("patient");
        assertThat(signIns.signIn("patient", new SecretString("x".repeat(1_000_000))))
                .isInstanceOf(SignInOutcome.Refused.class);
    }

    @Test
    void wrongFieldsOfAnAccountAreNamed() {
        NewAccount wanted = NewAccount.of("a b", " ", Role.AUDITOR, SecurityUnderTest.FIRST);
        assertThat(accounts.create(wanted, new SecretString("short")))
                .isInstanceOfSatisfying(
                        AccountCreation.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(problem -> problem.field())
                                .containsExactly("user", "displayName", "password"));
        NewAccount named = NewAccount.of("batteryhorse", "Name", Role.AUDITOR, SecurityUnderTest.FIRST);
        assertThat(accounts.create(named, new SecretString("my BatteryHorse 1")))
                .isInstanceOf(AccountCreation.Rejected.class);
    }

    @Test
    void userIsTakenOnce() {
        create("unique");
        NewAccount again = NewAccount.of("UNIQUE", "Second", Role.AUDITOR, SecurityUnderTest.FIRST);
        assertThat(accounts.create(again, GOOD))
                .isInstanceOfSatisfying(
                        AccountCreation.Rejected.class,
                        rejected -> assertThat(rejected.problems().getFirst().rule())
                                .isEqualTo("account.user-taken"));
    }

    @Test
    void passwordIsStoredAsArgon2idWithItsParameters() {
        String hash = new PasswordHashing().hash(GOOD);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    private static Account create(String user) {
        return create(NewAccount.of(user, "Display name", Role.SUPERVISOR, SecurityUnderTest.FIRST));
    }

    private static Account create(NewAccount wanted) {
        return ((AccountCreation.Created) accounts.create(wanted, GOOD)).account();
    }

    private static SignInOutcome.Accepted accepted(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignInOutcome.Accepted.class);
        return (SignInOutcome.Accepted) outcome;
    }

    private static List<SignInOutcome> atOnce(int times, Callable<SignInOutcome> attempt) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SignInOutcome>> pending = new ArrayList<>();
            for (int index = 0; index < times; index++) {
                pending.add(threads.submit(attempt));
            }
            List<SignInOutcome> outcomes = new ArrayList<>();
            for (Future<SignInOutcome> future : pending) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }
}
