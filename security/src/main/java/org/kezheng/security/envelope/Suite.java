package org.kezheng.security.envelope;

import java.util.Optional;

/// The cipher suites of the envelope. The identifier stands in each ciphertext, so that suites can live side by side.
/// Identifier 2 is reserved for SM4-GCM with SM3.
enum Suite {
    /// AES-256-GCM with a random nonce of 96 bits and a tag of 128 bits.
    AES_256_GCM(1);

    private final byte id;

    Suite(int id) {
        this.id = (byte) id;
    }

    byte id() {
        return id;
    }

    static Optional<Suite> of(byte id) {
        return id == AES_256_GCM.id ? Optional.of(AES_256_GCM) : Optional.empty();
    }
}
