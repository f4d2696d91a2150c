package org.kezheng.platform.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientId;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends what the gate recorded when its time is over: decisions with their numbers are kept as long as
/// `outbound.retention-days` says, and never less than 30 days (工信部信管〔2020〕81号), whatever stands in the table of
/// parameters. Those of a call that is held (保全) stay. That decisions were deleted, and how many, goes into the
/// ledger in the same transaction.
final class GateRetention {
    /// Deleted in one transaction.
    static final int AT_ONCE = 500;
    /// The floor of the notice of 2020.
    static final int FLOOR_DAYS = 30;

    private final JdbcClient database;
    private final ParameterChanges parameters;
    private final AuditLedger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GateRetention(
            JdbcClient database,
            ParameterChanges parameters,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.parameters = parameters;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Deletes decisions of a client whose time is over, oldest first.
    ///
    /// @return how many; [#AT_ONCE] means that there may be more
    int deleteDue(ClientId client) {
        return ClientScope.call(
                client, () -> Objects.requireNonNull(transaction.execute(status -> deleteWithin(client))));
    }

    private int deleteWithin(ClientId client) {
        int days = Math.max(FLOOR_DAYS, parameters.inForce().number(GateParameter.RETENTION_DAYS));
        Instant before = clock.instant().minus(Duration.ofDays(days));
        int deleted = database.sql("""
                        delete from gate_decision where id in (
                            select g.id from gate_decision g where g.decided_at < :before and not exists (
                                select from legal_hold h where h.contact_id = g.contact_id and h.lifted_at is null)
                            order by g.decided_at limit :most)""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .update();
        if (deleted > 0) {
            ledger.append(LedgerEntry.of(
                    "gate.decisions-deleted",
                    Actor.platform(),
                    Subject.of("client", client.value(), client),
                    Map.of(
                            "count", Integer.toString(deleted),
                            "days", Integer.toString(days),
                            "before", before.toString())));
        }
        return deleted;
    }
}
