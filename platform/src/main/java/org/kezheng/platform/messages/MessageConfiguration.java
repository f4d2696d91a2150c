package org.kezheng.platform.messages;

import java.time.Clock;
import org.kezheng.crm.customers.CallParties;
import org.kezheng.crm.customers.Customers;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.platform.recordings.RecordingSound;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {
    @Bean
    Messages messages(
            JdbcClient database,
            Directory directory,
            AuditLedger ledger,
            TransactionTemplate transaction,
            Clock clock,
            LiveDesks desks) {
        return new Messages(new MessageRows(database), directory, ledger, transaction, clock, desks);
    }

    @Bean
    MessageController.Sound messageSound(Recordings recordings, RecordingSound player) {
        return new MessageController.Sound(recordings, player);
    }

    @Bean
    MessageController.People messagePeople(CallParties parties, Customers customers, ConfidentialLog log) {
        return new MessageController.People(parties, customers, log);
    }
}
