package org.kezheng.platform.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Whether a tone stands alone.
final class ToneTest {
    @Test
    void oneToneStandsAlone() {
        assertThat(Tone.isAlone(mixed(8_000, 0), Tone.CUSTOMER, Tone.AGENT)).isTrue();
        assertThat(Tone.isAlone(mixed(8_000, 0), Tone.AGENT, Tone.CUSTOMER)).isFalse();
    }

    @Test
    void aToneWithTheOtherInItDoesNot() {
        assertThat(Tone.isAlone(mixed(8_000, 2_000), Tone.CUSTOMER, Tone.AGENT)).isFalse();
    }

    @Test
    void silenceAndNothingHaveNoTone() {
        assertThat(Tone.isAlone(mixed(0, 0), Tone.CUSTOMER, Tone.AGENT)).isFalse();
        assertThat(Tone.isAlone(new short[0], Tone.CUSTOMER, Tone.AGENT)).isFalse();
    }

    private static short[] mixed(double customer, double agent) {
        short[] samples = new short[4_000];
        for (int i = 0; i < samples.length; i++) {
            double time = 2 * Math.PI * i / 8_000;
            samples[i] = (short) (customer * Math.sin(time * Tone.CUSTOMER) + agent * Math.sin(time * Tone.AGENT));
        }
        return samples;
    }
}
