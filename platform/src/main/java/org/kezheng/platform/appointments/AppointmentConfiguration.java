package org.kezheng.platform.appointments;

import java.time.Clock;
import java.time.Duration;
import org.kezheng.acd.journal.SoloHost;
import org.kezheng.platform.desk.Acd;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.Gate;
import org.kezheng.platform.gate.SealedNumbers;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.outside.OutsideCalls;
import org.kezheng.platform.parties.ConfidentialLog;
import org.kezheng.platform.phones.Phones;
import org.kezheng.platform.rounds.Rounds;
import org.kezheng.security.clients.Clients;
import org.kezheng.security.index.BlindIndexes;
import org.kezheng.security.keystore.CustomerCiphers;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {
    /// Begins after the engine's state is there.
    private static final int WITH_THE_ENGINES_STATE = 1;

    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    AppointmentRows appointmentRows(JdbcClient database, CustomerCiphers ciphers, BlindIndexes indexes) {
        return new AppointmentRows(database, ciphers, new SealedNumbers("scheduled_callback", ciphers, indexes));
    }

    @Bean
    Appointments appointments(
            AppointmentRows rows,
            AuditLedger ledger,
            LiveDesks desks,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new Appointments(rows, ledger, desks, clock, transactions);
    }

    @Bean
    OwnCalls ownCalls(JdbcClient database, PlatformTransactionManager transactions) {
        return new OwnCalls(database, transactions);
    }

    @Bean
    DueAppointments.Ways appointmentWays(
            SoloHost host, LiveDesks desks, Directory directory, OutsideCalls calls, Gate gate, Phones phones) {
        return new DueAppointments.Ways(new Acd(host), desks, directory, calls, gate, phones);
    }

    @Bean
    CallbackRetries.Means retryMeans(Gate gate, ConfidentialLog numbers, Clock clock, TransactionTemplate transaction) {
        return new CallbackRetries.Means(gate, numbers, clock, transaction);
    }

    @Bean
    CallbackRetries callbackRetries(
            JdbcClient database,
            Directory directory,
            Appointments appointments,
            OutsideCalls calls,
            CallbackRetries.Means means) {
        return new CallbackRetries(
                new TriedCallbacks(database, directory), appointments, new CallOutcomes(calls), means);
    }

    @Bean
    DueAppointments dueAppointments(
            Clients clients, Appointments appointments, CallbackRetries retries, DueAppointments.Ways ways) {
        return new DueAppointments(clients, appointments, retries, ways);
    }

    @Bean
    Rounds appointmentRounds(DueAppointments due) {
        return Rounds.inPhase("appointments", WITH_THE_ENGINES_STATE).each(LOOK, due::look);
    }
}
