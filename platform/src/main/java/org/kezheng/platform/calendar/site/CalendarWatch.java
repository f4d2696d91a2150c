package org.kezheng.platform.calendar.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kezheng.platform.calendar.HolidayCalendar;
import org.kezheng.security.keys.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks whether a year of the calendar is missing, and tells those around: the log once a day, and `./kezheng status`
/// by a file that holds the years while there are any.
final class CalendarWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);

    private final HolidayCalendar calendar;
    private final Path missing;
    private final Clock clock;
    private final ZoneId zone;
    private @Nullable LocalDate said;

    CalendarWatch(HolidayCalendar calendar, Path dataDirectory, Clock clock, ZoneId zone) {
        this.calendar = calendar;
        this.missing = dataDirectory.resolve("run").resolve("calendar.missing");
        this.clock = clock;
        this.zone = zone;
    }

    /// The years that are missing today.
    List<Integer> missing() {
        return calendar.missingOn(today());
    }

    void look() {
        LocalDate today = today();
        List<Integer> years = calendar.missingOn(today);
        tell(years);
        if (!years.isEmpty() && !today.equals(said)) {
            LOG.atWarn()
                    .addKeyValue("years", years)
                    .log(
                            "The calendar has no holidays of these years: flows and the gate will take them for ordinary days"
                                    + " until calendar/YEAR.json is in the data directory and the platform started again");
            said = today;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private void tell(List<Integer> years) {
        try {
            if (years.isEmpty()) {
                Files.deleteIfExists(missing);
                return;
            }
            PrivateFiles.createDirectory(Objects.requireNonNull(missing.getParent()));
            String written = years.stream().map(String::valueOf).collect(Collectors.joining(" "));
            PrivateFiles.write(missing, (written + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("The file of missing years cannot be written", failure);
        }
    }
}
