package org.kezheng.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class PostgresServerTest {

    @Test
    void applicationRoleIsNoSuperuserAndDoesNotBypassRowSecurity() throws SQLException {
        TestDatabase database = PostgresServer.shared().database();
        try (Connection connection = database.connect(TestDatabase.APP);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb"
                        + " from pg_roles where rolname = current_user")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    @Test
    void stoppedServerRefusesAndComesBackWithItsData() throws SQLException {
        try (PostgresServer server = PostgresServer.start()) {
            TestDatabase database = server.database();
            try (Connection connection = database.connect(TestDatabase.OWNER);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept ()");
            }
            server.stop();
            assertThatThrownBy(() -> database.connect(TestDatabase.OWNER)).isInstanceOf(SQLException.class);
            server.resume();
            try (Connection connection = database.connect(TestDatabase.OWNER);
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table kept");
            }
        }
    }

    @Test
    void closedServerLeavesNoFiles() {
        PostgresServer running = PostgresServer.start();
        running.close();
        PostgresServer stopped = PostgresServer.start();
        stopped.stop();
        stopped.close();
        assertThat(running.files()).doesNotExist();
        assertThat(stopped.files()).doesNotExist();
    }
}
