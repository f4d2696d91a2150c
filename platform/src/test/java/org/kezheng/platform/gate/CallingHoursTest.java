package org.kezheng.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

final class CallingHoursTest {
    private static final CallingHours HOURS =
            CallingHours.of("09:00-12:00,14:00-20:00").orElseThrow();

    @Test
    void nextOpeningIsTheNextSpansBeginningOfTheSameDay() {
        assertThat(HOURS.opensAfter(LocalTime.of(6, 30))).contains(LocalTime.of(9, 0));
        assertThat(HOURS.opensAfter(LocalTime.of(9, 0))).contains(LocalTime.of(14, 0));
        assertThat(HOURS.opensAfter(LocalTime.of(12, 0))).contains(LocalTime.of(14, 0));
    }

    @Test
    void afterTheLastSpanTheNextDayBeginsWithTheFirst() {
        assertThat(HOURS.opensAfter(LocalTime.of(20, 0))).isEmpty();
        assertThat(HOURS.firstOpening()).isEqualTo(LocalTime.of(9, 0));
    }
}
