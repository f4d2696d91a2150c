package org.kezheng.testkit.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// One empty database of a test, owned by the owner role.
public final class TestDatabase {
    /// Superuser.
    public static final String ADMIN = "kezheng_admin";
    /// Owns the tables and runs the migrations.
    public static final String OWNER = "kezheng_owner";
    /// What the product works with; neither superuser nor `bypassrls`.
    public static final String APP = "kezheng_app";

    private final String url;

    TestDatabase(String url) {
        this.url = url;
    }

    public String url() {
        return url;
    }

    /// Runs the migrations of the locations, such as `classpath:db/migration/security`, as the owner.
    public TestDatabase migrate(String... locations) {
        Flyway.configure()
                .dataSource(dataSource(OWNER))
                .locations(locations)
                .loggers("slf4j")
                .load()
                .migrate();
        return this;
    }

    /// Unpooled connections of the role.
    public DataSource dataSource(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        return source;
    }

    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url, role, "");
    }

    /// Runs a statement, or several behind each other, as the role.
    public void execute(String role, String sql) throws SQLException {
        try (Connection connection = connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The first column of the query's rows, as text, read by the superuser whom no policy stops.
    public List<String> column(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect(ADMIN);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /// What an application on Spring Boot is told to use this database as the application's role.
    public Map<String, String> springProperties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", APP,
                "spring.flyway.url", url,
                "spring.flyway.user", OWNER);
    }
}
