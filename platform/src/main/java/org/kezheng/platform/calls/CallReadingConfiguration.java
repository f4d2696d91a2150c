package org.kezheng.platform.calls;

import java.nio.file.Path;
import java.time.Duration;
import org.kezheng.acd.journal.Explanations;
import org.kezheng.crm.customers.CallNotes;
import org.kezheng.crm.customers.CallParties;
import org.kezheng.crm.customers.Customers;
import org.kezheng.crm.verification.Verifications;
import org.kezheng.evidence.calls.Calls;
import org.kezheng.platform.callers.CallerSteps;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.gate.LegsOfCalls;
import org.kezheng.platform.measures.CallClock;
import org.kezheng.platform.outside.OutsideLinesOfCalls;
import org.kezheng.platform.quality.LinesOfCalls;
import org.kezheng.platform.recordings.Recordings;
import org.kezheng.platform.supervision.MovesOfCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.ObjectMapper;

@Configuration(proxyBeanMethods = false)
class CallReadingConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    CallParticulars callParticulars(
            Calls calls,
            Directory directory,
            CallParticulars.People people,
            CallParticulars.Measured measured,
            Recordings recordings) {
        return new CallParticulars(calls, directory, people, measured, recordings);
    }

    @Bean
    CallParticulars.Measured measuredOfCalls(CallClock clock, LinesOfCalls quality) {
        return new CallParticulars.Measured(clock, quality);
    }

    @Bean
    CallerSteps callerSteps(JdbcClient database, PlatformTransactionManager transactions) {
        return new CallerSteps(database, transactions);
    }

    @Bean
    CallParticulars.People people(
            CallParties parties,
            Customers customers,
            CallNotes notes,
            CallerSteps steps,
            Verifications verifications,
            OutsideLegs legs,
            MovesOfCalls moves) {
        return new CallParticulars.People(parties, customers, notes, steps, verifications, legs, moves);
    }

    @Bean
    OutsideLegs outsideLegs(LegsOfCalls letOut, OutsideLinesOfCalls lines) {
        return new OutsideLegs(letOut, lines);
    }

    @Bean
    CallExplanations callExplanations(
            @Value("${kezheng.data-dir}") Path dataDirectory, Calls calls, Directory directory) {
        Path journal = dataDirectory.resolve("journal");
        return new CallExplanations(
                new Replays(contact -> Explanations.ofContact(journal, contact), PATIENCE), calls, directory);
    }

    @Bean
    CallSheets callSheets(Calls calls, CallParticulars particulars, CallExplanations explanations, ObjectMapper json) {
        return new CallSheets(calls, particulars, explanations, json);
    }
}
