package org.kezheng.platform.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.ProbeFinding;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The filed list against what runs, on a real PostgreSQL with an invented PBX.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EquipmentProbeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private final HikariDataSource pool = new HikariDataSource();
    private final InventedPbx pbx = new InventedPbx();
    private TestDatabase database;
    private EquipmentFilings filings;
    private RunningEquipment running;
    private EquipmentProbe probe;

    private static final class InventedPbx implements PbxPresence {
        private String version = "22.1.0";

        @Override
        public Optional<String> version() {
            return version.isEmpty() ? Optional.empty() : Optional.of(version);
        }

        @Override
        public void onChange(Runnable listener) {
            // Nothing here changes by itself.
        }
    }

    @BeforeAll
    void connect() {
        database = PostgresServer.shared().database().migrate("classpath:db/migration/evidence");
        pool.setDataSource(database.dataSource(TestDatabase.APP));
        JdbcClient client = JdbcClient.create(pool);
        filings = new EquipmentFilings(client, new JdbcTransactionManager(pool));
        running = new RunningEquipment(client, pbx);
        probe = new EquipmentProbe(filings, running);
    }

    @AfterAll
    void disconnect() {
        pool.close();
    }

    @Test
    void theListInForceIsComparedItemByItem() throws SQLException {
        assertThat(failing()).containsExactly("equipment.filed");
        filings.file(List.of(), "platform", NOW);
        assertThat(failing()).hasSizeGreaterThan(5);
        filings.file(running.discover(), "system1", NOW);
        assertThat(probe.run().outcome()).isEqualTo(ProbeFinding.Outcome.HOLDS);
        pbx.version = "22.2.0";
        assertThat(failing()).containsExactly("equipment.pbx");
        pbx.version = "";
        assertThat(failing()).containsExactly("equipment.pbx");
        pbx.version = "22.1.0";
        assertThat(failing()).isEmpty();
        change("replace(content, '\"code\":\"java\"', '\"code\":\"fax\"')");
        assertThat(failing()).containsExactlyInAnyOrder("equipment.as-filed", "equipment.java", "equipment.fax");
        change("'nonsense'");
        assertThat(failing()).contains("equipment.as-filed", "equipment.pbx");
        filings.file(running.discover(), "system1", NOW);
        assertThat(failing()).isEmpty();
    }

    private void change(String content) throws SQLException {
        database.execute(TestDatabase.ADMIN, "update equipment_filing set content = " + content);
    }

    private List<String> failing() {
        return probe.run().checks().stream()
                .filter(check -> !check.holds())
                .map(Check::code)
                .toList();
    }
}
