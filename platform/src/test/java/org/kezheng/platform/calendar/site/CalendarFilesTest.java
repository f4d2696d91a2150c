package org.kezheng.platform.calendar.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.platform.calendar.HolidayCalendar;

final class CalendarFilesTest {
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);

    @TempDir
    Path data;

    @Test
    void aSiteWithoutFilesHasTheYearsThatShip() {
        HolidayCalendar calendar = CalendarFiles.read(data);
        assertThat(calendar).isEqualTo(CalendarFiles.shipped());
        assertThat(calendar.isHoliday(NATIONAL_DAY)).isTrue();
        assertThat(calendar.isWorked(LocalDate.of(2026, 10, 10))).isTrue();
    }

    @Test
    void aFileAddsItsYear() throws IOException {
        write("2027.json", year(2027, "2027-01-01"));
        write(".2027.json.swp", "left by an editor");
        HolidayCalendar calendar = CalendarFiles.read(data);
        assertThat(calendar.isHoliday(LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(calendar.isHoliday(NATIONAL_DAY)).isTrue();
    }

    @Test
    void aFileStandsInPlaceOfTheYearThatShips() throws IOException {
        write("2026.json", year(2026, "2026-11-30"));
        HolidayCalendar calendar = CalendarFiles.read(data);
        assertThat(calendar.isHoliday(LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(calendar.isHoliday(NATIONAL_DAY)).isFalse();
    }

    @Test
    void everythingThatIsWrongIsNamedWithFileAndField() throws IOException {
        write("2027.json", year(2028, "2028-01-01"));
        write("2028.json", "{");
        write("2029.json", """
                {"schema": 1, "year": 2029, "holidays": [{"name": "a", "from": "2029-01-01", "to": "2029-03-01"}],
                 "workingDays": ["2030-01-01"], "workdays": []}""");
        write("2030.json.txt", year(2030, "2030-01-01"));
        assertThatThrownBy(() -> CalendarFiles.read(data))
                .isInstanceOf(RefusedCalendar.class)
                .hasMessageContaining("calendar/2027.json: /year")
                .hasMessageContaining("calendar/2028.json: /  不是合法的 JSON")
                .hasMessageContaining("calendar/2029.json: /workdays")
                .hasMessageContaining("calendar/2029.json: /source")
                .hasMessageContaining("calendar/2029.json: /holidays/0/to")
                .hasMessageContaining("calendar/2029.json: /workingDays/0")
                .hasMessageContaining("calendar/2030.json.txt: 文件名");
    }

    private void write(String name, String text) throws IOException {
        Path directory = Files.createDirectories(data.resolve(CalendarFiles.DIRECTORY));
        Files.writeString(directory.resolve(name), text);
    }

    private static String year(int year, String day) {
        return """
                {"schema": 1, "year": %d, "source": "s", "holidays": [{"name": "a", "from": "%s", "to": "%s"}],
                 "workingDays": []}""".formatted(year, day, day);
    }
}
