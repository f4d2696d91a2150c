package org.kezheng.platform.quality;

import java.time.Clock;
import org.kezheng.platform.callflow.CallFlow;
import org.kezheng.platform.live.LiveDesks;
import org.kezheng.telephony.LineReports;
import org.kezheng.telephony.ManagerAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class QualityConfiguration {
    @Bean
    CallQuality callQuality(
            CallFlow flow, LiveDesks desks, JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
        return new CallQuality(flow::ownerOf, desks, new LineTable(database, transactions), clock);
    }

    @Bean(destroyMethod = "")
    CallQualityLifecycle callQualityLifecycle(ManagerAccess lines, CallQuality quality) {
        return new CallQualityLifecycle(new LineReports(lines, quality::reported), quality);
    }
}
