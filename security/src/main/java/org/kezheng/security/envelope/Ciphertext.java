package org.kezheng.security.envelope;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A sealed value as it rests on disk, header included; see `docs/formats/envelope.md`.
public final class Ciphertext {
    static final short MAGIC = 0x4B5A;
    static final byte FORMAT = 1;
    static final int HEADER_LENGTH = 17;
    static final int NONCE_LENGTH = 12;
    static final int TAG_LENGTH = 16;
    /// Longest ciphertext that is read, so that a damaged length cannot exhaust memory.
    static final int MAX_LENGTH = 1 << 20;

    private final byte[] bytes;
    private final Suite suite;
    private final KeyName key;

    private Ciphertext(byte[] bytes, Suite suite, KeyName key) {
        this.bytes = bytes;
        this.suite = suite;
        this.key = key;
    }

    /// Reads the header of stored bytes. Nothing is known of the content before it is opened.
    ///
    /// @throws DamagedCiphertextException when the bytes are no envelope of a known format
    public static Ciphertext of(byte[] stored) {
        if (stored.length < HEADER_LENGTH + NONCE_LENGTH + TAG_LENGTH || stored.length > MAX_LENGTH) {
            throw new DamagedCiphertextException("length");
        }
        ByteBuffer header = ByteBuffer.wrap(stored);
        if (header.getShort() != MAGIC || header.get() != FORMAT) {
            throw new DamagedCiphertextException("format");
        }
        Suite suite = Suite.of(header.get()).orElseThrow(() -> new DamagedCiphertextException("suite"));
        KeyKind kind = KeyKind.of(header.get()).orElseThrow(() -> new DamagedCiphertextException("key kind"));
        long id = header.getLong();
        int version = header.getInt();
        if (version < 1) {
            throw new DamagedCiphertextException("key version");
        }
        return new Ciphertext(stored.clone(), suite, new KeyName(kind, id, version));
    }

    static byte[] header(Suite suite, KeyName key) {
        return ByteBuffer.allocate(HEADER_LENGTH)
                .putShort(MAGIC)
                .put(FORMAT)
                .put(suite.id())
                .put(key.kind().id())
                .putLong(key.id())
                .putInt(key.version())
                .array();
    }

    /// A copy of the bytes to store.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The key that opens it.
    public KeyName key() {
        return key;
    }

    Suite suite() {
        return suite;
    }

    byte[] nonce() {
        return Arrays.copyOfRange(bytes, HEADER_LENGTH, HEADER_LENGTH + NONCE_LENGTH);
    }

    byte[] sealed() {
        return Arrays.copyOfRange(bytes, HEADER_LENGTH + NONCE_LENGTH, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ciphertext that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Ciphertext[" + key + ", " + bytes.length + " bytes]";
    }
}
