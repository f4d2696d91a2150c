package org.kezheng.platform.supervision;

import java.time.Clock;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.listening.Listenings;
import org.kezheng.platform.outside.ContactNumbers;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SupervisionConfiguration {
    @Bean
    CallMoves callMoves(JdbcClient database, PlatformTransactionManager transactions) {
        return new CallMoves(database, transactions);
    }

    @Bean
    TakeOvers takeOvers(Supervision.Floor floor, SoloHost host) {
        TakeOvers takeOvers = new TakeOvers(floor.acd());
        host.onDurable(takeOvers::recorded);
        return takeOvers;
    }

    @Bean
    OwnCalls supervisorsCalls(
            Supervision.Floor floor,
            AuditLedger ledger,
            TransactionTemplate transaction,
            Listenings listenings,
            OwnCalls.Taking taking) {
        return new OwnCalls(floor, ledger, transaction, listenings, taking);
    }

    @Bean
    OwnCalls.Taking taking(TakeOvers takeOvers, Clock clock) {
        return new OwnCalls.Taking(takeOvers, new ContactNumbers(clock));
    }
}
