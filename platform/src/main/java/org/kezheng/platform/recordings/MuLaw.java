package org.kezheng.platform.recordings;

/// G.711 µ-law: a byte for a sample of 16 bits.
final class MuLaw {
    private static final short[] PCM = table();

    private MuLaw() {}

    static short sample(byte code) {
        return PCM[code & 0xFF];
    }

    /// Decodes to PCM of 16 bits, little-endian.
    static void decode(byte[] muLaw, int count, byte[] pcm) {
        for (int i = 0; i < count; i++) {
            short value = sample(muLaw[i]);
            pcm[2 * i] = (byte) value;
            pcm[2 * i + 1] = (byte) (value >> 8);
        }
    }

    /// ITU-T G.711: sign, three bits of exponent, four of mantissa, all inverted.
    private static short[] table() {
        short[] table = new short[256];
        for (int code = 0; code < table.length; code++) {
            int bits = ~code & 0xFF;
            int magnitude = ((((bits & 0x0F) << 3) + 0x84) << (bits >> 4 & 7)) - 0x84;
            table[code] = (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
        }
        return table;
    }
}
