package org.kezheng.acd.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads what [ByteWriter] wrote. Bytes that no writer writes are an [IllegalArgumentException].
final class ByteReader {
    private static final int MAX_COUNT_BITS = 63;
    private static final int MAX_SIGNED_BITS = 64;

    private final ByteBuffer bytes;

    ByteReader(byte[] bytes) {
        this(ByteBuffer.wrap(bytes));
    }

    private ByteReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int position() {
        return bytes.position();
    }

    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }

    ByteBuffer rest() {
        return bytes.slice();
    }

    int u8() {
        need(1);
        return bytes.get() & 0xFF;
    }

    int u16() {
        need(2);
        return bytes.getShort() & 0xFFFF;
    }

    int u32() {
        need(4);
        return bytes.getInt();
    }

    long u64() {
        need(8);
        return bytes.getLong();
    }

    long count() {
        return count(MAX_COUNT_BITS);
    }

    /// What [ByteWriter#signed] wrote.
    long signed() {
        long value = count(MAX_SIGNED_BITS);
        return (value >>> 1) ^ -(value & 1);
    }

    private long count(int maxBits) {
        long value = 0;
        for (int shift = 0; shift < maxBits; shift += 7) {
            int next = u8();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("A count of more than " + maxBits + " bits");
    }

    int smallCount() {
        long value = count();
        if (value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A count of more than 31 bits");
        }
        return (int) value;
    }

    String text() {
        byte[] ascii = raw(u8());
        return new String(ascii, StandardCharsets.US_ASCII);
    }

    byte[] raw(int length) {
        need(length);
        byte[] to = new byte[length];
        bytes.get(to);
        return to;
    }

    /// A reader of what [ByteWriter#sized] wrote; this one goes on behind it, whatever is read of it.
    ByteReader sized() {
        int length = smallCount();
        need(length);
        ByteReader part = new ByteReader(bytes.slice(bytes.position(), length));
        bytes.position(bytes.position() + length);
        return part;
    }

    private void need(int more) {
        if (bytes.remaining() < more) {
            throw new IllegalArgumentException("Bytes end too early");
        }
    }
}
