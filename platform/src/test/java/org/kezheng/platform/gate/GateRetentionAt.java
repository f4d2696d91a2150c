package org.kezheng.platform.gate;

import java.time.Clock;
import java.time.Duration;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The gate's retention of a started platform whose clock is ahead: everything else is the platform's own.
public final class GateRetentionAt {
    private GateRetentionAt() {}

    /// Deletes what is due of a client at that time.
    public static int deleteDue(ApplicationContext platform, Duration ahead, ClientId client) {
        return new GateRetention(
                        platform.getBean(JdbcClient.class),
                        platform.getBean(ParameterChanges.class),
                        platform.getBean(AuditLedger.class),
                        Clock.offset(Clock.systemUTC(), ahead),
                        platform.getBean(PlatformTransactionManager.class))
                .deleteDue(client);
    }
}
