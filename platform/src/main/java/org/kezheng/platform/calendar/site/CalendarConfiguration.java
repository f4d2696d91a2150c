package org.kezheng.platform.calendar.site;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.platform.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
    private static final Duration LOOK = Duration.ofMinutes(10);

    @Bean
    HolidayCalendar holidayCalendar(@Value("${kezheng.data-dir}") Path dataDirectory) {
        return CalendarFiles.read(dataDirectory);
    }

    @Bean
    CalendarWatch calendarWatch(
            HolidayCalendar calendar,
            @Value("${kezheng.data-dir}") Path dataDirectory,
            Clock clock,
            @Value("${kezheng.time-zone:Asia/Shanghai}") ZoneId zone) {
        return new CalendarWatch(calendar, dataDirectory, clock, zone);
    }

    @Bean
    Rounds calendarRounds(CalendarWatch watch) {
        return Rounds.whileServed("calendar").each(Duration.ZERO, LOOK, watch::look);
    }
}
