package org.kezheng.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.platform.gate.GateParameter.Change.INVALID;
import static org.kezheng.platform.gate.GateParameter.Change.LOOSENS;
import static org.kezheng.platform.gate.GateParameter.Change.NONE;
import static org.kezheng.platform.gate.GateParameter.Change.TIGHTENS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GateParameterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outbound.enabled | false | true | LOOSENS",
                "outbound.enabled | true | false | TIGHTENS",
                "outbound.enabled | true | yes | INVALID",
                "outbound.allowed-purposes | callback,survey | survey | TIGHTENS",
                "outbound.allowed-purposes | survey | callback,survey | LOOSENS",
                "outbound.allowed-purposes | survey | survey,marketing | INVALID",
                "outbound.hours | 09:00-12:00 | 10:00-11:00 | TIGHTENS",
                "outbound.hours | 09:00-12:00 | 09:00-12:01 | LOOSENS",
                "outbound.hours | 09:00-12:00 | 12:00-09:00 | INVALID",
                "outbound.hours | 09:00-12:00 | 00:00-24:00 | LOOSENS",
                "outbound.hours | 09:00-12:00 | 00:00-24:01 | INVALID",
                "outbound.max-per-number-day | 2 | 3 | LOOSENS",
                "outbound.max-per-number-day | 2 | 1 | TIGHTENS",
                "outbound.max-per-number-day | 2 | 0 | INVALID",
                "outbound.gap-minutes | 240 | 239 | LOOSENS",
                "outbound.gap-minutes | 240 | 241 | TIGHTENS",
                "outbound.max-per-own-number-hour | 50 | 60 | LOOSENS",
                "outbound.max-per-own-number-hour | 50 | 61 | INVALID",
                "outbound.retention-days | 180 | 30 | LOOSENS",
                "outbound.retention-days | 180 | 29 | INVALID",
                "outbound.retention-days | 180 | 180 | NONE",
                "recording.retention-outbound-days | 180 | 30 | LOOSENS",
                "recording.retention-outbound-days | 180 | 29 | INVALID",
                "recording.retention-outbound-days | 180 | 181 | TIGHTENS",
                "recording.retention-inbound-days | 180 | 29 | LOOSENS",
                "recording.retention-inbound-days | 180 | 0 | INVALID",
                "recording.share-inbound | 100 | 20 | LOOSENS",
                "recording.share-inbound | 20 | 100 | TIGHTENS",
                "recording.share-inbound | 100 | 101 | INVALID",
                "recording.share-outbound | 100 | 99 | INVALID",
                "recording.queues-not-recorded | none | support | LOOSENS",
                "recording.queues-not-recorded | support,sales | sales | TIGHTENS",
                "recording.queues-not-recorded | support | none | TIGHTENS",
                "recording.queues-not-recorded | none | sup port | INVALID",
                "device.test-demanded | false | true | TIGHTENS",
                "device.test-demanded | true | false | LOOSENS",
                "device.test-demanded | false | yes | INVALID"
            })
    void changeIsKnownForWhatItIs(String key, String from, String to, GateParameter.Change expected) {
        assertThat(expected).isIn(INVALID, LOOSENS, NONE, TIGHTENS);
        assertThat(GateParameter.of(key).orElseThrow().change(from, to)).isEqualTo(expected);
    }

    @Test
    void eachDefaultIsAValueOfItsParameter() {
        for (GateParameter parameter : GateParameter.values()) {
            assertThat(parameter.change(parameter.initial(), parameter.initial()))
                    .as(parameter.key())
                    .isEqualTo(NONE);
        }
    }
}
