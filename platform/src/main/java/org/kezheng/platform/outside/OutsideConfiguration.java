package org.kezheng.platform.outside;

import java.time.Clock;
import org.kezheng.platform.gate.Gate;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.parties.ConfidentialLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class OutsideConfiguration {
    @Bean
    OutsideCalls.Rows outsideCallRows(JdbcClient database, Clock clock, PlatformTransactionManager transactions) {
        return new OutsideCalls.Rows(database, clock, transactions);
    }

    @Bean
    OutsideCalls outsideCalls(Gate gate, ConfidentialLog log, OutsideCalls.Rows rows, LiveDesks desks, Clock clock) {
        return new OutsideCalls(gate, log, rows, desks, clock);
    }
}
