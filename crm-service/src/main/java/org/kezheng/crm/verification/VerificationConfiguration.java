package org.kezheng.crm.verification;

import java.time.Clock;
import org.kezheng.security.identity.PasswordHashing;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Wires verification.
@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {
    @Bean
    Verifications verifications(
            JdbcClient database,
            CustomerCiphers ciphers,
            PasswordHashing hashing,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        KeptFacts facts = new KeptFacts(database, ciphers, hashing);
        return new Verifications(database, facts, ledger, clock, new TransactionTemplate(transactions));
    }
}
