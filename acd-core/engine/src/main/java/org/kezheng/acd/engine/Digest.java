package org.kezheng.acd.engine;

/// Folds a state into 64 bits, the same on every machine.
final class Digest {
    private long value = 0x6B65_7A68_656E_6721L;

    /// The finalizer of SplitMix64 (Steele, Lea, Flood 2014).
    static long mix(long bits) {
        long z = bits + 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    void add(long bits) {
        value = mix(value ^ mix(bits)) + bits;
    }

    void add(String text) {
        add(text.length());
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    long value() {
        return value;
    }
}
