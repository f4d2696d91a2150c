package org.kezheng.platform.devicetest;

import java.time.Clock;
import java.time.Duration;
import org.kezheng.platform.desk.AgentDesk;
import org.kezheng.platform.gate.ParameterChanges;
import org.kezheng.platform.phones.Phones;
import org.kezheng.platform.rounds.Rounds;
import org.kezheng.platform.supervision.Supervision;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class DeviceTestConfiguration {
    private static final Duration RULES = Duration.ofSeconds(2);

    @Bean
    DeviceTestRecords deviceTestRecords(
            JdbcClient database, AuditLedger ledger, PlatformTransactionManager transactions) {
        return new DeviceTestRecords(database, ledger, transactions);
    }

    @Bean
    DeviceTests deviceTests(
            Phones phones, Standings standings, DeviceTestLine line, DeviceTestRecords records, Clock clock) {
        DeviceTests tests = new DeviceTests(phones, standings, line, records, clock);
        line.onSign(tests::seen);
        return tests;
    }

    @Bean
    Readiness readiness(
            Phones phones, Clients clients, ParameterChanges parameters, AgentDesk desk, Supervision supervision) {
        Readiness readiness = new Readiness(phones, clients, parameters);
        desk.checkReadyBy(readiness);
        supervision.checkReadyBy(readiness);
        return readiness;
    }

    @Bean
    Rounds readinessRounds(Readiness readiness) {
        return Rounds.whileServed("readiness").each(Duration.ZERO, RULES, readiness::refresh);
    }
}
