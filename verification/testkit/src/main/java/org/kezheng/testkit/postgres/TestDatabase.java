package org.kezheng.testkit.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    /// What an application on Spring Boot is told to use this database as the application's role.
    public Map<String, String> springProperties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", APP,
                "spring.flyway.url", url,
                "spring.flyway.user", OWNER);
    }
}
