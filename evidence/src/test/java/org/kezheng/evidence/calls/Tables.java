package org.kezheng.evidence.calls;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.kezheng.evidence.measures.HistoricFigures;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.security.tenancy.ClientScopedTransactions;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/// The tables in a real PostgreSQL, reached as the application's role, and looked at as the superuser.
public final class Tables implements AutoCloseable {
    private static final List<String> CONTENTS = List.of(
            "select * from call_record order by contact_id",
            "select * from call_offer order by offer_id",
            "select * from agent_state_interval order by journal_position, ordinal");

    private final TestDatabase database;
    private final HikariDataSource pool = new HikariDataSource();
    private final EntityManagerFactory factory;
    private final PlatformTransactionManager transactions;

    public Tables(PostgresServer server) {
        database = server.database().migrate("classpath:db/migration/evidence");
        pool.setDataSource(database.dataSource(TestDatabase.APP));
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(1_000);
        LocalContainerEntityManagerFactoryBean bean = new LocalContainerEntityManagerFactoryBean();
        bean.setDataSource(pool);
        bean.setPackagesToScan(Tables.class.getPackageName());
        bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        bean.afterPropertiesSet();
        factory = Objects.requireNonNull(bean.getObject());
        transactions = new ClientScopedTransactions(factory);
    }

    Calls calls() {
        return new Calls(entities(), transactions);
    }

    public JournalProjector projector(JournalProjector.JournalSource journal) {
        return projector(journal, manager -> manager);
    }

    public HistoricFigures historic(MeasureScope scope) {
        return new HistoricFigures(entities(), transactions, scope);
    }

    JournalProjector projector(
            JournalProjector.JournalSource journal, UnaryOperator<PlatformTransactionManager> around) {
        return new JournalProjector(journal, entities(), around.apply(transactions));
    }

    public void empty() throws SQLException {
        CallTables.empty(database.dataSource(TestDatabase.OWNER));
    }

    public TestDatabase database() {
        return database;
    }

    /// Every row of every table.
    List<String> rows() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String query : CONTENTS) {
            all.addAll(rows(query));
        }
        return all;
    }

    /// The rows of a query as text, columns separated by bars; times are in UTC.
    public List<String> rows(String query) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.ADMIN);
                Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            try (ResultSet found = statement.executeQuery(query)) {
                List<String> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        }
    }

    private static String row(ResultSet found) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
            columns.add(String.valueOf(found.getString(column)));
        }
        return String.join("|", columns);
    }

    private EntityManager entities() {
        return SharedEntityManagerCreator.createSharedEntityManager(factory);
    }

    @Override
    public void close() {
        factory.close();
        pool.close();
    }
}
