package org.kezheng.security.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.fixture.SecurityUnderTest;
import org.kezheng.security.keystore.CustomerCiphers;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

final class ClientScopedTransactionsTest {
    private static final String SETTING = "select current_setting('kezheng.client', true)";
    private static final String KEYS = "select count(*) from keystore.customer_key";

    private static SecurityUnderTest security;
    private static TransactionTemplate transaction;
    private static JdbcClient sql;

    @BeforeAll
    static void start(@TempDir Path directory) {
        security = SecurityUnderTest.start(directory, Clock.systemUTC());
        transaction = new TransactionTemplate(security.get(PlatformTransactionManager.class));
        sql = security.get(JdbcClient.class);
        CustomerCiphers ciphers = security.get(CustomerCiphers.class);
        ClientScope.run(
                SecurityUnderTest.FIRST,
                () -> transaction.executeWithoutResult(status -> ciphers.createKey(SecurityUnderTest.FIRST, 1)));
    }

    @AfterAll
    static void stop() {
        security.close();
    }

    @Test
    void transactionCarriesTheClientInScope() {
        assertThat(ClientScope.<String, RuntimeException>call(SecurityUnderTest.FIRST, () -> inTransaction(SETTING)))
                .isEqualTo("1");
        assertThat(ClientScope.<String, RuntimeException>call(SecurityUnderTest.SECOND, () -> inTransaction(SETTING)))
                .isEqualTo("2");
    }

    @Test
    void readOnlyTransactionCarriesItToo() {
        TransactionTemplate readOnly = new TransactionTemplate(security.get(PlatformTransactionManager.class));
        readOnly.setReadOnly(true);
        ClientScope.run(
                SecurityUnderTest.FIRST,
                () -> assertThat(readOnly.<String>execute(status -> single(KEYS)))
                        .isEqualTo("1"));
    }

    @Test
    void withoutClientOrTransactionNoRowIsSeen() {
        assertThat(inTransaction(KEYS)).isEqualTo("0");
        ClientScope.run(SecurityUnderTest.FIRST, () -> assertThat(single(KEYS)).isEqualTo("0"));
    }

    @Test
    void otherClientsRowsAreNotSeen() {
        ClientScope.run(
                SecurityUnderTest.FIRST, () -> assertThat(inTransaction(KEYS)).isEqualTo("1"));
        ClientScope.run(
                SecurityUnderTest.SECOND, () -> assertThat(inTransaction(KEYS)).isEqualTo("0"));
    }

    @Test
    void rowForAnotherClientIsRefused() {
        ClientScope.run(
                SecurityUnderTest.SECOND,
                () -> assertThatThrownBy(() -> transaction.executeWithoutResult(
                                status -> sql.sql("insert into keystore.customer_key values (7, 1, '\\x00')")
                                        .update()))
                        .isInstanceOf(DataAccessException.class)
                        .hasStackTraceContaining("row-level security"));
    }

    @Test
    void pooledConnectionForgetsTheClientOfTheTransactionBefore() {
        for (int turn = 0; turn < 20; turn++) {
            ClientScope.run(
                    SecurityUnderTest.FIRST,
                    () -> assertThat(inTransaction(KEYS)).isEqualTo("1"));
            assertThat(inTransaction(KEYS)).isEqualTo("0");
        }
    }

    @Test
    void joiningTheTransactionOfAnotherClientIsRefused() {
        ClientScope.run(
                SecurityUnderTest.FIRST,
                () -> transaction.executeWithoutResult(status -> ClientScope.run(
                        SecurityUnderTest.SECOND,
                        () -> assertThatThrownBy(() -> inTransaction(SETTING))
                                .isInstanceOf(IllegalTransactionStateException.class))));
    }

    @Test
    void transactionWithinATransactionOfTheSameClientJoinsIt() {
        ClientScope.run(
                SecurityUnderTest.FIRST,
                () -> transaction.executeWithoutResult(
                        status -> assertThat(inTransaction(SETTING)).isEqualTo("1")));
    }

    @Test
    void suspendedTransactionKeepsItsClient() {
        TransactionTemplate separate = new TransactionTemplate(security.get(PlatformTransactionManager.class));
        separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ClientScope.run(
                SecurityUnderTest.FIRST,
                () -> transaction.executeWithoutResult(status -> {
                    assertThat(separate.<String>execute(inner -> single(SETTING)))
                            .isEqualTo("1");
                    assertThat(inTransaction(SETTING)).isEqualTo("1");
                }));
    }

    @Test
    void scopeEndsWithItsWork() {
        ClientScope.run(
                SecurityUnderTest.FIRST,
                () -> assertThat(ClientScope.required()).isEqualTo(SecurityUnderTest.FIRST));
        assertThat(ClientScope.current()).isEmpty();
        assertThatThrownBy(ClientScope::required).isInstanceOf(IllegalStateException.class);
    }

    private static String inTransaction(String query) {
        return transaction.execute(status -> single(query));
    }

    private static String single(String query) {
        return sql.sql(query).query(String.class).single();
    }
}
