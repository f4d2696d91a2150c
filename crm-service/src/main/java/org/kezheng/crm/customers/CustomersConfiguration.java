package org.kezheng.crm.customers;

import java.time.Clock;
import org.kezheng.security.disclosure.Disclosures;
import org.kezheng.security.index.BlindIndexes;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/// Wires the customers; their repositories stay inside this package.
@Configuration(proxyBeanMethods = false)
class CustomersConfiguration {

    @Bean
    CustomerNumbers customerNumbers(CustomerRows rows, CustomerCiphers ciphers, BlindIndexes indexes) {
        return new CustomerNumbers(rows, new CustomerFields(ciphers), indexes);
    }

    @Bean
    CallNotes callNotes(
            CallNoteRows rows,
            CallPartyRows parties,
            CustomerCiphers ciphers,
            PlatformTransactionManager transactions) {
        return new CallNotes(rows, parties, ciphers, transactions);
    }

    @Bean
    CallParties callParties(
            CallPartyRows rows, CallNotes notes, CustomerNumbers numbers, PlatformTransactionManager transactions) {
        return new CallParties(rows, notes, numbers, transactions);
    }

    @Bean
    Customers customers(
            CustomerNumbers numbers,
            CallParties parties,
            Disclosures disclosures,
            AuditLedger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new Customers(numbers, parties, disclosures, ledger, clock, transactions);
    }
}
