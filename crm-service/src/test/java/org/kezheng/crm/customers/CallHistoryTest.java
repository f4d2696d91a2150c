package org.kezheng.crm.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

final class CallHistoryTest {
    private static CrmUnderTest crm;
    private static Customers customers;
    private static CallParties parties;
    private static CallNotes notes;
    private static final AtomicLong NEXT = new AtomicLong(1L << 53);

    @BeforeAll
    static void start(@TempDir Path directory) {
        crm = CrmUnderTest.start(directory);
        customers = crm.get(Customers.class);
        parties = crm.get(CallParties.class);
        notes = crm.get(CallNotes.class);
    }

    @AfterAll
    static void stop() {
        crm.close();
    }

    @Test
    void callOfACustomerIsTheCustomers() {
        CustomerId customer = create("13800138000");
        CallId call = call("+8613800138000");
        forFirst(() -> {
            note(call, 1, "设备已更换", 0);
            assertThat(parties.find(call)).contains(new CallParty(call, "138****8000", customer));
            assertThat(notes.ofCustomer(customer, 10))
                    .extracting(note -> note.text().reveal())
                    .containsExactly("设备已更换");
        });
    }

    @Test
    void recordingAgainChangesNothing() {
        CallId call = call("13800138011");
        forFirst(() -> {
            parties.record(call, new SecretString("13999999999"), CrmUnderTest.NOW);
            assertThat(parties.find(call).orElseThrow().maskedNumber()).isEqualTo("138****8011");
            note(call, 11, "first", 0);
            note(call, 11, "second", 1);
            assertThat(notes.of(call)).extracting(note -> note.text().reveal()).containsExactly("first");
        });
    }

    @Test
    void notesOfACustomerComeNewestFirst() {
        CustomerId customer = create("13800138020");
        CallId first = call("13800138020");
        CallId second = call("13800138020");
        forFirst(() -> {
            note(first, 21, "oldest", 0);
            note(second, 22, "newest", 20);
            note(first, 23, "between", 10);
            assertThat(notes.ofCustomer(customer, 10))
                    .extracting(note -> note.text().reveal())
                    .containsExactly("newest", "between", "oldest");
            assertThat(notes.ofCustomer(customer, 10).getFirst().call()).isEqualTo(second);
            assertThat(notes.ofCustomer(customer, 2)).hasSize(2);
        });
    }

    @Test
    void earlierCallsOfANumberBecomeTheNewCustomers() {
        CallId before = call("13800138030");
        CallId others = call("13800138031");
        forFirst(() -> {
            note(before, 31, "rang before", 0);
            assertThat(parties.find(before).orElseThrow().customer()).isNull();
        });
        CustomerId customer = create("138 0013 8030");
        forFirst(() -> {
            assertThat(parties.find(before)).contains(new CallParty(before, "138****8030", customer));
            assertThat(parties.find(others).orElseThrow().customer()).isNull();
            assertThat(notes.ofCustomer(customer, 10))
                    .extracting(note -> note.text().reveal())
                    .containsExactly("rang before");
        });
    }

    @Test
    void historyGoesWithTheCustomersKey() {
        CallId before = call("13800138040");
        forFirst(() -> {
            note(before, 41, "before", 0);
        });
        CustomerId customer = create("13800138040");
        CallId after = call("13800138040");
        forFirst(() -> {
            note(after, 42, "after", 1);
        });
        TransactionTemplate transaction = new TransactionTemplate(crm.get(PlatformTransactionManager.class));
        CustomerCiphers ciphers = crm.get(CustomerCiphers.class);
        inFirst(() -> transaction.execute(status -> ciphers.destroyKey(CrmUnderTest.FIRST, customer.value())));
        forFirst(() -> {
            assertThat(notes.of(before)).isEmpty();
            assertThat(notes.of(after)).isEmpty();
            assertThat(parties.find(after).orElseThrow().maskedNumber()).isEqualTo("****");
        });
    }

    @Test
    void withheldNumberIsNobodys() {
        CallId call = call("anonymous");
        CallId nameless = call("");
        forFirst(() -> {
            assertThat(parties.find(call)).contains(new CallParty(call, "****", null));
            assertThat(parties.find(nameless)).contains(new CallParty(nameless, "****", null));
        });
    }

    @Test
    void otherClientSeesNeitherPartyNorNote() {
        CallId call = call("13800138050");
        forFirst(() -> {
            note(call, 51, "mine", 0);
        });
        ClientScope.run(CrmUnderTest.SECOND, () -> {
            assertThat(parties.find(call)).isEmpty();
            assertThat(notes.of(call)).isEmpty();
            notes.record(newNote(call, 51, "the other's own", 0));
            assertThat(notes.of(call)).hasSize(1);
        });
        forFirst(() -> assertThat(notes.of(call))
                .extracting(note -> note.text().reveal())
                .containsExactly("mine"));
    }

    @Test
    void exchangedNumbersOfTwoCallsAreNoticed() throws SQLException {
        CallId one = call("13800138060");
        CallId two = call("13800138061");
        crm.database().execute(TestDatabase.ADMIN, """
                        update call_party c set number_cipher = o.number_cipher from call_party o
                        where c.contact_id in (%1$d, %2$d) and o.contact_id in (%1$d, %2$d)
                          and c.contact_id <> o.contact_id
                        """.formatted(one.value(), two.value()));
        assertThatThrownBy(() -> inFirst(() -> parties.find(one))).isInstanceOf(DamagedCiphertextException.class);
        assertThatThrownBy(() -> inFirst(() -> parties.find(two))).isInstanceOf(DamagedCiphertextException.class);
    }

    @Test
    void everyClientTableHasRowSecurityForcedAndSaysWhatIsEncrypted() throws SQLException {
        assertThat(crm.database().column("""
                                select c.oid::regclass::text from pg_class c
                                join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id'
                                where c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity
                                  and exists (select from pg_policy p where p.polrelid = c.oid)
                                """)).contains("customer", "call_party", "call_note");
        List<String> silent = crm.database().column("""
                        select a.attrelid::regclass || '.' || a.attname from pg_attribute a
                        join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                        where a.attname like '%\\_cipher'
                          and col_description(a.attrelid, a.attnum) is distinct from 'encrypted'
                        """);
        assertThat(silent).isEmpty();
    }

    private static CustomerId create(String number) {
        NewCustomer wanted = new NewCustomer(new SecretString("张伟"), new SecretString(number));
        return ((CustomerCreation.Created) inFirst(() -> customers.create(wanted)))
                .customer()
                .id();
    }

    private static CallId call(String number) {
        CallId call = new CallId(NEXT.incrementAndGet());
        ClientScope.run(CrmUnderTest.FIRST, () -> parties.record(call, new SecretString(number), CrmUnderTest.NOW));
        return call;
    }

    private static void note(CallId call, long position, String text, int minutes) {
        notes.record(newNote(call, position, text, minutes));
    }

    private static NewCallNote newNote(CallId call, long position, String text, int minutes) {
        return new NewCallNote(
                position,
                call,
                "agent1",
                "resolved",
                new SecretString(text),
                CrmUnderTest.NOW.plus(Duration.ofMinutes(minutes)));
    }

    private static void forFirst(Runnable work) {
        ClientScope.run(CrmUnderTest.FIRST, work);
    }

    private static <T> T inFirst(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ClientScope.call(CrmUnderTest.FIRST, work);
    }
}
