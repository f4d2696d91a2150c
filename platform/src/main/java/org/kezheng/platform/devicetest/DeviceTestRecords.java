package org.kezheng.platform.devicetest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.kezheng.platform.phones.DeviceFinding;
import org.kezheng.security.access.SignedIn;
import org.kezheng.security.ledger.Actor;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.LedgerEntry;
import org.kezheng.security.ledger.Subject;
import org.kezheng.security.tenancy.ClientScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The table `device_test` and the ledger's entries beside it.
final class DeviceTestRecords {
    private final JdbcClient database;
    private final AuditLedger ledger;
    private final TransactionTemplate transaction;

    DeviceTestRecords(JdbcClient database, AuditLedger ledger, PlatformTransactionManager transactions) {
        this.database = database;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param device `browser` or `sip`
    void enter(SignedIn who, String device, DeviceFinding finding, Instant at) {
        ClientScope.run(
                who.client(),
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("""
                            insert into device_test (client_id, agent_id, device, finding, ended_at)
                            values (:client, :agent, :device, :finding, :at)""")
                            .param("client", who.client().value())
                            .param("agent", who.account().value())
                            .param("device", device)
                            .param("finding", finding.code())
                            .param("at", at.atOffset(ZoneOffset.UTC))
                            .update();
                    ledger.append(LedgerEntry.of(
                            "device.tested",
                            Actor.of(who),
                            Subject.of("agent", who.account().value(), who.client()),
                            Map.of("device", device, "finding", finding.code())));
                }));
    }
}
