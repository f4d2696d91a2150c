package org.kezheng.platform.numbers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The register of the client in scope. Each change is entered in the audit ledger and starts its clock: it has to be
/// filed within ten working days (码号办法 第26条, 工信部信管〔2020〕81号).
public final class OwnNumbers {
    /// Working days within which a change has to be filed.
    public static final int FILING_WORKING_DAYS = 10;

    private static final String SELECT = """
            select n.*, (select min(c.file_by) from own_number_change c
            where c.own_number_id = n.id and c.filed_on is null) as file_by from own_number n\s""";

    private final JdbcClient database;
    private final AuditLedger ledger;
    private final Terms terms;
    private final TransactionTemplate transaction;
    /// What may be sent now, per client: read on each leg to the outside, without the database.
    private final Map<ClientId, Set<String>> sendable = new ConcurrentHashMap<>();
    /// Held from the reading to the keeping, so that nothing older takes the place of something newer.
    private final ReentrantLock reading = new ReentrantLock();

    OwnNumbers(JdbcClient database, AuditLedger ledger, Terms terms, PlatformTransactionManager transactions) {
        this.database = database;
        this.ledger = ledger;
        this.terms = terms;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// By which days a term is counted.
    public record Terms(Clock clock, ZoneId zone, HolidayCalendar days) {
        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), zone);
        }
    }

    /// All numbers of the client, by number.
    public List<RegisteredNumber> all() {
        return required(transaction.execute(status -> database.sql(SELECT + "order by n.number")
                .query(OwnNumbers::read)
                .list()));
    }

    Optional<RegisteredNumber> find(long id) {
        return required(transaction.execute(status -> database.sql(SELECT + "where n.id = :id")
                .param("id", id)
                .query(OwnNumbers::read)
                .optional()));
    }

    /// The number to send: the wanted one if it may be sent, else the first that may. Empty when none may.
    public Optional<String> toSend(@Nullable String wanted) {
        List<String> free = all().stream()
                .filter(one -> one.obstacle().isEmpty())
                .map(one -> one.entry().number())
                .sorted(Comparator.naturalOrder())
                .toList();
        return free.stream()
                .filter(number -> wanted == null || number.equals(wanted))
                .findFirst();
    }

    /// Whether a number is one of ours, of whatever status.
    public boolean isOwn(String number) {
        return all().stream().anyMatch(one -> one.entry().number().equals(number));
    }

    /// Whether the number may be sent by any client now, as the register said when it was last read or changed.
    /// The last look before a trunk.
    public boolean maySend(String number) {
        return sendable.values().stream().anyMatch(numbers -> numbers.contains(number));
    }

    /// Reads anew what may be sent.
    public void refresh() {
        reading.lock();
        try {
            sendable.put(ClientScope.required(), sendableNow());
        } finally {
            reading.unlock();
        }
    }

    private Set<String> sendableNow() {
        return all().stream()
                .filter(one -> one.obstacle().isEmpty())
                .map(one -> one.entry().number())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Enters a number; empty when it is in the register already, of this client or of another.
    Optional<RegisteredNumber> add(NumberEntry entry, Actor actor) {
        Optional<Long> id = required(transaction.execute(status -> {
            Optional<Long> added = database.sql("""
                            insert into own_number (client_id, number, certificate, scope, holder, filed_on, status,
                            is_outbound, no_calls_commitment, conduct_commitment, changed_at, changed_by)
                            values (:client, :number, :certificate, :scope, :holder, :filed, :status, :outbound, :noCalls,
                            :conduct, :now, :by) on conflict (number) do nothing returning id""")
                    .param("client", ClientScope.required().value())
                    .param("number", entry.number())
                    .params(parameters(entry, actor))
                    .query(Long.class)
                    .optional();
            added.ifPresent(one -> changed(one, "entered", actor));
            return added;
        }));
        refresh();
        return id.flatMap(this::find);
    }

    /// Changes what the register says of a number; empty when there is none of this id. The number itself stays, and
    /// goes out again when a second person has approved it.
    Optional<RegisteredNumber> change(long id, NumberEntry entry, Actor actor) {
        boolean isChanged = required(transaction.execute(status -> {
            Optional<RegisteredNumber> before = find(id);
            if (before.isEmpty() || before.get().entry().equals(entry)) {
                return before.isPresent();
            }
            database.sql("""
                            update own_number set certificate = :certificate, scope = :scope, holder = :holder,
                            filed_on = :filed, status = :status, is_outbound = :outbound, no_calls_commitment = :noCalls,
                            conduct_commitment = :conduct, changed_at = :now, changed_by = :by,
                            approved_by = null, approved_at = null where id = :id""").param("id", id).params(parameters(entry, actor)).update();
            changed(id, entry.status().code(), actor);
            return true;
        }));
        refresh();
        return isChanged ? find(id) : Optional.empty();
    }

    /// Notes that all changes of the number so far were filed on that day.
    Optional<RegisteredNumber> filed(long id, LocalDate day, Actor actor) {
        transaction.executeWithoutResult(status -> {
            int filed = database.sql("""
                            update own_number_change set filed_on = :day, filed_by = :by
                            where own_number_id = :id and filed_on is null""")
                    .param("day", day)
                    .param("by", actor.user())
                    .param("id", id)
                    .update();
            if (filed > 0) {
                database.sql("update own_number set filed_on = :day where id = :id")
                        .param("day", day)
                        .param("id", id)
                        .update();
                enter("number.filed", id, "changes", Integer.toString(filed), actor);
            }
        });
        refresh();
        return find(id);
    }

    /// Lets a number be sent as it stands.
    ///
    /// @param read the change that was read
    /// @return false when something else is missing, it was changed since, or it is that person who changed it last
    boolean approve(long id, Instant read, Actor actor) {
        boolean isApproved = required(transaction.execute(status -> {
            Optional<RegisteredNumber> known = find(id);
            if (known.isEmpty() || !known.get().obstacle().equals(RegisteredNumber.APPROVAL)) {
                return false;
            }
            int approved = database.sql("""
                            update own_number set approved_by = :by, approved_at = :now
                            where id = :id and changed_at = :read and changed_by <> :by and approved_by is null""")
                    .param("read", read.atOffset(ZoneOffset.UTC))
                    .param("by", actor.user())
                    .param("now", terms.clock().instant().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
            if (approved > 0) {
                enter(
                        "number.approved",
                        id,
                        "what",
                        known.get().entry().status().code(),
                        actor);
            }
            return approved > 0;
        }));
        refresh();
        return isApproved;
    }

    private Map<String, @Nullable Object> parameters(NumberEntry entry, Actor actor) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("certificate", entry.certificate());
        parameters.put("scope", entry.scope());
        parameters.put("holder", entry.holder());
        parameters.put("filed", entry.filedOn());
        parameters.put("status", entry.status().code());
        parameters.put("outbound", entry.isOutbound());
        parameters.put("noCalls", entry.noCallsCommitment());
        parameters.put("conduct", entry.conductCommitment());
        parameters.put("now", terms.clock().instant().atOffset(ZoneOffset.UTC));
        parameters.put("by", actor.user());
        return parameters;
    }

    private void changed(long id, String what, Actor actor) {
        LocalDate fileBy = terms.days().after(terms.today(), FILING_WORKING_DAYS);
        database.sql("""
                        insert into own_number_change (client_id, own_number_id, what, changed_at, changed_by, file_by)
                        values (:client, :id, :what, :now, :by, :fileBy)""")
                .param("client", ClientScope.required().value())
                .param("id", id)
                .param("what", what)
                .param("now", terms.clock().instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.user())
                .param("fileBy", fileBy)
                .update();
        enter("number.changed", id, "what", what, actor);
    }

    private void enter(String action, long id, String fact, String value, Actor actor) {
        ledger.append(
                LedgerEntry.of(action, actor, Subject.of("number", id, ClientScope.required()), Map.of(fact, value)));
    }

    private static RegisteredNumber read(ResultSet row, int at) throws SQLException {
        NumberEntry entry = new NumberEntry(
                row.getString("number"),
                row.getString("certificate"),
                row.getString("scope"),
                row.getString("holder"),
                row.getObject("filed_on", LocalDate.class),
                Objects.requireNonNull(NumberEntry.Status.of(row.getString("status"))),
                row.getBoolean("is_outbound"),
                row.getString("no_calls_commitment"),
                row.getString("conduct_commitment"));
        return new RegisteredNumber(
                row.getLong("id"),
                entry,
                row.getObject("file_by", LocalDate.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getString("approved_by"));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "A transaction gives its result");
    }
}
