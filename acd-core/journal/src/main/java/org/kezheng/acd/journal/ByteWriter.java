package org.kezheng.acd.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the journal's primitives into bytes that grow: big-endian numbers, and counts of seven bits per byte.
final class ByteWriter {
    private static final int FIRST_CAPACITY = 64;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void clear() {
        size = 0;
    }

    ByteWriter u8(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    ByteWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    ByteWriter u32(int value) {
        return u16(value >>> 16).u16(value);
    }

    ByteWriter u64(long value) {
        return u32((int) (value >>> 32)).u32((int) value);
    }

    /// Seven bits per byte, least significant first; the top bit says that more follow.
    ByteWriter count(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            u8((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return u8((int) rest);
    }

    /// A count that may be negative: 0, -1, 1, -2 ... are written as 0, 1, 2, 3 ...
    ByteWriter signed(long value) {
        return count((value << 1) ^ (value >> 63));
    }

    /// One byte of length, then ASCII.
    ByteWriter text(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        if (ascii.length > 255) {
            throw new IllegalArgumentException("A text in the journal has at most 255 characters");
        }
        return u8(ascii.length).raw(ascii, 0, ascii.length);
    }

    ByteWriter raw(byte[] from, int offset, int length) {
        reserve(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
        return this;
    }

    /// How many bytes another one holds, and then these.
    ByteWriter sized(ByteWriter body) {
        count(body.size);
        return raw(body.bytes, 0, body.size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
