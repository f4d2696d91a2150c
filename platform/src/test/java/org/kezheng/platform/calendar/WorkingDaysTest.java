package org.kezheng.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkingDaysTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void weekendIsNotCounted() {
        WorkingDays days = new WorkingDays(Set.of(), Set.of());
        assertThat(days.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(days.after(FRIDAY, 10)).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(days.after(FRIDAY, 0)).isEqualTo(FRIDAY);
    }

    @Test
    void holidayLengthensTheTermAndAMadeUpSaturdayShortensIt() {
        LocalDate monday = LocalDate.of(2026, 11, 30);
        LocalDate saturday = LocalDate.of(2026, 11, 28);
        assertThat(new WorkingDays(Set.of(monday), Set.of()).after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(new WorkingDays(Set.of(), Set.of(saturday)).after(FRIDAY, 1)).isEqualTo(saturday);
    }

    @Test
    void madeUpDayWinsOverTheHolidayAndAWeekendIsNoHoliday() {
        LocalDate saturday = LocalDate.of(2026, 11, 28);
        WorkingDays both = new WorkingDays(Set.of(saturday), Set.of(saturday));
        assertThat(both.isWorked(saturday)).isTrue();
        assertThat(both.isHoliday(saturday)).isFalse();
        assertThat(new WorkingDays(Set.of(), Set.of()).isHoliday(saturday)).isFalse();
        assertThat(new WorkingDays(Set.of(FRIDAY), Set.of()).isHoliday(FRIDAY)).isTrue();
    }
}
