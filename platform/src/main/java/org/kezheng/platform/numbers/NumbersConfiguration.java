package org.kezheng.platform.numbers;

import java.time.Clock;
import java.time.ZoneId;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.security.ledger.AuditLedger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class NumbersConfiguration {
    @Bean
    OwnNumbers.Terms numberTerms(
            HolidayCalendar calendar, Clock clock, @Value("${kezheng.time-zone:Asia/Shanghai}") ZoneId zone) {
        return new OwnNumbers.Terms(clock, zone, calendar);
    }

    @Bean
    OwnNumbers ownNumbers(
            JdbcClient database, AuditLedger ledger, OwnNumbers.Terms terms, PlatformTransactionManager transactions) {
        return new OwnNumbers(database, ledger, terms, transactions);
    }

    @Bean
    NumberSeed numberSeed(OwnNumbers numbers) {
        return new NumberSeed(numbers);
    }
}
