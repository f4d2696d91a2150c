package org.kezheng.security.index;

/// The blind index of a number within one client: 24 bits of a keyed hash. Equal numbers have equal indexes; equal
/// indexes do *not* prove equal numbers, so whoever searches opens the candidates and compares.
public record BlindIndex(int value) {
    /// Why 24: see `docs/formats/envelope.md`, "Blind index".
    static final int BITS = 24;

    public BlindIndex {
        if (value < 0 || value >= 1 << BITS) {
            throw new IllegalArgumentException("A blind index has " + BITS + " bits");
        }
    }
}
