package org.kezheng.crm.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.security.envelope.DamagedCiphertextException;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.security.validation.FieldProblem;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

final class CustomersTest {
    private static final SecretString REASON = new SecretString("客户要求回电");

    private static CrmUnderTest crm;
    private static Customers customers;

    @BeforeAll
    static void start(@TempDir Path directory) {
        crm = CrmUnderTest.start(directory);
        customers = crm.get(Customers.class);
    }

    @AfterAll
    static void stop() {
        crm.close();
    }

    @Test
    void customerIsFoundByAnyWritingOfTheNumberAndShownMasked() {
        CustomerView created = create("张伟", "138 0013 8000");
        assertThat(created.maskedName()).isEqualTo("张*");
        assertThat(created.maskedNumber()).isEqualTo("138****8000");
        assertThat(created.toString()).doesNotContain("张").doesNotContain("138");
        ClientScope.run(CrmUnderTest.FIRST, () -> {
            assertThat(customers.find(created.id())).contains(created);
            assertThat(customers.findByNumber(new SecretString("+8613800138000")))
                    .contains(created);
            assertThat(customers.findByNumber(new SecretString("013800138000"))).contains(created);
            assertThat(customers.findByNumber(new SecretString("13800138001"))).isEmpty();
            assertThat(customers.findByNumber(new SecretString("anonymous"))).isEmpty();
        });
    }

    @Test
    void otherClientKnowsNothingOfTheCustomer() {
        CustomerView created = create("刘洋", "13900139000");
        ClientScope.run(CrmUnderTest.SECOND, () -> {
            assertThat(customers.find(created.id())).isEmpty();
            assertThat(customers.findByNumber(new SecretString("13900139000"))).isEmpty();
            assertThat(customers.page(0, 200)).isEmpty();
            assertThat(customers.disclose(created.id(), crm.agent(), REASON))
                    .isEqualTo(new DisclosureOutcome.NotFound());
        });
        assertThat(in(CrmUnderTest.SECOND, () -> customers.create(wanted("刘洋", "13900139000"))))
                .as("each client has customers of its own")
                .isInstanceOf(CustomerCreation.Created.class);
    }

