package org.kezheng.platform.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OfferingTest {
    @ParameterizedTest
    @CsvSource({
        "ready, 0, OWNER",
        "ready, 3600, OWNER",
        "talking, 0, LATER",
        "not-ready, 599, LATER",
        "wrap-up, 600, QUEUE",
        "signed-out, 0, QUEUE"
    })
    void appointmentGoesToItsOwnerWhoIsFreeAndToItsQueueWhenTheOwnerIsNotThere(
            String state, long lateSeconds, Offering expected) {
        assertThat(Offering.of(state, Duration.ofSeconds(lateSeconds))).isEqualTo(expected);
    }
}
