package org.kezheng.platform.claims;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tries what the application's own role must not be able to do in the database. Everything tried is rolled back.
final class DatabaseGuards {
    private static final String NONE = "none";
    /// SQLSTATE of a right that is lacking.
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /// Tables with the rows of clients, in whatever schema, as they are written in SQL.
    private static final String TABLES_OF_CLIENTS = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
            """;

    /// How PostgreSQL writes the one condition that policies have.
    private static final String ONLY_OWN_ROWS =
            "(client_id = (NULLIF(current_setting('kezheng.client'::text, true), ''::text))::integer)";

    private static final String OTHER_POLICIES = """
            select format('%I.%I: %I', n.nspname, c.relname, p.polname) from pg_policy p
            join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
            where p.polpermissive and (coalesce(pg_get_expr(p.polqual, p.polrelid), :only) <> :only
                or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), :only) <> :only) order by 1""";

    private static final String DETOURS = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
            and has_table_privilege(c.oid, 'select')
            union
            select format('%I.%I()', n.nspname, p.proname) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
            and has_function_privilege(p.oid, 'execute') order by 1""";

    /// What is added to and never changed, by schema or by name.
    private static final String TABLES_ONLY_ADDED_TO = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p')
            and (n.nspname = 'ledger' or n.nspname = 'public' and c.relname in
                ('disclosure', 'probe_run', 'equipment_filing')) order by 1""";

    private final JdbcClient database;
    private final Clients clients;
    private final TransactionTemplate transaction;

    DatabaseGuards(JdbcClient database, Clients clients, PlatformTransactionManager transactions) {
        this.database = database;
        this.clients = clients;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Check> checks() {
        return List.of(
                role(), rowSecurity(), policies(), detours(), nothingWithoutAClient(), onlyOwnRows(), onlyAddedTo());
    }

    private Check role() {
        String observed = rolledBack(() -> database.sql("""
                        select case when rolsuper then 'superuser' when rolbypassrls then 'bypassrls'
                            when exists (select from pg_auth_members m where m.member = r.oid) then 'member of others'
                            else 'ordinary' end
                        from pg_roles r where rolname = current_user""").query(String.class).single());
        return Check.equal(
                "database.role",
                new Words(
                        "应用的数据库角色既非超级用户，也不能绕过行级安全，也不属于其他角色",
                        "The application's role is neither superuser, nor above row-level security, nor member of a role"),
                "ordinary",
                observed);
    }

    private Check rowSecurity() {
        List<String> open = rolledBack(() -> database.sql(
                        TABLES_OF_CLIENTS + "and not (c.relrowsecurity and c.relforcerowsecurity) order by 1")
                .query((row, number) -> row.getString(1))
                .list());
        return Check.equal(
                "database.row-security",
                new Words("每张含委托方数据的表都启用并强制行级安全", "Row-level security is enabled and forced on each table of clients"),
                NONE,
                shown(open));
    }

    /// What no row tells yet: a table that is empty shows nothing, whatever its policies let through.
    private Check policies() {
        List<String> others = rolledBack(() -> database.sql(OTHER_POLICIES)
                .param("only", ONLY_OWN_ROWS)
                .query((row, number) -> row.getString(1))
                .list());
        return Check.equal(
                "database.policies",
                new Words("行级安全策略只放行所限定委托方的数据行", "No policy lets through more than the rows of the session's client"),
                NONE,
                shown(others));
    }

    /// A view or a function runs with its owner's rights.
    private Check detours() {
        List<String> found = rolledBack(() ->
                database.sql(DETOURS).query((row, number) -> row.getString(1)).list());
        return Check.equal(
                "database.detours",
                new Words("没有可供应用绕过行级安全的视图或函数", "No view or function lets the application around row-level security"),
                NONE,
                shown(found));
    }

    private Check nothingWithoutAClient() {
        List<String> showing = rolledBack(() -> {
            List<String> found = new ArrayList<>();
            for (String table : tablesOfClients()) {
                if (hasRow("select exists (select 1 from " + table + ")")) {
                    found.add(table);
                }
            }
            return found;
        });
        return Check.equal(
                "database.no-client",
                new Words("未限定委托方的会话看不到任何数据行", "A session without a client sees no row"),
                NONE,
                shown(showing));
    }

    private Check onlyOwnRows() {
        List<String> leaking = new ArrayList<>();
        for (Client client : clients.all()) {
            ClientScope.run(
                    client.id(),
                    () -> leaking.addAll(rolledBack(() -> {
                        List<String> found = new ArrayList<>();
                        for (String table : tablesOfClients()) {
                            String others = " where client_id <> " + client.id().value();
                            if (hasRow("select exists (select 1 from " + table + others + ")")) {
                                found.add(table);
                            }
                        }
                        return found;
                    })));
        }
        return Check.equal(
                "database.other-clients",
                new Words("限定委托方的会话看不到其他委托方的数据行", "A session of one client sees no row of another"),
                NONE,
                shown(leaking));
    }

    private Check onlyAddedTo() {
        List<String> changeable = new ArrayList<>();
        for (String table : rolledBack(() -> database.sql(TABLES_ONLY_ADDED_TO)
                .query((row, number) -> row.getString(1))
                .list())) {
            for (String attempt : List.of("delete from " + table + " where false", "truncate " + table)) {
                tried(attempt, table, changeable);
            }
            // Asked as well: on the ledger a trigger refuses what a right too many would allow.
            for (String right : List.of("update", "delete", "truncate")) {
                if (hasRight(table, right)) {
                    changeable.add(right + " " + table);
                }
            }
        }
        return Check.equal(
                "database.append-only",
                new Words(
                        "审计账本等只增表不能被应用修改或删除",
                        "Tables that are only added to, such as the ledger, cannot be changed by the application"),
                NONE,
                shown(changeable));
    }

    private void tried(String statement, String table, List<String> changeable) {
        try {
            rolledBack(() -> database.sql(statement).update());
            changeable.add(statement.substring(0, statement.indexOf(' ')) + " " + table);
        } catch (DataAccessException refused) {
            if (!INSUFFICIENT_PRIVILEGE.equals(stateOf(refused))) {
                throw refused;
            }
        }
    }

    private boolean hasRight(String table, String right) {
        String ofColumns = right.equals("update") ? " or has_any_column_privilege('" + table + "', 'update')" : "";
        return rolledBack(() -> hasRow("select has_table_privilege('" + table + "', '" + right + "')" + ofColumns));
    }

    private static @Nullable String stateOf(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException refusal ? refusal.getSQLState() : null;
    }

    private List<String> tablesOfClients() {
        return database.sql(TABLES_OF_CLIENTS + "and has_table_privilege(c.oid, 'select') order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private boolean hasRow(String sql) {
        return Boolean.TRUE.equals(database.sql(sql).query(Boolean.class).single());
    }

    private static String shown(List<String> tables) {
        return tables.isEmpty() ? NONE : String.join(", ", tables);
    }

    private <T> T rolledBack(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        }));
    }
}
