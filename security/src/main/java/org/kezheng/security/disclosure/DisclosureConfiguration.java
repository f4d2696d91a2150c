package org.kezheng.security.disclosure;

import java.time.Clock;
import org.kezheng.security.keys.ClientKeys;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// Wires the record of disclosures; its repository stays inside this package.
@Configuration(proxyBeanMethods = false)
class DisclosureConfiguration {

    @Bean
    Disclosures disclosures(
            DisclosureRows rows,
            ClientKeys keys,
            Clock clock,
            AuditLedger ledger,
            PlatformTransactionManager transactions) {
        return new Disclosures(rows, keys, clock, ledger, transactions);
    }
}