    @Test
    void withoutAClientInScopeNothingIsDone() {
        assertThatThrownBy(() -> customers.page(0, 10)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> customers.create(wanted("张伟", "13800138099")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wrongFieldsAreNamedAndNotRepeated() {
        CustomerCreation outcome = inFirst(() -> customers.create(wanted(" ", "not a number")));
        List<FieldProblem> problems = ((CustomerCreation.Rejected) outcome).problems();
        assertThat(problems).extracting(FieldProblem::field).containsExactly("name", "number");
        assertThat(problems)
                .extracting(FieldProblem::rule)
                .containsExactly("customer.name-length", "customer.number-form");
        assertThat(problems.toString()).doesNotContain("not a number");
    }

    @Test
    void numberBelongsToOneCustomer() {
        create("王芳", "13700137000");
        CustomerCreation outcome = inFirst(() -> customers.create(wanted("王芳芳", "+8613700137000")));
        assertThat(((CustomerCreation.Rejected) outcome).problems())
                .extracting(FieldProblem::rule)
                .containsExactly("customer.number-taken");
    }

    @Test
    void manyCreationsAtOnceGiveOneCustomer() throws Exception {
        List<Future<CustomerCreation>> pending = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int attempt = 0; attempt < 8; attempt++) {
                pending.add(threads.submit(() -> inFirst(() -> customers.create(wanted("赵磊", "13600136000")))));
            }
        }
        int created = 0;
        for (Future<CustomerCreation> outcome : pending) {
            created += outcome.get() instanceof CustomerCreation.Created ? 1 : 0;
        }
        assertThat(created).isEqualTo(1);
    }

    @Test
    void pagesFollowEachOther() {
        List<CustomerView> created = IntStream.range(0, 5)
                .mapToObj(tail -> create("孙涛", "1350013500" + tail))
                .toList();
        long before = created.getFirst().id().value() - 1;
        List<CustomerView> first = inFirst(() -> customers.page(before, 2));
        List<CustomerView> second =
                inFirst(() -> customers.page(first.getLast().id().value(), 2));
        assertThat(first).isEqualTo(created.subList(0, 2));
        assertThat(second).isEqualTo(created.subList(2, 4));
    }

    @Test
    void disclosureShowsAndRecordsOrRefuses() throws SQLException {
        CustomerView created = create("周敏", "13400134000");
        DisclosureOutcome outcome = inFirst(() -> customers.disclose(created.id(), crm.agent(), REASON));
        assertThat(outcome)
                .isEqualTo(new DisclosureOutcome.Disclosed(new SecretString("周敏"), new SecretString("13400134000")));
        assertThat(outcome.toString()).doesNotContain("周敏").doesNotContain("134");
        assertThat(crm.database()
                        .column("select client_id || ' ' || account_id || ' ' || subject_kind || ' ' || fields"
                                + " from disclosure where subject = "
                                + created.id().value()))
                .containsExactly("1 " + crm.agent().account().value() + " customer name,number");
        assertThat(inFirst(() -> customers.disclose(created.id(), crm.agent(), new SecretString("  "))))
                .isInstanceOfSatisfying(
                        DisclosureOutcome.Rejected.class,
                        rejected -> assertThat(rejected.problem().field()).isEqualTo("reason"));
        assertThat(inFirst(() -> customers.disclose(new CustomerId(999_999), crm.agent(), REASON)))
                .isEqualTo(new DisclosureOutcome.NotFound());
    }

    @Test
    void whatCannotBeRecordedIsNotShown() throws SQLException {
        CustomerView created = create("吴静", "13300133000");
        crm.database().execute(TestDatabase.ADMIN, "revoke insert on disclosure from kezheng_app");
        try {
            assertThatThrownBy(() -> inFirst(() -> customers.disclose(created.id(), crm.agent(), REASON)))
                    .isInstanceOf(RuntimeException.class)
                    .hasStackTraceContaining("permission denied");
        } finally {
            crm.database().execute(TestDatabase.ADMIN, "grant insert on disclosure to kezheng_app");
        }
    }

    @Test
    void exchangedCiphertextsOfTwoCustomersAreNoticed() throws SQLException {
        CustomerView one = create("郑强", "13200132001");
        CustomerView two = create("冯丽", "13200132002");
        crm.database().execute(TestDatabase.ADMIN, """
                        update customer c set name_cipher = o.name_cipher from customer o
                        where c.id in (%1$d, %2$d) and o.id in (%1$d, %2$d) and c.id <> o.id
                        """.formatted(
                        one.id().value(), two.id().value()));
        assertThatThrownBy(() -> inFirst(() -> customers.find(one.id())))
                .isInstanceOf(DamagedCiphertextException.class);
        crm.database()
                .execute(
                        TestDatabase.ADMIN,
                        "delete from customer where id in (%d, %d)"
                                .formatted(one.id().value(), two.id().value()));
    }

    @Test
    void databaseHoldsNoClearNameOrNumber() throws SQLException {
        create("褚时健", "13100131000");
        String everything =
                crm.database().column("select c::text from customer c").toString();
        assertThat(everything).isNotEmpty().doesNotContain("褚").doesNotContain("13100131000");
        byte[] name = "褚时健".getBytes(StandardCharsets.UTF_8);
        assertThat(everything).doesNotContain(HexFormat.of().formatHex(name));
    }

    @Test
    void customerGoesWithTheKey() {
        CustomerView created = create("卫东", "13000130000");
        CustomerCiphers ciphers = crm.get(CustomerCiphers.class);
        TransactionTemplate transaction = new TransactionTemplate(crm.get(PlatformTransactionManager.class));
        inFirst(() -> transaction.execute(
                status -> ciphers.destroyKey(CrmUnderTest.FIRST, created.id().value())));
        assertThat(inFirst(() -> customers.find(created.id()))).isEmpty();
        assertThat(inFirst(() -> customers.findByNumber(new SecretString("13000130000"))))
                .isEmpty();
        assertThat(inFirst(() -> customers.create(wanted("卫东", "13000130000"))))
                .isInstanceOf(CustomerCreation.Created.class);
    }

    private static CustomerView create(String name, String number) {
        return ((CustomerCreation.Created) inFirst(() -> customers.create(wanted(name, number)))).customer();
    }

    private static NewCustomer wanted(String name, String number) {
        return new NewCustomer(new SecretString(name), new SecretString(number));
    }

    private static <T> T inFirst(ScopedValue.CallableOp<T, RuntimeException> work) {
        return in(CrmUnderTest.FIRST, work);
    }

    private static <T> T in(ClientId client, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ClientScope.call(client, work);
    }
}
