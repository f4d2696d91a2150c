package org.kezheng.platform.samples;

import java.time.Clock;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SampleConfiguration {
    @Bean
    RecordingSearch recordingSearch(JdbcClient database, Directory directory) {
        return new RecordingSearch(
                database, directory.testQueues().stream().map(QueueId::value).toList());
    }

    @Bean
    Samples samples(
            JdbcClient database,
            RecordingSearch search,
            AuditLedger ledger,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Samples(database, search, ledger, new TransactionTemplate(transactions), clock);
    }
}
