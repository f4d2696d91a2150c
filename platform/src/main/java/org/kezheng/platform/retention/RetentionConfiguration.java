package org.kezheng.platform.retention;

import java.time.Clock;
import java.time.Duration;
import org.kezheng.acd.engine.QueueId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.ParameterChanges;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.platform.rounds.DueOfClients;
import org.kezheng.platform.rounds.Rounds;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {
    private static final Duration RETENTION = Duration.ofSeconds(20);
    private static final Duration RULES = Duration.ofSeconds(2);

    @Bean
    RetentionRows retentionRows(JdbcClient database, Directory directory) {
        return new RetentionRows(
                database, directory.testQueues().stream().map(QueueId::value).toList());
    }

    @Bean
    Books retentionBooks(AuditLedger ledger, PlatformTransactionManager transactions) {
        return new Books(ledger, new TransactionTemplate(transactions));
    }

    /// The parameters of the client in scope.
    @Bean
    Terms.Source retentionTerms(ParameterChanges parameters) {
        return () -> Terms.of(parameters.inForce());
    }

    @Bean
    Retention retention(RetentionRows rows, Recordings recordings, Terms.Source terms, Books books, Clock clock) {
        return new Retention(rows, recordings, terms, books, clock);
    }

    @Bean
    RecordingRules recordingRules(Clients clients, ParameterChanges parameters) {
        return new RecordingRules(clients, parameters);
    }

    @Bean
    Rounds retentionRounds(Clients clients, Retention retention) {
        DueOfClients due = new DueOfClients(
                clients::all, Retention.AT_ONCE, retention::destroyDue, "Recordings that were due are destroyed");
        return Rounds.whileServed("retention").eachUntilDone(RETENTION, due);
    }

    /// What was read last holds while the database is away.
    @Bean
    Rounds recordingRuleRounds(RecordingRules rules) {
        return Rounds.whileServed("recording-rules").each(Duration.ZERO, RULES, rules::refresh);
    }

    @Bean
    Holds holds(JdbcClient database, RetentionRows recordings, Books books, Clock clock) {
        return new Holds(new HoldRows(database), recordings, books, clock);
    }
}
