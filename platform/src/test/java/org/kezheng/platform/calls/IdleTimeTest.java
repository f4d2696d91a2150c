package org.kezheng.platform.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdleTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0秒, 0 s",
        "40999999, 40秒, 40 s",
        "125000000, 2分05秒, 2 min 05 s",
        "3600000000, 1小时00分00秒, 1 h 00 min 00 s",
        "93784000000, 26小时03分04秒, 26 h 03 min 04 s"
    })
    void isSaidInTheUnitsThatPeopleUse(long micros, String zh, String en) {
        assertThat(new IdleTime(micros).zh()).isEqualTo(zh);
        assertThat(new IdleTime(micros).en()).isEqualTo(en);
    }
}
