package org.kezheng.platform.calendar.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.calendar.HolidayCalendar;

final class CalendarWatchTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path data;

    @Test
    void yearsThatAreMissingStandInAFileWhileTheyAre() throws IOException {
        Path file = data.resolve("run").resolve("calendar.missing");
        watch(CalendarFiles.shipped(), "2026-11-30T15:59:00Z").look();
        assertThat(file).doesNotExist();

        watch(CalendarFiles.shipped(), "2026-11-30T16:00:00Z").look();
        assertThat(Files.readString(file)).isEqualTo("2027\n");

        watch(HolidayCalendar.NONE, "2026-12-01T04:00:00Z").look();
        assertThat(Files.readString(file)).isEqualTo("2026 2027\n");

        watch(CalendarFiles.shipped(), "2026-08-01T04:00:00Z").look();
        assertThat(file).doesNotExist();
    }

    private CalendarWatch watch(HolidayCalendar calendar, String now) {
        return new CalendarWatch(calendar, data, Clock.fixed(Instant.parse(now), ZONE), ZONE);
    }
}
