package org.kezheng.platform.claims;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.kezheng.crm.customers.CustomerCreation;
import org.kezheng.crm.customers.Customers;
import org.kezheng.crm.customers.NewCustomer;
import org.kezheng.evidence.claims.Check;
import org.kezheng.evidence.claims.Claim.Words;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes an invented customer as any other is written, looks at the row for its name and number, and takes it back:
/// nobody ever sees it.
final class Canary {
    private static final int SUFFIX = 100_000_000;

    private final Customers customers;
    private final Clients clients;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Canary(Customers customers, Clients clients, JdbcClient database, PlatformTransactionManager transactions) {
        this.customers = customers;
        this.clients = clients;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Check> checks() {
        ClientId client = clients.all().getFirst().id();
        String digits = Integer.toString(SUFFIX + random.nextInt(SUFFIX)).substring(1);
        Caller caller = new Caller("金丝雀" + digits, "198" + digits);
        String row = ClientScope.call(
                client,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    status.setRollbackOnly();
                    return written(caller);
                })));
        return List.of(
                absent(
                        "canary.name",
                        new Words("新写入客户的姓名不以明文存储", "The name of a new customer is not stored in clear"),
                        row,
                        caller.name()),
                absent(
                        "canary.number",
                        new Words("新写入客户的号码不以明文存储", "The number of a new customer is not stored in clear"),
                        row,
                        caller.number()));
    }

    private record Caller(String name, String number) {
        @Override
        public String toString() {
            return "Caller[REDACTED]";
        }
    }

    /// The whole row as the database has it.
    private String written(Caller caller) {
        NewCustomer wanted = new NewCustomer(new SecretString(caller.name()), new SecretString(caller.number()));
        if (!(customers.create(wanted) instanceof CustomerCreation.Created created)) {
            throw new IllegalStateException("The canary was not taken");
        }
        return database.sql("select to_jsonb(c)::text from customer c where id = :id")
                .param("id", created.customer().id().value())
                .query(String.class)
                .single();
    }

    private static Check absent(String code, Words words, String row, String clear) {
        String hex = HexFormat.of().formatHex(clear.getBytes(StandardCharsets.UTF_8));
        boolean isThere = row.contains(clear) || row.contains(hex);
        return Check.equal(code, words, "not found in the row", isThere ? "found in the row" : "not found in the row");
    }
}
