package org.kezheng.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HolidayCalendarTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Test
    void weekendIsNotCounted() {
        assertThat(HolidayCalendar.NONE.after(FRIDAY, 1)).isEqualTo(MONDAY);
        assertThat(HolidayCalendar.NONE.after(FRIDAY, 10)).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(HolidayCalendar.NONE.after(FRIDAY, 0)).isEqualTo(FRIDAY);
    }

    @Test
    void holidayLengthensTheTermAndAMadeUpSaturdayShortensIt() {
        assertThat(year(2026, MONDAY, DayKind.HOLIDAY).after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(year(2026, SATURDAY, DayKind.WORKING_DAY).after(FRIDAY, 1)).isEqualTo(SATURDAY);
    }

    @Test
    void anOrdinaryWeekendIsNoHolidayAndAHolidayAtTheWeekendIsOne() {
        assertThat(HolidayCalendar.NONE.isHoliday(SATURDAY)).isFalse();
        assertThat(year(2026, SATURDAY, DayKind.HOLIDAY).isHoliday(SATURDAY)).isTrue();
        assertThat(year(2026, SATURDAY, DayKind.WORKING_DAY).isWorked(SATURDAY)).isTrue();
        assertThat(year(2026, FRIDAY, DayKind.HOLIDAY).isWorked(FRIDAY)).isFalse();
    }

    @Test
    void aYearThatIsLaidOverAnotherStandsInItsPlaceAsAWhole() {
        HolidayCalendar shipped = year(2026, FRIDAY, DayKind.HOLIDAY);
        HolidayCalendar site =
                shipped.with(year(2026, MONDAY, DayKind.HOLIDAY).years().values());
        assertThat(site.isHoliday(MONDAY)).isTrue();
        assertThat(site.isHoliday(FRIDAY)).isFalse();
        assertThat(shipped.isHoliday(FRIDAY)).isTrue();
    }

    @Test
    void nextYearIsMissedFromTheFirstOfDecember() {
        HolidayCalendar calendar = year(2026, FRIDAY, DayKind.HOLIDAY);
        assertThat(calendar.missingOn(MONDAY)).isEmpty();
        assertThat(calendar.missingOn(LocalDate.of(2026, 12, 1))).containsExactly(2027);
        assertThat(calendar.missingOn(LocalDate.of(2027, 1, 1))).containsExactly(2027);
        assertThat(calendar.missingOn(LocalDate.of(2027, 12, 31))).containsExactly(2027, 2028);
        HolidayCalendar mended = calendar.with(List.of(new CalendarYear(2027, "s", new TreeMap<>())));
        assertThat(mended.missingOn(LocalDate.of(2026, 12, 1))).isEmpty();
    }

    private static HolidayCalendar year(int year, LocalDate day, DayKind kind) {
        SequencedMap<LocalDate, DayKind> days = new TreeMap<>();
        days.put(day, kind);
        return HolidayCalendar.NONE.with(List.of(new CalendarYear(year, "s", days)));
    }
}
