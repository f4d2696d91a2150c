package org.kezheng.crm.consents;

import java.time.Clock;
import org.kezheng.security.index.BlindIndexes;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Wires consents, refusals and marks.
@Configuration(proxyBeanMethods = false)
class ConsentsConfiguration {
    @Bean
    Consents consents(
            JdbcClient database, Numbers numbers, AuditLedger ledger, PlatformTransactionManager transactions) {
        return new Consents(database, numbers.in("consent"), ledger, numbers.clock(), transactions);
    }

    @Bean
    DoNotCall doNotCall(
            JdbcClient database, Numbers numbers, AuditLedger ledger, PlatformTransactionManager transactions) {
        return new DoNotCall(database, numbers.in("do_not_call"), ledger, numbers.clock(), transactions);
    }

    @Bean
    NuisanceMarks nuisanceMarks(
            JdbcClient database, Numbers numbers, AuditLedger ledger, PlatformTransactionManager transactions) {
        return new NuisanceMarks(database, numbers.in("nuisance_mark"), ledger, numbers.clock(), transactions);
    }

    @Bean
    Numbers consentNumbers(CustomerCiphers ciphers, BlindIndexes indexes, Clock clock) {
        return new Numbers(ciphers, indexes, clock);
    }

    /// What both tables need.
    record Numbers(CustomerCiphers ciphers, BlindIndexes indexes, Clock clock) {
        NumberSeal in(String table) {
            return new NumberSeal(table, ciphers, indexes);
        }
    }
}
