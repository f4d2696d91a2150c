package org.kezheng.platform.measures;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.kezheng.evidence.calls.JournalProjector;
import org.kezheng.evidence.measures.Agreement;
import org.kezheng.evidence.measures.CallTimings;
import org.kezheng.evidence.measures.HistoricFigures;
import org.kezheng.evidence.measures.MeasureScope;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.rounds.Rounds;
import org.kezheng.security.tenancy.ClientId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class MeasuresConfiguration {
    /// Ends before the database's connections do, and after the engine's last record: both belong to phase 0.
    private static final int BEFORE_THE_DATABASE_ENDS = -10;
    /// After the journal's followers have started.
    private static final int AFTER_THE_FOLLOWERS = 10;

    private static final Duration TIMINGS = Duration.ofSeconds(1);
    private static final Duration FIRST_AGREEMENT = Duration.ofSeconds(1);
    private static final Duration AGREEMENT = Duration.ofSeconds(5);

    @Bean
    HistoricFigures historicFigures(
            EntityManagerFactory factory, PlatformTransactionManager transactions, MeasureScope scope) {
        return new HistoricFigures(SharedEntityManagerCreator.createSharedEntityManager(factory), transactions, scope);
    }

    @Bean
    CallTimings callTimings(JdbcClient database, PlatformTransactionManager transactions) {
        return new CallTimings(database, transactions);
    }

    @Bean
    Rounds callTimingRounds(CallClock calls) {
        return Rounds.inPhase("timings", BEFORE_THE_DATABASE_ENDS)
                .each(TIMINGS, calls::store)
                .endingWith(calls::store);
    }

    @Bean
    Agreement agreement(
            LiveDesks desks,
            HistoricFigures historic,
            JournalProjector.JournalSource journal,
            Directory directory,
            MeasureScope scope) {
        List<ClientId> clients = directory.definition().clients().stream()
                .map(client -> new ClientId(client.id()))
                .toList();
        return new Agreement(
                (first, asOf) -> desks.ask(figures -> figures.from(first, asOf)),
                historic,
                journal,
                new Agreement.Site(scope, clients),
                Clock.systemUTC());
    }

    @Bean
    MeasureController.Sources figureSources(LiveDesks desks, HistoricFigures historic, Agreement agreement) {
        return new MeasureController.Sources(desks, historic, agreement);
    }

    @Bean
    Rounds agreementRounds(Agreement agreement) {
        return Rounds.inPhase("agreement", AFTER_THE_FOLLOWERS).each(FIRST_AGREEMENT, AGREEMENT, agreement::check);
    }

    @Bean
    MeasureMeters measureMeters(
            MeterRegistry meters, LiveDesks desks, Agreement agreement, Directory directory, MeasureScope scope) {
        return new MeasureMeters(desks, agreement).registerAt(meters, directory, scope);
    }
}
