package org.kezheng.security.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.kezheng.security.envelope.Ciphertext;
import org.kezheng.security.envelope.DamagedCiphertextException;

/// The beginning of a sealed file: what it is, and its own key, wrapped.
///
/// @param wrappedKey the file's key as an envelope, which names client and key version
record Header(Ciphertext wrappedKey) {
    static final int LENGTH = 99;
    /// Length of the content of each chunk but the last.
    static final int CHUNK = 1 << 16;

    private static final byte[] MAGIC = "KZSEALED".getBytes(StandardCharsets.US_ASCII);
    private static final byte CLIENTS_KEY = 1;
    private static final byte OWN_SECRET = 2;
    private static final byte AES_256_GCM = 1;
    private static final int ENVELOPE = 77;

    /// 1: the client's key alone opens it; 2: the file has a secret of its own.
    byte format() {
        return switch (wrappedKey.key().kind()) {
            case CLIENT_FILE -> CLIENTS_KEY;
            case FILE_WITH_SECRET -> OWN_SECRET;
            case KEY_ENCRYPTION, CLIENT_FIELD, CLIENT_LOG, CLIENT_WRAPPING, CUSTOMER ->
                throw new DamagedCiphertextException("it names a key that is not for files");
        };
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .put(format())
                .put(AES_256_GCM)
                .putInt((int) wrappedKey.key().id())
                .putInt(wrappedKey.key().version())
                .putInt(CHUNK)
                .put(wrappedKey.bytes())
                .array();
    }

    /// Reads a header.
    ///
    /// @throws DamagedCiphertextException when the bytes are none
    static Header of(byte[] bytes) {
        if (bytes.length != LENGTH || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedCiphertextException("it is no sealed file");
        }
        byte[] envelope = Arrays.copyOfRange(bytes, LENGTH - ENVELOPE, LENGTH);
        Header header = new Header(Ciphertext.of(envelope));
        if (!Arrays.equals(header.bytes(), bytes)) {
            throw new DamagedCiphertextException("the header of a sealed file");
        }
        return header;
    }

    /// SHA-256 of the header, which is authenticated with each chunk.
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
