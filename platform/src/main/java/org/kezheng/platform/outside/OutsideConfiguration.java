package org.kezheng.platform.outside;

import java.time.Clock;
import java.time.Duration;
import org.kezheng.platform.gate.Gate;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.platform.rounds.Rounds;
import org.kezheng.security.clients.Client;
import org.kezheng.security.clients.Clients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {
    /// Begins after the engine's state is there, and ends before the database's connections do.
    private static final int WITH_THE_ENGINES_STATE = 1;

    private static final Duration STORE = Duration.ofMillis(250);

    @Bean
    OutsideCalls.Rows outsideCallRows(JdbcClient database, Clock clock, PlatformTransactionManager transactions) {
        return new OutsideCalls.Rows(database, clock, transactions);
    }

    @Bean
    OutsideLines outsideLines(JdbcClient database, PlatformTransactionManager transactions, Clients clients) {
        return new OutsideLines(
                new OutsideLineTable(database, transactions),
                () -> clients.all().stream().map(Client::id).toList(),
                OutsideLines.CAPACITY);
    }

    @Bean
    Rounds outsideLineRounds(OutsideLines lines) {
        return Rounds.inPhase("outside-lines", WITH_THE_ENGINES_STATE)
                .each(STORE, lines::store)
                .endingWith(lines::store);
    }

    @Bean
    OutsideCalls outsideCalls(Gate gate, ConfidentialLog log, OutsideCalls.Rows rows, LiveDesks desks, Clock clock) {
        return new OutsideCalls(gate, log, rows, desks, clock);
    }
}
