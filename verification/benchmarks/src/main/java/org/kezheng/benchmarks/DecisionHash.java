package org.kezheng.benchmarks;

import java.util.Locale;

/// Of all offers made, in their order: who was offered what, by which rule, in which ring.
final class DecisionHash {
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

    private long value = 1;
    private long offers;

    void add(long offer, long contact, int agent, int rule, int ring) {
        offers++;
        mix(offer);
        mix(contact);
        mix(((long) agent << 16) | (rule << 8) | ring);
    }

    private void mix(long with) {
        value = (value ^ with) * PRIME;
        value ^= value >>> 29;
    }

    long offers() {
        return offers;
    }

    String text() {
        return String.format(Locale.ROOT, "%016x", value);
    }
}
