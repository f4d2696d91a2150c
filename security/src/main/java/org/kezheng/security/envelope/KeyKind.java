package org.kezheng.security.envelope;

import java.util.Optional;

/// What a key is for. The kind stands in each ciphertext, and a key of one kind never opens what another kind sealed.
public enum KeyKind {
    /// The key-encryption key, which wraps the clients' data keys.
    KEY_ENCRYPTION(1),
    /// Fields of a client that belong to no customer.
    CLIENT_FIELD(2),
    /// Entries of the confidential log.
    CLIENT_LOG(3),
    /// Wraps the keys of a client's customers.
    CLIENT_WRAPPING(4),
    /// Fields of one customer; destroying this key destroys them in every backup.
    CUSTOMER(5),
    /// Wraps the keys of a client's sealed files of format 1.
    CLIENT_FILE(6),
    /// Wraps the key of one sealed file of format 2; destroying its secret destroys the file in every backup.
    FILE_WITH_SECRET(7);

    private final byte id;

    KeyKind(int id) {
        this.id = (byte) id;
    }

    byte id() {
        return id;
    }

    static Optional<KeyKind> of(byte id) {
        for (KeyKind kind : values()) {
            if (kind.id == id) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
