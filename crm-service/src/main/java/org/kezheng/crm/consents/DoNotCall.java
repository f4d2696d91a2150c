package org.kezheng.crm.consents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.index.NormalisedNumber;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who is not to be called (拒呼名单) by the client in scope, for whatever purpose. An entry holds from the moment at which
/// it is committed, until the person asks for the opposite.
public final class DoNotCall {
    private static final int PAGE = 200;

    private final JdbcClient database;
    private final NumberSeal seal;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DoNotCall(
            JdbcClient database,
            NumberSeal seal,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.seal = seal;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Enters the number; one that is there already stays as it is.
    ///
    /// @param reason its code, such as `person-refused`
    /// @param contact the contact in which the person said so, if it was one of ours
    /// @return the id of the entry that holds
    public long add(NormalisedNumber number, String reason, @Nullable Long contact, SignedIn who) {
        return Consents.required(transaction.execute(status -> {
            int index = seal.index(number);
            database.sql("select cast(pg_advisory_xact_lock(:client, :index) as text)")
                    .param("client", ClientScope.required().value())
                    .param("index", index)
                    .query(String.class)
                    .optional();
            List<Long> there = standing(number);
            return there.isEmpty() ? insert(number, reason, contact, who) : there.getFirst();
        }));
    }

    /// The person wants to be called again; false when there is no entry that holds.
    public boolean reverse(long id, SignedIn who) {
        return Consents.required(transaction.execute(status -> {
            int changed = database.sql("""
                            update do_not_call set reversed_at = :now, reversed_by = :who
                            where id = :id and reversed_at is null""")
                    .param("now", Consents.utc(clock.instant()))
                    .param("who", who.user())
                    .param("id", id)
                    .update();
            if (changed == 1) {
                enter("do-not-call.reversed", id, "person-asked", who);
            }
            return changed == 1;
        }));
    }

    /// Whether the number is not to be called.
    public boolean holds(NormalisedNumber number) {
        return Consents.required(transaction.execute(status -> !standing(number).isEmpty()));
    }

    /// The newest entries first, those that were reversed included.
    public List<RefusalView> newest() {
        return Consents.required(transaction.execute(
                status -> database.sql("""
                        select id, number_cipher, reason, added_by, added_at, reversed_at from do_not_call
                        order by id desc limit""" + " " + PAGE).query(this::view).list()));
    }

    private List<Long> standing(NormalisedNumber number) {
        return database
                .sql("select id, number_cipher from do_not_call where number_index = :index and reversed_at is null")
                .param("index", seal.index(number))
                .query((row, at) ->
                        seal.isOf(row.getLong("id"), row.getBytes("number_cipher"), number) ? row.getLong("id") : 0L)
                .list()
                .stream()
                .filter(id -> id != 0)
                .toList();
    }

    private long insert(NormalisedNumber number, String reason, @Nullable Long contact, SignedIn who) {
        long id = database.sql("select nextval('do_not_call_id_seq')")
                .query(Long.class)
                .single();
        database.sql("""
                        insert into do_not_call (id, client_id, number_cipher, number_index, reason, contact_id, added_by,
                        added_at) values (:id, :client, :cipher, :index, :reason, :contact, :by, :now)""")
                .param("id", id)
                .param("client", ClientScope.required().value())
                .param("cipher", seal.seal(id, number))
                .param("index", seal.index(number))
                .param("reason", reason)
                .param("contact", contact)
                .param("by", who.user())
                .param("now", Consents.utc(clock.instant()))
                .update();
        enter("do-not-call.added", id, reason, who);
        return id;
    }

    private void enter(String action, long id, String reason, SignedIn who) {
        ledger.append(LedgerEntry.of(
                action,
                Actor.of(who),
                Subject.of("do-not-call", id, ClientScope.required()),
                Map.of("reason", reason)));
    }

    private RefusalView view(ResultSet row, int at) throws SQLException {
        long id = row.getLong("id");
        return new RefusalView(
                id,
                seal.masked(id, row.getBytes("number_cipher")),
                row.getString("reason"),
                row.getString("added_by"),
                Consents.instant(row, "added_at"),
                Consents.maybe(row, "reversed_at"));
    }
}
