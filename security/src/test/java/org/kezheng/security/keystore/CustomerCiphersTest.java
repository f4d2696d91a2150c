package org.kezheng.security.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.access.AccountId;
import org.kezheng.security.access.Role;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.disclosure.Disclosure;
import org.kezheng.security.disclosure.Disclosures;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.envelope.FieldAddress;
import org.kezheng.security.fixture.SecurityUnderTest;
import org.kezheng.security.identity.AccountCreation;
import org.kezheng.security.identity.Accounts;
import org.kezheng.security.identity.NewAccount;
import org.kezheng.security.identity.SignInOutcome;
import org.kezheng.security.identity.SignIns;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

final class CustomerCiphersTest {
    private static final SecretString TEXT = new SecretString("张伟");
    private static final FieldAddress ADDRESS = FieldAddress.of(SecurityUnderTest.FIRST, "customer", "name_cipher", 5);

    private static SecurityUnderTest security;
    private static CustomerCiphers ciphers;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void start(@TempDir Path directory) {
        security = SecurityUnderTest.start(directory, Clock.systemUTC());
        ciphers = security.get(CustomerCiphers.class);
        transaction = new TransactionTemplate(security.get(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        security.close();
    }

    @Test
    void destroyedKeyOpensNothingAnyMore() {
        Ciphertext sealed = inFirst(() -> {
            ciphers.createKey(SecurityUnderTest.FIRST, 5);
            return ciphers.sealForCustomer(5, ADDRESS, TEXT);
        });
        assertThat(inFirst(() -> ciphers.open(ADDRESS, sealed))).isEqualTo(TEXT);
        assertThat(inFirst(() -> ciphers.destroyKey(SecurityUnderTest.FIRST, 5)))
                .isTrue();
        assertThatThrownBy(() -> inFirst(() -> ciphers.open(ADDRESS, sealed)))
                .isInstanceOf(CustomerKeyDestroyedException.class);
        assertThat(inFirst(() -> ciphers.destroyKey(SecurityUnderTest.FIRST, 5)))
                .isFalse();
    }

    @Test
    void fieldOfNoCustomerIsSealedByTheClient() {
        assertThat(inFirst(() -> ciphers.open(ADDRESS, ciphers.sealForClient(ADDRESS, TEXT))))
                .isEqualTo(TEXT);
    }

    @Test
    void exchangedKeysOfTwoCustomersAreNoticed() {
        Ciphertext sealed = inFirst(() -> {
            ciphers.createKey(SecurityUnderTest.FIRST, 6);
            ciphers.createKey(SecurityUnderTest.FIRST, 7);
            return ciphers.sealForCustomer(6, ADDRESS, TEXT);
        });
        JdbcClient sql = security.get(JdbcClient.class);
        inFirst(() -> {
            byte[] other = sql.sql("select wrapped_key from keystore.customer_key where customer_id = 7")
                    .query(byte[].class)
                    .single();
            ciphers.destroyKey(SecurityUnderTest.FIRST, 6);
            return sql.sql("insert into keystore.customer_key (customer_id, client_id, wrapped_key) values (6, 1, ?)")
                    .param(other)
                    .update();
        });
        assertThatThrownBy(() -> inFirst(() -> ciphers.open(ADDRESS, sealed)))
                .isInstanceOf(DamagedCiphertextException.class);
    }

    @Test
    void keysAreUsedWithinATransactionOnly() {
        assertThatThrownBy(() -> ciphers.createKey(SecurityUnderTest.FIRST, 8))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void disclosureStandsOrFallsWithItsTransaction() {
        Disclosures disclosures = security.get(Disclosures.class);
        SecretString password = new SecretString("correct horse battery");
        NewAccount wanted = new NewAccount(new AccountId(1), "agent1", "陈静", Role.AGENT, SecurityUnderTest.FIRST);
        assertThat(security.get(Accounts.class).create(wanted, password)).isInstanceOf(AccountCreation.Created.class);
        SignedIn who = ((SignInOutcome.Accepted) security.get(SignIns.class).signIn("agent1", password)).who();
        Disclosure shown = new Disclosure(who, "customer", 5, List.of("number"), new SecretString("客户要求回电"));
        assertThatThrownBy(() -> ClientScope.run(SecurityUnderTest.FIRST, () -> disclosures.record(shown)))
                .isInstanceOf(IllegalTransactionStateException.class);
        ClientScope.run(
                SecurityUnderTest.FIRST,
                () -> transaction.executeWithoutResult(status -> {
                    disclosures.record(shown);
                    status.setRollbackOnly();
                }));
        assertThat(disclosuresRecorded()).isZero();
        inFirst(() -> {
            disclosures.record(shown);
            return true;
        });
        assertThat(disclosuresRecorded()).isEqualTo(1);
    }

    private static int disclosuresRecorded() {
        JdbcClient sql = security.get(JdbcClient.class);
        return inFirst(() ->
                sql.sql("select count(*) from disclosure").query(Integer.class).single());
    }

    private static <T> T inFirst(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ClientScope.call(SecurityUnderTest.FIRST, () -> transaction.execute(status -> work.call()));
    }
}
