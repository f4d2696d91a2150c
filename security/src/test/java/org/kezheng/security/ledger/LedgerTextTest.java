package org.kezheng.security.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LedgerTextTest {

    @Test
    void fileNumberOfACourtStandsInTheLedgersLetters() {
        assertThat(LedgerText.of("(2026)京01民初7号")).isEqualTo("(2026)%E4%BA%AC01%E6%B0%91%E5%88%9D7%E5%8F%B7");
    }

    @Test
    void lettersCanBeReadBack() {
        String written = "100 % of 京公朝(刑)调证字〔2026〕12号";
        assertThat(URLDecoder.decode(LedgerText.of(written), StandardCharsets.UTF_8))
                .isEqualTo(written);
    }

    @Test
    void hasRoomForTwentyTwoChineseCharactersOrTwoHundredOfAscii() {
        assertThat(LedgerText.fits("京".repeat(22))).isTrue();
        assertThat(LedgerText.fits("京".repeat(23))).isFalse();
        assertThat(LedgerText.fits("x".repeat(200))).isTrue();
        assertThat(LedgerText.fits("x".repeat(201))).isFalse();
    }

    @Test
    void nothingUnseenFits() {
        assertThat(LedgerText.fits("")).isFalse();
        assertThat(LedgerText.fits("a\nb")).isFalse();
        assertThat(LedgerText.fits("a\u2028b")).isFalse();
        assertThat(LedgerText.fits("a\u200Bb")).isFalse();
    }
}
