package org.kezheng.security.envelope;

/// Names a key without showing it.
///
/// @param id the client's or the customer's id; for the key-encryption key its fingerprint
/// @param version from 1, one more at each rotation
public record KeyName(KeyKind kind, long id, int version) {
    public KeyName {
        if (version < 1) {
            throw new IllegalArgumentException("Key versions begin at 1: " + version);
        }
    }
}
