package org.kezheng.testkit.telephony;

/// ITU-T G.711 µ-law: 8 bits on the line for a 14-bit sample, held here as 16 bits.
final class MuLaw {

    private static final int BIAS = 0x84;
    private static final int CLIP = 32_635;

    private MuLaw() {}

    static byte encode(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
        int exponent = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
        int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }

    static int decode(byte code) {
        int bits = ~code & 0xFF;
        int exponent = (bits >> 4) & 0x07;
        int magnitude = ((((bits & 0x0F) << 3) + BIAS) << exponent) - BIAS;
        return (bits & 0x80) != 0 ? -magnitude : magnitude;
    }
}
