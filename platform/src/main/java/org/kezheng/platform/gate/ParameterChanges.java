package org.kezheng.platform.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.directory.Definition;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.LedgerText;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The gate's parameters of the client in scope. What tightens is in force at once; what loosens waits until a second
/// person has approved it; what passes a bound is refused whoever asks.
public final class ParameterChanges {
    private static final int MOST = 200;
    private static final String COLUMNS = """
            select id, parameter, value, basis, proposed_by, proposed_at, state, decided_by
            from gate_parameter_change\s""";

    private final JdbcClient database;
    private final Directory directory;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ParameterChanges(
            JdbcClient database,
            Directory directory,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What is in force now.
    public GateParameters inForce() {
        return parametersAfter(decidedBy(clock.instant()));
    }

    /// What was in force at some time of the span, oldest first: what was in force at its begin, and after each change
    /// in it.
    public List<GateParameters> inForceDuring(Instant from, Instant until) {
        List<Decided> decided = decidedBy(until);
        int before = (int)
                decided.stream().takeWhile(change -> !change.at().isAfter(from)).count();
        return IntStream.rangeClosed(before, decided.size())
                .mapToObj(changes -> parametersAfter(decided.subList(0, changes)))
                .toList();
    }

    private static GateParameters parametersAfter(List<Decided> changes) {
        Map<GateParameter, String> values = new EnumMap<>(GateParameter.class);
        changes.forEach(change -> values.put(change.parameter(), change.value()));
        return new GateParameters(values);
    }

    /// Oldest first.
    private List<Decided> decidedBy(Instant until) {
        return required(transaction.execute(status -> database.sql("""
                        select parameter, value, decided_at from gate_parameter_change
                        where state = 'in-force' and decided_at <= :until order by decided_at, id""")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Decided(
                        GateParameter.of(row.getString(1)).orElseThrow(),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list()));
    }

    private record Decided(GateParameter parameter, String value, Instant at) {}

    /// The newest changes first.
    public List<ParameterChange> newest() {
        return required(transaction.execute(status -> database.sql(COLUMNS + "order by id desc limit " + MOST)
                .query(ParameterChanges::read)
                .list()));
    }

    /// Asks for a change.
    ParameterOutcome propose(GateParameter parameter, String value, String basis, SignedIn who) {
        return required(transaction.execute(status -> {
            String before = inForce().value(parameter);
            return switch (parameter.change(before, value)) {
                case INVALID -> new ParameterOutcome.Invalid(parameter);
                case NONE -> new ParameterOutcome.Same();
                case TIGHTENS ->
                    refusal(parameter, value)
                            .orElseGet(() -> insert(parameter, value, basis, ParameterChange.State.IN_FORCE, who));
                case LOOSENS ->
                    refusal(parameter, value)
                            .orElseGet(() -> insert(parameter, value, basis, ParameterChange.State.PENDING, who));
            };
        }));
    }

    /// The refusal of a value that names queues of nobody, or of another client.
    private Optional<ParameterOutcome> refusal(GateParameter parameter, String value) {
        List<String> queues = directory.queuesOf(ClientScope.required()).stream()
                .map(Definition.QueueEntry::code)
                .toList();
        List<String> unknown = parameter.queuesNamed(value).stream()
                .filter(code -> !queues.contains(code))
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new ParameterOutcome.UnknownQueues(parameter, unknown, queues));
    }

    /// Approves or rejects a change that waits. Who asked for it may reject it and cannot approve it.
    ParameterOutcome decide(long id, ParameterChange.State to, SignedIn who) {
        return required(transaction.execute(status -> {
            Optional<ParameterChange> waiting = database.sql(
                            COLUMNS + "where id = :id and state = 'pending' for update")
                    .param("id", id)
                    .query(ParameterChanges::read)
                    .optional();
            if (waiting.isEmpty()) {
                return new ParameterOutcome.Unknown();
            }
            ParameterChange change = waiting.get();
            if (to == ParameterChange.State.IN_FORCE && change.proposedBy().equals(who.user())) {
                return new ParameterOutcome.SamePerson();
            }
            // The site's definition may be another one since it was asked for.
            Optional<ParameterOutcome> refused = to == ParameterChange.State.IN_FORCE
                    ? refusal(change.parameter(), change.value())
                    : Optional.empty();
            if (refused.isPresent()) {
                return refused.get();
            }
            database.sql("""
                            update gate_parameter_change set state = :state, decided_by = :by, decided_at = :now
                            where id = :id""")
                    .param("state", to.code())
                    .param("by", who.user())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
            enter("gate.parameter." + (to == ParameterChange.State.IN_FORCE ? "approved" : "rejected"), change, who);
            return new ParameterOutcome.Taken(find(id));
        }));
    }

    private ParameterOutcome insert(
            GateParameter parameter, String value, String basis, ParameterChange.State state, SignedIn who) {
        boolean isInForce = state == ParameterChange.State.IN_FORCE;
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        long id = database.sql("""
                        insert into gate_parameter_change (client_id, parameter, value, basis, proposed_by, proposed_at,
                        state, decided_by, decided_at)
                        values (:client, :parameter, :value, :basis, :by, :now, :state, :decidedBy, :decidedAt)
                        returning id""")
                .param("client", ClientScope.required().value())
                .param("parameter", parameter.key())
                .param("value", value)
                .param("basis", basis)
                .param("by", who.user())
                .param("now", now)
                .param("state", state.code())
                .param("decidedBy", isInForce ? who.user() : null)
                .param("decidedAt", isInForce ? now : null)
                .query(Long.class)
                .single();
        ParameterChange change = find(id);
        enter("gate.parameter." + (isInForce ? "tightened" : "proposed"), change, who);
        return new ParameterOutcome.Taken(change);
    }

    private ParameterChange find(long id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(ParameterChanges::read)
                .single();
    }

    private void enter(String action, ParameterChange change, SignedIn who) {
        Map<String, String> facts = Map.of(
                "parameter", change.parameter().key(),
                "value", change.value(),
                "basis", LedgerText.of(change.basis()));
        ledger.append(LedgerEntry.of(
                action, Actor.of(who), Subject.of("gate-parameter", change.id(), ClientScope.required()), facts));
    }

    private static ParameterChange read(ResultSet row, int at) throws SQLException {
        return new ParameterChange(
                row.getLong("id"),
                GateParameter.of(row.getString("parameter")).orElseThrow(),
                row.getString("value"),
                row.getString("basis"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                ParameterChange.State.of(row.getString("state")),
                row.getString("decided_by"));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value, "A transaction gives its result");
    }
}
