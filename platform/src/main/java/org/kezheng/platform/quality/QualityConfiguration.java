package org.kezheng.platform.quality;

import java.time.Clock;
import java.time.Duration;
import org.kezheng.platform.callflow.CallFlow;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.platform.rounds.Rounds;
import org.kezheng.telephony.LineReports;
import org.kezheng.telephony.ManagerAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class QualityConfiguration {
    /// Begins after the engine's state is there, and ends before the database's connections do.
    private static final int WITH_THE_ENGINES_STATE = 1;

    private static final Duration STORE = Duration.ofSeconds(1);

    @Bean
    CallQuality callQuality(
            CallFlow flow, LiveDesks desks, JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        return new CallQuality(flow::ownerOf, desks, new LineTable(database, transactions), clock);
    }

    /// Listens to the PBX's reports on lines and has what they say stored.
    @Bean
    Rounds callQualityRounds(ManagerAccess lines, CallQuality quality) {
        LineReports reports = new LineReports(lines, quality::reported);
        return Rounds.inPhase("line-quality", WITH_THE_ENGINES_STATE)
                .beginningWith(reports::start)
                .each(STORE, quality::store)
                .endingWith(() -> {
                    reports.close();
                    quality.store();
                });
    }
}
