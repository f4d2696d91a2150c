package org.kezheng.acd.journal;

import java.util.Arrays;
import java.util.HexFormat;

/// One link of the journal's chain of SHA-256: it stands for everything before it.
final class ChainHash {
    static final int BYTES = 32;
    /// Before the first segment.
    static final ChainHash NOTHING = new ChainHash(new byte[BYTES]);

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        this.bytes = bytes;
    }

    static ChainHash of(byte[] bytes) {
        return new ChainHash(Arrays.copyOf(bytes, BYTES));
    }

    /// Where the records of a segment begin: its header names the end of the segment before.
    static ChainHash ofHeader(byte[] header) {
        return new ChainHash(Hashes.sha256(header));
    }

    ChainHash next(byte[] payload) {
        return new ChainHash(Hashes.sha256(bytes, payload));
    }

    byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
