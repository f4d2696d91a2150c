package org.kezheng.crm.consents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/// Numbers from which people of the client in scope are molested (骚扰来电). One person marks, another one
/// confirms, for a time; only what is confirmed, has not expired and was not lifted has an effect.
public final class NuisanceMarks {
    /// A mark ends at the latest after so many days.
    public static final int MOST_DAYS = 365;

    private static final int PAGE = 200;

    private final JdbcClient database;
    private final NumberSeal seal;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NuisanceMarks(
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

    /// Why a number is marked.
    public enum Reason {
        ABUSE,
        THREAT,
        HARASSMENT,
        /// Calls, again and again, in which nobody speaks.
        SILENT,
        PRANK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The reason of this code, if there is one.
        public static Optional<Reason> of(String code) {
            for (Reason reason : values()) {
                if (reason.code().equals(code)) {
                    return Optional.of(reason);
                }
            }
            return Optional.empty();
        }
    }

    /// A mark of a number, the number masked.
    ///
    /// @param contact in which the agent marked it
    /// @param confirmedAt absent: it waits for a supervisor, and has no effect
    /// @param expiresAt when it ends by itself
    /// @param liftedAt absent: nobody has lifted it
    public record View(
            long id,
            String maskedNumber,
            String reason,
            long contact,
            String markedBy,
            Instant markedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable Instant expiresAt,
            @Nullable String liftedBy,
            @Nullable Instant liftedAt) {
        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }

    /// Marks the number of that contact; a mark that waits or is in force stays as it is.
    ///
    /// @return the id of the mark that stands
    public long mark(NormalisedNumber number, Reason reason, long contact, SignedIn who) {
        return Consents.required(transaction.execute(status -> {
            int index = seal.index(number);
            database.sql("select cast(pg_advisory_xact_lock(:client, :index) as text)")
                    .param("client", ClientScope.required().value())
                    .param("index", index)
                    .query(String.class)
                    .optional();
            List<Long> there = standing(number, "(confirmed_at is null or expires_at > :now)");
            return there.isEmpty() ? insert(number, reason, contact, who) : there.getFirst();
        }));
    }

    /// Confirms a mark that waits, for so many days, from 1 to [#MOST_DAYS]; false when none of that id waits,
    /// or it is the person's own.
    public boolean confirm(long id, int days, SignedIn who) {
        Instant now = clock.instant();
        return change(
                id,
                "nuisance.confirmed",
                Map.of("days", Integer.toString(days)),
                who,
                () -> database.sql("""
                        update nuisance_mark set confirmed_by = :who, confirmed_at = :now, expires_at = :until
                        where id = :id and confirmed_at is null and lifted_at is null and marked_by <> :who""")
                        .param("who", who.user())
                        .param("now", Consents.utc(now))
                        .param("until", Consents.utc(now.plus(Duration.ofDays(days))))
                        .param("id", id)
                        .update());
    }

    /// Lifts a mark, confirmed or not; false when none of that id stands.
    public boolean lift(long id, SignedIn who) {
        return change(
                id,
                "nuisance.lifted",
                Map.of(),
                who,
                () -> database.sql("""
                        update nuisance_mark set lifted_by = :who, lifted_at = :now
                        where id = :id and lifted_at is null""")
                        .param("who", who.user())
                        .param("now", Consents.utc(clock.instant()))
                        .param("id", id)
                        .update());
    }

    /// Whether calls from the number are a nuisance now.
    public boolean holds(NormalisedNumber number) {
        return Consents.required(transaction.execute(
                status -> !standing(number, "expires_at > :now").isEmpty()));
    }

    /// The newest marks first, those without effect included.
    public List<View> newest() {
        return Consents.required(transaction.execute(
                status -> database.sql("""
                        select id, number_cipher, reason, contact_id, marked_by, marked_at, confirmed_by, confirmed_at,
                        expires_at, lifted_by, lifted_at from nuisance_mark
                        order by id desc limit""" + " " + PAGE).query(this::view).list()));
    }

    private interface Update {
        int rows();
    }

    private boolean change(long id, String action, Map<String, String> facts, SignedIn who, Update update) {
        return Consents.required(transaction.execute(status -> {
            boolean isChanged = update.rows() == 1;
            if (isChanged) {
                enter(action, id, facts, who);
            }
            return isChanged;
        }));
    }

    private List<Long> standing(NormalisedNumber number, String condition) {
        return database
                .sql(
                        "select id, number_cipher from nuisance_mark where number_index = :index and lifted_at is null and "
                                + condition)
                .param("index", seal.index(number))
                .param("now", Consents.utc(clock.instant()))
                .query((row, at) ->
                        seal.isOf(row.getLong("id"), row.getBytes("number_cipher"), number) ? row.getLong("id") : 0L)
                .list()
                .stream()
                .filter(id -> id != 0)
                .toList();
    }

    private long insert(NormalisedNumber number, Reason reason, long contact, SignedIn who) {
        long id = database.sql("select nextval('nuisance_mark_id_seq')")
                .query(Long.class)
                .single();
        database.sql("""
                        insert into nuisance_mark (id, client_id, number_cipher, number_index, reason, contact_id, marked_by,
                        marked_at) values (:id, :client, :cipher, :index, :reason, :contact, :by, :now)""")
                .param("id", id)
                .param("client", ClientScope.required().value())
                .param("cipher", seal.seal(id, number))
                .param("index", seal.index(number))
                .param("reason", reason.code())
                .param("contact", contact)
                .param("by", who.user())
                .param("now", Consents.utc(clock.instant()))
                .update();
        enter("nuisance.marked", id, Map.of("reason", reason.code(), "call", Long.toString(contact)), who);
        return id;
    }

    private void enter(String action, long id, Map<String, String> facts, SignedIn who) {
        ledger.append(
                LedgerEntry.of(action, Actor.of(who), Subject.of("nuisance-mark", id, ClientScope.required()), facts));
    }

    private View view(ResultSet row, int at) throws SQLException {
        long id = row.getLong("id");
        @Nullable Instant confirmed = Consents.maybe(row, "confirmed_at");
        return new View(
                id,
                seal.masked(id, row.getBytes("number_cipher")),
                row.getString("reason"),
                row.getLong("contact_id"),
                row.getString("marked_by"),
                Consents.instant(row, "marked_at"),
                row.getString("confirmed_by"),
                confirmed,
                Consents.maybe(row, "expires_at"),
                row.getString("lifted_by"),
                Consents.maybe(row, "lifted_at"));
    }
}
