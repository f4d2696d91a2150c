package org.kezheng.security.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NormalisedNumberTest {

    @ParameterizedTest
    @CsvSource({
        // mobile, as people and trunks write it
        "13800138000, +8613800138000, 13800138000",
        "138 0013 8000, +8613800138000, 13800138000",
        "138-0013-8000, +8613800138000, 13800138000",
        "+86 138 0013 8000, +8613800138000, 13800138000",
        "+8613800138000, +8613800138000, 13800138000",
        "8613800138000, +8613800138000, 13800138000",
        "008613800138000, +8613800138000, 13800138000",
        "013800138000, +8613800138000, 13800138000",
        "+86013800138000, +8613800138000, 13800138000",
        "１３８００１３８０００, +8613800138000, 13800138000",
        "tel:+8613800138000, +8613800138000, 13800138000",
        "19912345678, +8619912345678, 19912345678",
        // fixed lines: two and three digits of area code, seven and eight of subscriber number
        "010 8234 5678, +861082345678, 01082345678",
        "(010) 82345678, +861082345678, 01082345678",
        "+86 10 8234 5678, +861082345678, 01082345678",
        "861082345678, +861082345678, 01082345678",
        "8601082345678, +861082345678, 01082345678",
        "02161234567, +862161234567, 02161234567",
        "0571-87654321, +8657187654321, 057187654321",
        "08981234567, +868981234567, 08981234567",
        // shared cost and free numbers
        "400-812-3123, +864008123123, 4008123123",
        "800 820 1234, +868008201234, 8008201234",
        // local, short and internal ones stay as they are
        "82345678, 82345678, 82345678",
        "10086, 10086, 10086",
        "95588, 95588, 95588",
        "110, 110, 110",
        "4001, 4001, 4001",
        // abroad
        "+1 415 555 0100, +14155550100, +14155550100",
        "0014155550100, +14155550100, +14155550100",
        "+852 2123 4567, +85221234567, +85221234567",
    })
    void oneNumberHasOneForm(String written, String normal, String dialled) {
        NormalisedNumber number = NormalisedNumber.of(written).orElseThrow();
        assertThat(number.reveal()).isEqualTo(normal);
        assertThat(number.dialled().reveal()).isEqualTo(dialled);
        assertThat(NormalisedNumber.of(normal)).contains(number);
        assertThat(NormalisedNumber.of(dialled).orElseThrow().dialled()).isEqualTo(number.dialled());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anonymous",
                "unknown",
                "+",
                "+86",
                "+86 0",
                "1",
                "00",
                "13800138000x",
                "138*0138000",
                "+86+13800138000",
                "123456789012345678901",
                "'; drop table customer; --"
            })
    void whatIsNoNumberIsNone(String written) {
        assertThat(NormalisedNumber.of(written)).isEmpty();
    }

    @Test
    void numberIsNotPrinted() {
        assertThat(NormalisedNumber.of("13800138000").orElseThrow()).hasToString("[REDACTED]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1795113355550014",
                "1259313355550014",
                "+861795113355550014",
                "861795113355550014",
                "17909 010 82345678",
                "01795113911112222",
                "+008613911112222",
                "0008613911112222",
                "0755110",
                "+1795113911112222"
            })
    void carriersPrefixBeforeANumberIsNoFormOfANumber(String written) {
        assertThat(NormalisedNumber.of(written).orElseThrow().isOfAForm()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13355550014",
                "010-82345678",
                "10086",
                "1008611",
                "10101234",
                "82345678",
                "4008123123",
                "+85221234567",
                "057187654321"
            })
    void numbersThatPeopleHaveAreOfAForm(String written) {
        assertThat(NormalisedNumber.of(written).orElseThrow().isOfAForm()).isTrue();
    }
}
