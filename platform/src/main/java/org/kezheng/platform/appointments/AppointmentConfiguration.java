package org.kezheng.platform.appointments;

import java.time.Clock;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.desk.Acd;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.SealedNumbers;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.index.BlindIndexes;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {
    @Bean
    AppointmentRows appointmentRows(JdbcClient database, CustomerCiphers ciphers, BlindIndexes indexes) {
        return new AppointmentRows(database, ciphers, new SealedNumbers("scheduled_callback", ciphers, indexes));
    }

    @Bean
    Appointments appointments(
            AppointmentRows rows, AuditLedger ledger, Clock clock, PlatformTransactionManager transactions) {
        return new Appointments(rows, ledger, clock, transactions);
    }

    @Bean
    OwnCalls ownCalls(JdbcClient database, PlatformTransactionManager transactions) {
        return new OwnCalls(database, transactions);
    }

    @Bean
    AppointmentClock.Ways appointmentWays(SoloHost host, LiveDesks desks, Directory directory, OutsideCalls calls) {
        return new AppointmentClock.Ways(new Acd(host), desks, directory, calls);
    }

    @Bean
    AppointmentClock appointmentClock(Clients clients, Appointments appointments, AppointmentClock.Ways ways) {
        return new AppointmentClock(clients, appointments, ways);
    }
}
