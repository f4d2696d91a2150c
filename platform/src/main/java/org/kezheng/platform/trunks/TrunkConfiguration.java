package org.kezheng.platform.trunks;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.kezheng.platform.directory.Directory;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class TrunkConfiguration {
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

    @Bean
    TrunkBeat trunkBeat(TrunkMeter meter) {
        return new TrunkBeat(meter);
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
