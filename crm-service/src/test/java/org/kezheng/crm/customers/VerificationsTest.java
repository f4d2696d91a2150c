package org.kezheng.crm.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kezheng.crm.verification.SecretKind;
import org.kezheng.crm.verification.Verifications;
import org.kezheng.crm.verification.Verifications.Result;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.security.validation.FieldProblem;
import org.kezheng.testkit.postgres.TestDatabase;

/// Whether a caller is the customer, on a real database.
final class VerificationsTest {
    private static final CallId OTHER_CALL = new CallId(900);
    private static final AtomicLong CALLS = new AtomicLong(900);

    private static CrmUnderTest crm;
    private static Verifications verifications;

    /// Of each test its own.
    private final CallId call = new CallId(CALLS.incrementAndGet());

    @BeforeAll
    static void start(@TempDir Path directory) {
        crm = CrmUnderTest.start(directory);
        verifications = crm.get(Verifications.class);
    }

    @AfterAll
    static void stop() {
        crm.close();
    }

    @Test
    void whoGivesTwoFactsIsVerifiedInThatCallAlone() {
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            CustomerId customer = customer("13300010001");
            keep(customer, SecretKind.PIN, "2468");
            keep(customer, SecretKind.DOCUMENT, "123x");
            assertThat(verifications.standing(customer, call))
                    .isEqualTo(new Verifications.Standing(
                            2, List.of(SecretKind.DOCUMENT, SecretKind.PIN), false, 3, null));
            assertThat(verify(customer, Map.of(SecretKind.PIN, "2468"))).isInstanceOf(Result.NotAsked.class);
            assertThat(verify(customer, Map.of(SecretKind.PIN, "2468", SecretKind.BIRTHDAY, "0314")))
                    .isInstanceOf(Result.NotAsked.class);
            assertThat(verify(customer, Map.of(SecretKind.PIN, "2468", SecretKind.DOCUMENT, "1234")))
                    .isEqualTo(new Result.Failed(2));
            assertThat(verifications.isVerified(customer, call)).isFalse();
            assertThat(verify(customer, Map.of(SecretKind.PIN, "2468", SecretKind.DOCUMENT, "123X")))
                    .isInstanceOf(Result.Passed.class);
            assertThat(verifications.isVerified(customer, call)).isTrue();
            assertThat(verifications.isVerified(customer, OTHER_CALL)).isFalse();
            assertThat(verifications.attempts(call))
                    .extracting(Verifications.Attempt::isPassed)
                    .containsExactly(false, true);
            assertThat(verifications.standing(customer, call).left())
                    .as("who passed begins anew")
                    .isEqualTo(3);
        });
    }

    @Test
    void threeTriesThatFailLockTheCustomerWhoeverAsks() throws SQLException {
        CustomerId customer = ClientScope.call(CrmUnderTest.FIRST, () -> {
            CustomerId created = customer("13300010002");
            keep(created, SecretKind.PIN, "2468");
            assertThat(verify(created, Map.of(SecretKind.PIN, "1111"))).isEqualTo(new Result.Failed(2));
            assertThat(verifications.verifyByFlow(created, OTHER_CALL, new SecretString("1112")))
                    .isEqualTo(new Result.Failed(1));
            Result.Locked locked = new Result.Locked(CrmUnderTest.NOW.plus(Verifications.LOCKED_FOR));
            assertThat(verify(created, Map.of(SecretKind.PIN, "1113"))).isEqualTo(locked);
            assertThat(verify(created, Map.of(SecretKind.PIN, "2468")))
                    .as("the right one, too")
                    .isEqualTo(locked);
            assertThat(verifications.standing(created, call).lockedUntil()).isEqualTo(locked.until());
            return created;
        });
        crm.database()
                .execute(
                        TestDatabase.ADMIN,
                        "update verification_attempt set tried_at = tried_at - interval '30 minutes' where customer_id = "
                                + customer.value());
        ClientScope.run(
                CrmUnderTest.FIRST,
                () -> assertThat(verifications.verifyByFlow(customer, call, new SecretString("2468")))
                        .isInstanceOf(Result.Passed.class));
    }

    @Test
    void factThatIsKeptAgainTakesTheFormersPlace() {
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            CustomerId customer = customer("13300010003");
            keep(customer, SecretKind.PIN, "2468");
            keep(customer, SecretKind.PIN, "97531");
            assertThat(verify(customer, Map.of(SecretKind.PIN, "2468"))).isEqualTo(new Result.Failed(2));
            assertThat(verify(customer, Map.of(SecretKind.PIN, "97531"))).isInstanceOf(Result.Passed.class);
        });
    }

    @Test
    void whatWasSaidStandsNowhere() throws SQLException {
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            CustomerId customer = customer("13300010004");
            keep(customer, SecretKind.PIN, "864208");
            verify(customer, Map.of(SecretKind.PIN, "864209"));
        });
        assertThat(crm.database()
                        .column(
                                "select t::text from verification_attempt t union all select t::text from customer_secret t"
                                        + " union all select t::text from ledger.entry t"))
                .isNotEmpty()
                .noneMatch(row -> row.contains("864208") || row.contains("864209"));
    }

    @ParameterizedTest
    @CsvSource({"PIN, 123", "PIN, 12a4", "DOCUMENT, X123", "BIRTHDAY, 1332"})
    void factThatCannotBeOneIsRefused(SecretKind kind, String value) {
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            CustomerId customer = new CustomerId(1);
            assertThat(verifications.keep(customer, kind, new SecretString(value), crm.supervisor()))
                    .map(FieldProblem::rule)
                    .contains("verification.form");
        });
    }

    @Test
    void factsHaveCodes() {
        assertThat(SecretKind.of("document")).contains(SecretKind.DOCUMENT);
        assertThat(SecretKind.of("shoe-size")).isEmpty();
    }

    private Result verify(CustomerId customer, Map<SecretKind, String> said) {
        return verifications.verify(
                customer,
                call,
                said.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> new SecretString(one.getValue()))),
                crm.agent());
    }

    private static void keep(CustomerId customer, SecretKind kind, String value) {
        assertThat(verifications.keep(customer, kind, new SecretString(value), crm.supervisor()))
                .isEmpty();
    }

    private static CustomerId customer(String number) {
        CustomerCreation made =
                crm.get(Customers.class).create(new NewCustomer(new SecretString("李明"), new SecretString(number)));
        return ((CustomerCreation.Created) made).customer().id();
    }
}
