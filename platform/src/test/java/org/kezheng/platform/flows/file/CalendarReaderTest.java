package org.kezheng.platform.flows.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.platform.flows.OpeningHours.State.CLOSED;
import static org.kezheng.platform.flows.OpeningHours.State.HOLIDAY;
import static org.kezheng.platform.flows.OpeningHours.State.OPEN;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kezheng.platform.calendar.site.CalendarFiles;
import org.kezheng.platform.flows.Flow;
import org.kezheng.platform.flows.FlowExample;
import org.kezheng.platform.flows.OpeningHours;

final class CalendarReaderTest {
    @Test
    void adjustedWorkingDaysAreWorkedAndHolidaysAreNot() {
        assertThat(at("2026-10-10T09:30"))
                .as("Saturday, worked for the National Day")
                .isEqualTo(OPEN);
        assertThat(at("2026-10-11T09:30")).as("the Sunday after").isEqualTo(CLOSED);
        assertThat(at("2026-10-07T09:30")).as("Wednesday of the holiday").isEqualTo(HOLIDAY);
        assertThat(at("2026-10-08T09:30")).as("Thursday after the holiday").isEqualTo(OPEN);
        assertThat(at("2026-02-14T13:00")).as("noon break of Monday's hours").isEqualTo(CLOSED);
        assertThat(at("2026-02-14T13:30")).isEqualTo(OPEN);
        assertThat(at("2026-10-10T18:00")).as("the end is no longer open").isEqualTo(CLOSED);
    }

    @Test
    void aYearThatIsNotThereHasWeekendsOnly() {
        assertThat(at("2031-10-01T09:30")).as("a Wednesday").isEqualTo(OPEN);
        assertThat(at("2031-10-04T09:30")).as("a Saturday").isEqualTo(CLOSED);
    }

    @Test
    void everyMistakeOfACalendarIsNamed() {
        String wrong = """
                {"schema": 1, "year": 2027, "source": "s",
                 "holidays": [{"name": "a", "from": "2027-01-01", "to": "2026-01-03"},
                              {"name": "b", "from": "2027-05-01", "to": "2027-07-01"},
                              {"name": "c", "from": "2027-09-01", "to": "2027-09-02"},
                              {"name": "d", "from": "2027-09-02", "to": "2027-09-03"}],
                 "workingDays": ["2027-13-01", "2027-02-06", "2027-02-06", "2027-09-03"]}""";

        CalendarReader.Reading reading = CalendarReader.read(wrong);

        assertThat(reading.year()).isNull();
        assertThat(reading.problems())
                .extracting(problem -> problem.pointer())
                .containsExactly(
                        "/holidays/0/to",
                        "/holidays/1/to",
                        "/holidays/3",
                        "/workingDays/0",
                        "/workingDays/2",
                        "/workingDays/3");
    }

    private static OpeningHours.State at(String time) {
        Flow flow = Objects.requireNonNull(
                FlowReader.read(FlowExample.whole(), Set.of()).flow());
        return Objects.requireNonNull(flow.calendars().get("office"))
                .at(LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant(), CalendarFiles.shipped());
    }
}
