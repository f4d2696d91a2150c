package org.kezheng.platform.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The outside numbers to which calls of the client in scope may be handed: partners, experts, branch offices. Nobody
/// can hand a call to any other number.
public final class OutsideNumbers {
    private static final String SELECT =
            "select id, label, number_cipher from outside_number where removed_at is null ";

    private final JdbcClient database;
    private final SealedNumbers numbers;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OutsideNumbers(
            JdbcClient database,
            SealedNumbers numbers,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.numbers = numbers;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A number of the list as it is shown.
    public record OutsideNumber(long id, String label, String maskedNumber) {}

    /// The list, by label.
    public List<OutsideNumber> all() {
        return required(transaction.execute(status ->
                database.sql(SELECT + "order by label, id").query(this::read).list()));
    }

    /// The number itself, for dialling; it is never shown.
    public Optional<SecretString> number(long id) {
        return required(transaction.execute(status -> database.sql(SELECT + "and id = :id")
                .param("id", id)
                .query(numbers::read)
                .optional()));
    }

    /// Whether a call may be handed to this number.
    public boolean holds(NormalisedNumber number) {
        return required(transaction.execute(status -> numbers.isAmong(database, SELECT, number)));
    }

    OutsideNumber add(String label, NormalisedNumber number, SignedIn who) {
        return required(transaction.execute(status -> {
            long id = database.sql("select nextval('outside_number_id_seq')")
                    .query(Long.class)
                    .single();
            SecretString secret = new SecretString(number.reveal());
            database.sql("""
                            insert into outside_number (id, client_id, label, number_cipher, number_index, added_by, added_at)
                            values (:id, :client, :label, :cipher, :index, :by, :now)""")
                    .param("id", id)
                    .param("client", ClientScope.required().value())
                    .param("label", label)
                    .param("cipher", numbers.seal(id, secret))
                    .param("index", numbers.index(secret))
                    .param("by", who.user())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            enter("outside-number.added", id, who);
            return database.sql(SELECT + "and id = :id")
                    .param("id", id)
                    .query(this::read)
                    .single();
        }));
    }

    /// Takes a number from the list; false when it is not there.
    boolean remove(long id, SignedIn who) {
        return required(transaction.execute(status -> {
            int removed = database.sql("""
                            update outside_number set removed_by = :by, removed_at = :now
                            where id = :id and removed_at is null""")
                    .param("by", who.user())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
            if (removed == 1) {
                enter("outside-number.removed", id, who);
            }
            return removed == 1;
        }));
    }

    private void enter(String action, long id, SignedIn who) {
        ledger.append(LedgerEntry.of(
                action, Actor.of(who), Subject.of("outside-number", id, ClientScope.required()), Map.of()));
    }

    private OutsideNumber read(ResultSet row, int at) throws SQLException {
        long id = row.getLong("id");
        return new OutsideNumber(id, row.getString("label"), numbers.masked(id, row.getBytes("number_cipher")));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "A transaction gives its result");
    }
}
