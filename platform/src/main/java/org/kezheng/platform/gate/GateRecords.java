package org.kezheng.platform.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.secret.SecretString;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The recorded decisions of the client in scope: written once, each with its entry in the audit ledger. Joins the
/// caller's transaction.
final class GateRecords {
    private static final int MOST = 200;
    private static final String SELECT = """
            select id, decided_at, stage, way, purpose, number_cipher, own_number, voucher, contact_id, asked_by, is_allowed,
            rules from gate_decision\s""";

    private final JdbcClient database;
    private final SealedNumbers numbers;
    private final AuditLedger ledger;

    GateRecords(JdbcClient database, SealedNumbers numbers, AuditLedger ledger) {
        this.database = database;
        this.numbers = numbers;
        this.ledger = ledger;
    }

    /// Lets decisions about one number go one after the other, so that none is called once too often.
    void lock(SecretString number) {
        database.sql("select cast(pg_advisory_xact_lock(:client, :index) as text)")
                .param("client", -ClientScope.required().value())
                .param("index", numbers.index(number))
                .query(String.class)
                .optional();
    }

    /// Lets decisions about one own number go one after the other.
    void lockOwn(String ownNumber) {
        database.sql("select cast(pg_advisory_xact_lock(hashtextextended(:own, 7)) as text)")
                .param("own", ownNumber)
                .query(String.class)
                .optional();
    }

    /// When the number was dialled since then. A person's who works here is not called as a customer when at work.
    List<Instant> callsOf(SecretString number, Instant since) {
        return database
                .sql("""
                        select id, number_cipher, decided_at from gate_decision where number_index = :index
                        and decided_at > :since and is_allowed and stage = 'dialled' and way <> 'agent-device'""")
                .param("index", numbers.index(number))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, at) -> matches(row, number) ? instant(row) : Instant.MIN)
                .list()
                .stream()
                .filter(at -> !at.equals(Instant.MIN))
                .toList();
    }

    /// How often the own number was sent since then.
    int callsBy(String ownNumber, Instant since) {
        return database.sql("""
                        select count(*) from gate_decision where own_number = :own and decided_at > :since and is_allowed
                        and stage = 'dialled'""")
                .param("own", ownNumber)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /// Records a decision and enters it in the ledger.
    ///
    /// @param purpose the purpose's code, known to the gate or not
    long write(
            GateRequest request, String purpose, @Nullable String ownNumber, List<GateFailure> failures, Instant at) {
        long id = database.sql("select nextval('gate_decision_id_seq')")
                .query(Long.class)
                .single();
        String rules = failures.stream().map(GateRecords::text).collect(Collectors.joining(" "));
        database.sql("""
                        insert into gate_decision (id, client_id, decided_at, stage, way, purpose, number_cipher,
                        number_index, own_number, voucher, contact_id, asked_by, is_allowed, rules)
                        values (:id, :client, :at, :stage, :way, :purpose, :cipher, :index, :own, :voucher, :contact, :by,
                        :allowed, :rules)""")
                .param("id", id)
                .param("client", ClientScope.required().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("stage", request.stage().code())
                .param("way", request.way().code())
                .param("purpose", purpose)
                .param("cipher", numbers.seal(id, request.number()))
                .param("index", numbers.index(request.number()))
                .param("own", ownNumber)
                .param("voucher", request.voucher().code())
                .param("contact", request.contact())
                .param("by", request.askedBy())
                .param("allowed", failures.isEmpty())
                .param("rules", rules)
                .update();
        enter(id, request, purpose, failures);
        return id;
    }

    private void enter(long id, GateRequest request, String purpose, List<GateFailure> failures) {
        String rules = failures.stream().map(failure -> failure.rule().id()).collect(Collectors.joining(" "));
        Map<String, String> facts = Map.of(
                "way", request.way().code(),
                "stage", request.stage().code(),
                "purpose", purpose,
                "voucher", request.voucher().code(),
                "rules", rules,
                "askedBy", request.askedBy());
        ledger.append(LedgerEntry.of(
                failures.isEmpty() ? "gate.allowed" : "gate.refused",
                Actor.platform(),
                Subject.of("gate-decision", id, ClientScope.required()),
                facts));
    }

    /// The newest decisions first.
    List<GateRecord> newest() {
        return database.sql(SELECT + "order by id desc limit " + MOST)
                .query(this::read)
                .list();
    }

    /// The newest decisions that match first.
    List<GateRecord> matching(GateSearch search) {
        SecretString number = search.number();
        return database
                .sql(SELECT + """
                        where decided_at >= :from and decided_at < :until
                        and (cast(:allowed as boolean) is null or is_allowed = cast(:allowed as boolean))
                        and (cast(:rule as text) is null or (' ' || rules) like '% ' || cast(:rule as text) || ':%')
                        and (cast(:index as integer) is null or number_index = cast(:index as integer))
                        order by id desc limit\s""" + MOST)
                .param("from", search.from().atOffset(ZoneOffset.UTC))
                .param("until", search.until().atOffset(ZoneOffset.UTC))
                .param("allowed", search.isAllowed())
                .param("rule", search.rule() == null ? null : search.rule().id())
                .param("index", number == null ? null : numbers.index(number))
                .query((row, at) -> matches(row, number) ? Optional.of(read(row, at)) : Optional.<GateRecord>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Whether the platform made that call, and nobody came by it.
    boolean isCallOut(long contact) {
        return database.sql("select exists (select from outside_call where contact_id = :contact)")
                .param("contact", contact)
                .query(Boolean.class)
                .single();
    }

    /// The blind index of other numbers may be the same.
    private boolean matches(ResultSet row, @Nullable SecretString number) throws SQLException {
        return number == null || numbers.read(row, row.getRow()).equals(number);
    }

    /// The decisions about one contact, in their order.
    List<GateRecord> ofContact(long contact) {
        return database.sql(SELECT + "where contact_id = :contact order by id")
                .param("contact", contact)
                .query(this::read)
                .list();
    }

    static String text(GateFailure failure) {
        return failure.rule().id() + ":" + failure.why();
    }

    private GateRecord read(ResultSet row, int at) throws SQLException {
        long id = row.getLong("id");
        String rules = row.getString("rules");
        return new GateRecord(
                id,
                instant(row),
                row.getString("stage"),
                row.getString("way"),
                row.getString("purpose"),
                numbers.masked(id, row.getBytes("number_cipher")),
                row.getString("own_number"),
                row.getString("voucher"),
                row.getObject("contact_id", Long.class),
                row.getString("asked_by"),
                row.getBoolean("is_allowed"),
                rules.isEmpty() ? List.of() : List.of(rules.split(" ", -1)));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("decided_at", OffsetDateTime.class).toInstant();
    }
}
