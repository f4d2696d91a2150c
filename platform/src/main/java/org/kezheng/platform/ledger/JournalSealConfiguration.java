package org.kezheng.platform.ledger;

import org.kezheng.acd.journal.SoloHost;
import org.kezheng.security.ledger.AuditLedger;
import org.kezheng.security.ledger.Checkpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/// Wires the journal's seals.
@Configuration(proxyBeanMethods = false)
class JournalSealConfiguration {

    @Bean
    JournalSeals journalSeals(
            SoloHost host, AuditLedger ledger, Checkpoints checkpoints, TransactionTemplate transaction) {
        return new JournalSeals(
                host, entry -> transaction.executeWithoutResult(status -> ledger.append(entry)), checkpoints::now);
    }
}
