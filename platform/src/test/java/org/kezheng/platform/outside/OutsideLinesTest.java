package org.kezheng.platform.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.callflow.OutsideMoment;
import org.kezheng.platform.callflow.OutsideResult;
import org.kezheng.security.SecurityModule;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.keys.KeyDirectory;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.kezheng.security.tls.ServiceCertificates;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// What becomes of legs to the outside while the database is there, is away, and is back.
final class OutsideLinesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ClientId DEMO = new ClientId(1);
    private static final ClientId OTHER = new ClientId(2);
    private static final int CAPACITY = 3;
    private static final long CONTACT = 77;
    private static final long DECISION = 1_044;
    private static final String LEG = "kz-out-77-h1";
    private static final String CUSTOMER = "kz-customer-77";
    private static final Instant ANSWERED = Instant.parse("2026-11-23T08:00:03Z");
    private static final Instant ENDED = Instant.parse("2026-11-23T08:01:00Z");
    private static final Instant LEFT = Instant.parse("2026-11-23T08:01:01Z");

    private static PostgresServer server;
    private static TestDatabase database;
    private static ConfigurableApplicationContext context;

    private OutsideLines lines;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        server = PostgresServer.start();
        database = server.database();
        Path data = directory.resolve("data");
        Path keys = directory.resolve("keys");
        KeyDirectory keyDirectory = KeyDirectory.prepare(keys, data);
        ServiceCertificates.prepare(keyDirectory, Clock.systemUTC());
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("keyDirectory", keyDirectory);
                    starting.getBeanFactory().registerSingleton("clock", Clock.systemUTC());
                })
                .properties(Map.<String, Object>copyOf(database.springProperties()))
                .properties(
                        "kezheng.data-dir=" + data,
                        "kezheng.key-dir=" + keys,
                        "kezheng.http-port=0",
                        "logging.level.root=error")
                .run();
        Clients clients = context.getBean(Clients.class);
        clients.register(new Client(DEMO, "demo", "甲方", "First client"));
        clients.register(new Client(OTHER, "other", "乙方", "Second client"));
    }

    @AfterAll
    static void stop() {
        context.close();
        server.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        database.execute(TestDatabase.ADMIN, "delete from gate_decision");
        allowed(DECISION, CONTACT);
        lines = lines(() -> List.of(DEMO, OTHER), 100);
    }

    @Test
    void whatIsToldWhileTheDatabaseIsAwayIsStoredInItsOrderWhenItIsBack() {
        lines.take(new OutsideMoment.Dialled(DECISION, LEG));
        lines.store();
        assertThat(lines.isSettled()).isTrue();
        server.stop();
        try {
            lines.take(new OutsideMoment.Answered(LEG, ANSWERED));
            lines.take(new OutsideMoment.HandedOver(DECISION, CUSTOMER));
            // Each round takes the oldest out and puts it back in front.
            lines.store();
            lines.take(new OutsideMoment.Ended(LEG, OutsideResult.REACHED, ENDED));
            lines.take(new OutsideMoment.Ended(CUSTOMER, OutsideResult.REACHED, LEFT));
            lines.store();
            assertThat(lines.isSettled()).isFalse();
        } finally {
            server.resume();
        }
        storeAll();
        assertThat(found(DEMO, CONTACT))
                .containsExactly(
                        new OutsideLine(DECISION, false, ANSWERED, ENDED, "answered", false),
                        new OutsideLine(DECISION, true, null, LEFT, "answered", false));
        assertThat(found(OTHER, CONTACT)).isEmpty();
    }

    @Test
    void legThatEndedWhileNothingCouldBeWrittenAndOfWhichNobodyToldIsUnseenByTheNextComparison() {
        lines.take(new OutsideMoment.Dialled(DECISION, LEG));
        lines.take(new OutsideMoment.Answered(LEG, ANSWERED));
        lines.take(new OutsideMoment.HandedOver(DECISION, CUSTOMER));
        lines.store();
        server.stop();
        try {
            lines.take(new OutsideMoment.Present(Map.of(CUSTOMER, true)));
            lines.store();
        } finally {
            server.resume();
        }
        storeAll();
        assertThat(found(DEMO, CONTACT))
                .containsExactly(
                        new OutsideLine(DECISION, false, ANSWERED, null, "answered", true),
                        new OutsideLine(DECISION, true, null, null, "answered", false));
    }

    @Test
    void ofMoreThanCanWaitTheOldestIsGivenUp() throws SQLException {
        lines = lines(() -> List.of(DEMO), CAPACITY);
        for (int leg = 0; leg <= CAPACITY; leg++) {
            lines.take(new OutsideMoment.Dialled(DECISION + leg, LEG + leg));
        }
        allowMore();
        storeAll();
        assertThat(found(DEMO, CONTACT))
                .extracting(OutsideLine::decision)
                .containsExactly(DECISION + 1, DECISION + 2, DECISION + 3);
    }

    @Test
    void momentThatIsPutBackIsTheFirstToBeGivenUp() throws Exception {
        CountDownLatch isUnderWay = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        lines = lines(
                () -> {
                    isUnderWay.countDown();
                    awaitUninterrupted(mayGoOn);
                    return List.of(DEMO);
                },
                CAPACITY);
        lines.take(new OutsideMoment.Dialled(DECISION, LEG));
        server.stop();
        try {
            Thread round = Thread.ofPlatform().start(lines::store);
            isUnderWay.await();
            assertThat(lines.isSettled()).as("one is under way").isFalse();
            for (int leg = 1; leg <= CAPACITY; leg++) {
                lines.take(new OutsideMoment.Dialled(DECISION + leg, LEG + leg));
            }
            mayGoOn.countDown();
            round.join();
        } finally {
            server.resume();
        }
        allowMore();
        storeAll();
        assertThat(found(DEMO, CONTACT))
                .extracting(OutsideLine::decision)
                .containsExactly(DECISION + 1, DECISION + 2, DECISION + 3);
    }

    @Test
    void legWhoseDecisionIsGoneHoldsUpNoOther() throws SQLException {
        database.execute(TestDatabase.ADMIN, "delete from gate_decision");
        allowed(DECISION + 1, CONTACT);
        lines.take(new OutsideMoment.Dialled(DECISION, LEG));
        lines.take(new OutsideMoment.Dialled(DECISION + 1, LEG + "1"));
        lines.take(new OutsideMoment.Ended(LEG + "1", OutsideResult.BUSY, ENDED));
        lines.store();
        assertThat(lines.isSettled()).isTrue();
        assertThat(found(DEMO, CONTACT))
                .containsExactly(new OutsideLine(DECISION + 1, false, null, ENDED, "busy", false));
    }

    private static OutsideLines lines(Supplier<List<ClientId>> clients, int capacity) {
        OutsideLineTable table = new OutsideLineTable(
                context.getBean(JdbcClient.class), context.getBean(PlatformTransactionManager.class));
        return new OutsideLines(table, clients, capacity);
    }

    /// The connections of before are found to be broken one by one.
    private void storeAll() {
        Await.until("all is stored", PATIENCE, () -> {
            lines.store();
            return lines.isSettled();
        });
    }

    private List<OutsideLine> found(ClientId client, long contact) {
        return ClientScope.call(client, () -> lines.of(contact));
    }

    private static void allowMore() throws SQLException {
        for (int leg = 1; leg <= CAPACITY; leg++) {
            allowed(DECISION + leg, CONTACT);
        }
    }

    private static void allowed(long decision, long contact) throws SQLException {
        database.execute(TestDatabase.ADMIN, """
                insert into gate_decision (id, client_id, decided_at, stage, way, purpose, number_cipher, number_index,
                    own_number, voucher, contact_id, asked_by, is_allowed, rules)
                values (%d, 1, now(), 'dialled', 'transfer', 'transfer', '', 0, '4001', 'none', %d, 'agent1', true, '')""".formatted(decision, contact));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// Not a `@Configuration`, so that no other test's scan finds it.
    @EnableAutoConfiguration
    @Import(SecurityModule.class)
    static class Application {}
}
