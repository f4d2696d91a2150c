package org.kezheng.platform.trunks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErlangBTest {
    /// Of published tables: 1 line and 1 erlang lose a half; 5 lines lose 1 % of 1.361 erlang, 10 of 4.461, 30 of
    /// 20.337, 100 of 84.064.
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.5",
        "1.361, 5, 0.01",
        "4.461, 10, 0.01",
        "20.337, 30, 0.01",
        "84.064, 100, 0.01",
        "10, 14, 0.056819",
        "10, 18, 0.007142",
        "25, 30, 0.052603",
        "0, 3, 0",
        "7, 0, 1"
    })
    void lossIsThatOfTheTables(double offered, int lines, double loss) {
        assertThat(ErlangB.loss(offered, lines)).isCloseTo(loss, within(2e-5));
    }

    @ParameterizedTest
    @CsvSource({"10, 18", "20, 30", "30, 42"})
    void oneInAHundredIsLostAtMostWithThatManyLinesAndNotWithOneFewer(double offered, int lines) {
        assertThat(ErlangB.loss(offered, lines)).isLessThanOrEqualTo(0.01);
        assertThat(ErlangB.loss(offered, lines - 1)).isGreaterThan(0.01);
    }

    @Test
    void manyLinesNeitherOverflowNorVanish() {
        assertThat(ErlangB.loss(10_000, 10_000)).isBetween(0.007, 0.009);
        assertThat(ErlangB.loss(100_000, 1)).isBetween(0.99, 1.0);
        assertThat(ErlangB.loss(1, 100_000)).isBetween(0.0, 1e-300);
    }

    @Test
    void offeredTrafficIsFoundFromWhatWasCarried() {
        double carried = 25 * (1 - ErlangB.loss(25, 30));
        assertThat(ErlangB.offered(carried, 30).orElseThrow()).isCloseTo(25, within(1e-6));
        assertThat(ErlangB.offered(0, 30).orElseThrow()).isCloseTo(0, within(1e-6));
        assertThat(ErlangB.offered(30, 30)).isEmpty();
    }

    @Test
    void whatIsNoTrafficIsRefused() {
        assertThatThrownBy(() -> ErlangB.loss(-1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ErlangB.loss(Double.NaN, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ErlangB.offered(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
