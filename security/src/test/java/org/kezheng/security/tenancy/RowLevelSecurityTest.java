package org.kezheng.security.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.security.fixture.SecurityUnderTest;
import org.kezheng.testkit.postgres.PostgresServer;
import org.kezheng.testkit.postgres.TestDatabase;

/// What the database itself refuses, whatever the application does.
final class RowLevelSecurityTest {
    private static TestDatabase database;

    @BeforeAll
    static void migrate() throws SQLException {
        database = SecurityUnderTest.newDatabase(PostgresServer.shared());
        database.execute(TestDatabase.ADMIN, """
                insert into client values (1, 'first', '甲方', 'First'), (2, 'second', '乙方', 'Second');
                insert into account values (1, 'agent', 'Agent', 'agent', 1, 'x');
                insert into sign_in_session values
                    ('00000000-0000-0000-0000-000000000001', '\\x00', 1, now(), now());
                insert into keystore.customer_key values (1, 1, '\\x00'), (2, 2, '\\x00');
                insert into disclosure values
                    (1, 1, now(), 1, '00000000-0000-0000-0000-000000000001', 'customer', 1, 'name', '\\x00');
                """);
    }

    @Test
    void everyTableOfAClientHasRowSecurityEnabledAndForced() throws SQLException {
        List<String> open = database.column("""
                select c.oid::regclass::text from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
                where c.relkind in ('r', 'p')
                  and not (c.relrowsecurity and c.relforcerowsecurity
                           and exists (select from pg_policy p where p.polrelid = c.oid))
                """);
        assertThat(open).isEmpty();
    }

    @Test
    void everyCipherColumnSaysSo() throws SQLException {
        List<String> silent = database.column("""
                select a.attrelid::regclass || '.' || a.attname from pg_attribute a
                join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                where (a.attname like '%\\_cipher' or a.attname = 'wrapped_key')
                  and col_description(a.attrelid, a.attnum) is distinct from 'encrypted'
                """);
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table disclosure disable row level security",
                "drop policy client_in_scope on disclosure",
                "set role kezheng_owner",
                "set session authorization kezheng_admin",
                "update disclosure set fields = 'none'",
                "delete from disclosure",
                "truncate disclosure",
                "update keystore.customer_key set wrapped_key = '\\x01'",
                "update account set role = 'supervisor'",
                "delete from account",
                "update sign_in_session set account_id = 2",
                "create table loophole ()"
            })
    void applicationRoleIsRefused(String statement) {
        assertThatThrownBy(() -> database.execute(TestDatabase.APP, "set kezheng.client = '1';" + statement))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(must be owner|permission denied|must be member).*");
    }

    @Test
    void applicationRoleSeesOneClientAtATime() throws SQLException {
        assertThat(countAs("1", "keystore.customer_key")).isEqualTo(1);
        assertThat(countAs("2", "keystore.customer_key")).isEqualTo(1);
        assertThat(countAs("3", "keystore.customer_key")).isZero();
        assertThat(countAs("", "keystore.customer_key")).isZero();
        assertThat(countAs("1", "disclosure")).isEqualTo(1);
        assertThat(countAs("2", "disclosure")).isZero();
    }

    @Test
    void evenTheOwnerSeesNoRowWithoutAClient() throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER)) {
            assertThat(count(connection, "disclosure")).isZero();
        }
    }

    private static int countAs(String client, String table) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.APP);
                Statement statement = connection.createStatement()) {
            statement.execute("set kezheng.client = '" + client + "'");
            return count(connection, table);
        }
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
