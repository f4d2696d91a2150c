package org.kezheng.testkit.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MuLawTest {

    @Test
    void silenceIsTheCodeThatTheStandardNames() {
        assertThat(MuLaw.encode(0) & 0xFF).isEqualTo(0xFF);
        assertThat(MuLaw.decode((byte) 0xFF)).isZero();
        assertThat(MuLaw.decode((byte) 0x80)).isEqualTo(32_124);
        assertThat(MuLaw.decode((byte) 0x00)).isEqualTo(-32_124);
    }

    @Test
    void everyCodeComesBackAsItself() {
        for (int code = 0; code < 256; code++) {
            int sample = MuLaw.decode((byte) code);
            assertThat(MuLaw.decode(MuLaw.encode(sample))).isEqualTo(sample);
        }
    }
}
