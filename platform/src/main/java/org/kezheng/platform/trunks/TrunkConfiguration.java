package org.kezheng.platform.trunks;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.platform.rounds.Rounds;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class TrunkConfiguration {
    private static final int AFTER_THE_CALL_FLOW_ENDS = -1;
    private static final Duration BEAT = Duration.ofSeconds(10);

    @Bean
    TrunkMeter trunkMeter(
            Directory directory,
            Clock clock,
            @Value("${kezheng.time-zone:Asia/Shanghai}") ZoneId zone,
            @Value("${kezheng.data-dir}") Path dataDirectory) {
        return new TrunkMeter(
                TrunkPlans.of(directory.definition()),
                clock,
                zone,
                standing -> new TrunkLog(dataDirectory.resolve("trunks"), clock, zone, standing));
    }

    /// Vouches that the trunks are used as before, so that of a platform that was killed it is known until when.
    @Bean
    Rounds trunkRounds(TrunkMeter meter) {
        return Rounds.inPhase("trunks", AFTER_THE_CALL_FLOW_ENDS)
                .each(BEAT, meter::beat)
                .endingWith(meter::end);
    }

    @Bean
    TrunkMeters trunkMeters(TrunkMeter meter, MeterRegistry meters) {
        return new TrunkMeters(meter).registerAt(meters);
    }

    @Bean
    CarrierFigures carrierFigures(
            JdbcClient database, AuditLedger ledger, Clock clock, PlatformTransactionManager transactions) {
        return new CarrierFigures(database, ledger, clock, transactions);
    }

    @Bean
    TrunkController.Site trunkSite(Clock clock, @Value("${kezheng.time-zone:Asia/Shanghai}") ZoneId zone) {
        return new TrunkController.Site(clock, zone);
    }
}
