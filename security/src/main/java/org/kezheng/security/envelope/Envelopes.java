package org.kezheng.security.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// Seals and opens envelopes. The header and the address are authenticated with each ciphertext.
public final class Envelopes {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Envelopes() {}

    /// Seals the content for one address, with a fresh random nonce.
    public static Ciphertext seal(EnvelopeKey key, FieldAddress address, byte[] content) {
        byte[] nonce = new byte[Ciphertext.NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        return seal(key, address, content, nonce);
    }

    static Ciphertext seal(EnvelopeKey key, FieldAddress address, byte[] content, byte[] nonce) {
        byte[] header = Ciphertext.header(Suite.AES_256_GCM, key.name());
        byte[] sealed = AesGcm.seal(key.material(), nonce, associated(header, address), content);
        return Ciphertext.of(ByteBuffer.allocate(header.length + nonce.length + sealed.length)
                .put(header)
                .put(nonce)
                .put(sealed)
                .array());
    }

    /// Opens a ciphertext at its address.
    ///
    /// @throws DamagedCiphertextException when the bytes, the address or the key are not those of the sealing
    public static byte[] open(EnvelopeKey key, FieldAddress address, Ciphertext ciphertext) {
        if (!key.name().equals(ciphertext.key())) {
            throw new DamagedCiphertextException("it names another key");
        }
        byte[] header = Ciphertext.header(ciphertext.suite(), ciphertext.key());
        return AesGcm.open(key.material(), ciphertext.nonce(), associated(header, address), ciphertext.sealed());
    }

    /// Header, client, then table, column and row, each with its length before it so that no two addresses agree.
    static byte[] associated(byte[] header, FieldAddress address) {
        byte[] table = address.table().getBytes(StandardCharsets.UTF_8);
        byte[] column = address.column().getBytes(StandardCharsets.UTF_8);
        byte[] row = address.row().getBytes(StandardCharsets.UTF_8);
        int length = header.length + Integer.BYTES + 3 * Short.BYTES + table.length + column.length + row.length;
        return ByteBuffer.allocate(length)
                .put(header)
                .putInt(address.client().value())
                .putShort((short) table.length)
                .put(table)
                .putShort((short) column.length)
                .put(column)
                .putShort((short) row.length)
                .put(row)
                .array();
    }
}
