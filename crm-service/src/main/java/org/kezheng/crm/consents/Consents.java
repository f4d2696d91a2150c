package org.kezheng.crm.consents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The consents that the client in scope holds. None is ever changed or removed; a withdrawal is noted beside it and
/// holds at once. Each is entered in the audit ledger, both or neither.
public final class Consents {
    private static final int PAGE = 200;
    private static final String COLUMNS = """
            select id, number_cipher, purpose, means, contact_id, text_version, given_at, expires_at, recorded_by,
            withdrawn_at from consent\s""";

    private final JdbcClient database;
    private final NumberSeal seal;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Consents(
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

    /// A consent as it is to be recorded.
    ///
    /// @param means how it was given: `call`, `web`, `written` or `message`
    /// @param contact the contact in which it was given, if it was a call of ours
    /// @param textVersion which text the person agreed to
    public record NewConsent(
            NormalisedNumber number,
            Purpose purpose,
            String means,
            @Nullable Long contact,
            String textVersion,
            Instant givenAt,
            Instant expiresAt) {}

    /// A consent as it is shown, masked.
    public record ConsentView(
            ConsentId id,
            String maskedNumber,
            String purpose,
            String means,
            @Nullable Long contact,
            String textVersion,
            Instant givenAt,
            Instant expiresAt,
            String recordedBy,
            @Nullable Instant withdrawnAt) {}

    /// What a consent says about calling one number.
    ///
    /// @param isOfNumber whether it was given for the number that was asked about
    public record ConsentStanding(
            boolean isOfNumber,
            String purpose,
            Instant givenAt,
            Instant expiresAt,
            @Nullable Instant withdrawnAt) {}

    /// Records a consent.
    public ConsentId record(NewConsent consent, SignedIn who) {
        return required(transaction.execute(status -> {
            long id = database.sql("select nextval('consent_id_seq')")
                    .query(Long.class)
                    .single();
            insert(id, consent, who.user());
            enter("consent.recorded", id, consent.purpose().code(), who);
            return new ConsentId(id);
        }));
    }

    /// Notes that the person withdrew it; false when there is none that stands.
    public boolean withdraw(ConsentId id, SignedIn who) {
        return required(transaction.execute(status -> {
            int changed = database.sql("""
                            update consent set withdrawn_at = :now, withdrawn_by = :who
                            where id = :id and withdrawn_at is null""")
                    .param("now", utc(clock.instant()))
                    .param("who", who.user())
                    .param("id", id.value())
                    .update();
            if (changed == 1) {
                enter("consent.withdrawn", id.value(), "all", who);
            }
            return changed == 1;
        }));
    }

    /// What the consent says about calling this number; empty when the client holds none of this id.
    public Optional<ConsentStanding> standing(ConsentId id, NormalisedNumber number) {
        return required(transaction.execute(status -> database.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query((row, at) -> new ConsentStanding(
                        seal.isOf(row.getLong("id"), row.getBytes("number_cipher"), number),
                        row.getString("purpose"),
                        instant(row, "given_at"),
                        instant(row, "expires_at"),
                        maybe(row, "withdrawn_at")))
                .optional()));
    }

    /// The newest consents first.
    public List<ConsentView> newest() {
        return required(transaction.execute(status -> database.sql(COLUMNS + "order by id desc limit " + PAGE)
                .query(this::view)
                .list()));
    }

    /// All consents for this number, the newest first.
    public List<ConsentView> ofNumber(NormalisedNumber number) {
        return required(transaction.execute(status -> database
                .sql(COLUMNS + "where number_index = :index order by id desc limit " + PAGE)
                .param("index", seal.index(number))
                .query((row, at) -> seal.isOf(row.getLong("id"), row.getBytes("number_cipher"), number)
                        ? Optional.of(view(row, at))
                        : Optional.<ConsentView>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList()));
    }

    private void insert(long id, NewConsent consent, String by) {
        database.sql("""
                        insert into consent (id, client_id, number_cipher, number_index, purpose, means, contact_id,
                        text_version, given_at, expires_at, recorded_by, recorded_at)
                        values (:id, :client, :cipher, :index, :purpose, :means, :contact, :text, :given, :expires,
                        :by, :now)""")
                .param("id", id)
                .param("client", ClientScope.required().value())
                .param("cipher", seal.seal(id, consent.number()))
                .param("index", seal.index(consent.number()))
                .param("purpose", consent.purpose().code())
                .param("means", consent.means())
                .param("contact", consent.contact())
                .param("text", consent.textVersion())
                .param("given", utc(consent.givenAt()))
                .param("expires", utc(consent.expiresAt()))
                .param("by", by)
                .param("now", utc(clock.instant()))
                .update();
    }

    private void enter(String action, long id, String purpose, SignedIn who) {
        ledger.append(LedgerEntry.of(
                action, Actor.of(who), Subject.of("consent", id, ClientScope.required()), Map.of("purpose", purpose)));
    }

    private ConsentView view(ResultSet row, int at) throws SQLException {
        long id = row.getLong("id");
        return new ConsentView(
                new ConsentId(id),
                seal.masked(id, row.getBytes("number_cipher")),
                row.getString("purpose"),
                row.getString("means"),
                row.getObject("contact_id", Long.class),
                row.getString("text_version"),
                instant(row, "given_at"),
                instant(row, "expires_at"),
                row.getString("recorded_by"),
                maybe(row, "withdrawn_at"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "A transaction gives its result");
    }
}
