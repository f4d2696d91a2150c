package org.kezheng.platform.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OpinionScoreTest {
    private static final double EXACT = 0.005;

    @Test
    void aLineWithoutFaultsIsAsGoodAsTheModelKnows() {
        assertThat(OpinionScore.of(0, Duration.ZERO, null)).isCloseTo(4.41, within(EXACT));
    }

    @Test
    void aTenthOfAllPacketsLostDissatisfiesMany() {
        double score = OpinionScore.of(0.107, Duration.ofMillis(10), null);
        assertThat(score).isCloseTo(3.32, within(EXACT));
        assertThat(score).isLessThan(LineWords.FAIR);
    }

    @Test
    void delayCountsTwiceFromTheMomentInWhichPeopleInterruptEachOther() {
        // R = 93.2 − 0.024 · 150, and R = 93.2 − 0.024 · 300 − 0.11 · 122.7.
        assertThat(OpinionScore.of(0, Duration.ZERO, Duration.ofMillis(300))).isCloseTo(4.33, within(EXACT));
        assertThat(OpinionScore.of(0, Duration.ZERO, Duration.ofMillis(600))).isCloseTo(3.71, within(EXACT));
    }

    @Test
    void jitterIsWaitedForTwice() {
        assertThat(OpinionScore.of(0, Duration.ofMillis(75), null))
                .isEqualTo(OpinionScore.of(0, Duration.ZERO, Duration.ofMillis(300)));
    }

    @Test
    void theScoreKeepsItsBoundsWhateverIsTold() {
        assertThat(OpinionScore.of(7, Duration.ofHours(1), Duration.ofHours(1))).isEqualTo(OpinionScore.WORST);
        assertThat(OpinionScore.of(-1, Duration.ZERO, null)).isLessThanOrEqualTo(OpinionScore.BEST);
        for (int percent = 0; percent <= 100; percent++) {
            assertThat(OpinionScore.of(percent / 100.0, Duration.ofMillis(200), null))
                    .isBetween(OpinionScore.WORST, OpinionScore.BEST);
        }
    }
}
