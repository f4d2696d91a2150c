package org.kezheng.testkit.await;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTest {

    private static final Duration SHORT = Duration.ofMillis(100);

    @Test
    void whatComesTrueInTimeIsGiven() {
        AtomicInteger looks = new AtomicInteger();
        assertThat(Await.until("three looks", Duration.ofSeconds(5), looks::incrementAndGet, n -> n == 3))
                .isEqualTo(3);
    }

    @Test
    void failureNamesTheClaimAndWhatWasSeenLast() {
        assertThatThrownBy(() -> Await.until("the pig flies", SHORT, () -> "on the ground", "in the air"::equals))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the pig flies")
                .hasMessageContaining("on the ground");
    }

    @Test
    void lookThatThrowsIsNotYetThere() {
        AtomicInteger looks = new AtomicInteger();
        Await.until("the second look", Duration.ofSeconds(5), () -> {
            if (looks.incrementAndGet() < 2) {
                throw new IllegalStateException("refused");
            }
            return true;
        });
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatMustNotHappenFailsAtOnce() {
        assertThatThrownBy(() -> Await.throughout("nobody moves", Duration.ofMinutes(1), () -> false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nobody moves");
    }
}
