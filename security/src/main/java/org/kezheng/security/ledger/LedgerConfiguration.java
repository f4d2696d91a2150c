package org.kezheng.security.ledger;

import java.time.Clock;
import org.kezheng.security.signing.EvidenceSigner;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Wires the ledger. The application gives the [CheckpointFile]; without one checkpoints stand in the database alone.
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    AuditLedger auditLedger(JdbcClient database, Clock clock) {
        return new AuditLedger(database, clock);
    }

    @Bean
    Checkpoints checkpoints(
            JdbcClient database,
            EvidenceSigner signer,
            ObjectProvider<CheckpointFile> file,
            PlatformTransactionManager transactions) {
        return new Checkpoints(new EntryRows(database), signer, file.getIfAvailable(), transactions);
    }

    @Bean
    LedgerReader ledgerReader(JdbcClient database) {
        return new LedgerReader(new EntryRows(database));
    }

    @Bean
    LedgerVerification ledgerVerification(
            JdbcClient database, EvidenceSigner signer, ObjectProvider<CheckpointFile> file) {
        return new LedgerVerification(new EntryRows(database), signer, file.getIfAvailable());
    }
}
