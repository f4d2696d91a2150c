package org.kezheng.security.envelope;

import org.kezheng.security.secret.SecretBytes;

/// A key of 256 bits with its name.
public record EnvelopeKey(KeyName name, SecretBytes material) {
    /// Length of every key in bytes.
    public static final int LENGTH = 32;

    public EnvelopeKey {
        if (material.length() != LENGTH) {
            throw new IllegalArgumentException("A key has " + LENGTH + " bytes");
        }
    }
}
