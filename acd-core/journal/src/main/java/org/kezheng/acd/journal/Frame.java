package org.kezheng.acd.journal;

import java.util.Arrays;

/// How a record stands in its file: length (4 bytes), check of the length (4), chain hash (32), payload, check of
/// hash and payload (4).
final class Frame {
    static final int HEAD_BYTES = 8;
    static final int MAX_PAYLOAD_BYTES = 1 << 28;
    private static final int CHECK_BYTES = 4;

    private Frame() {}

    /// Appends the payload's frame; returns the chain hash behind it.
    static ChainHash append(ByteWriter out, ChainHash chain, byte[] payload) {
        if (payload.length > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("A record of the journal has at most 256 MiB");
        }
        ChainHash next = chain.next(payload);
        byte[] hash = next.toBytes();
        out.u32(payload.length).u32(checkOfLength(payload.length));
        out.raw(hash, 0, hash.length).raw(payload, 0, payload.length);
        byte[] checked = new byte[hash.length + payload.length];
        System.arraycopy(hash, 0, checked, 0, hash.length);
        System.arraycopy(payload, 0, checked, hash.length, payload.length);
        out.u32(Hashes.crc(checked, 0, checked.length));
        return next;
    }

    /// The payload's length from a frame's head, or -1 when the head does not agree with itself.
    static int payloadLength(byte[] head) {
        ByteReader in = new ByteReader(head);
        int length = in.u32();
        boolean isGood = in.u32() == checkOfLength(length) && length >= 0 && length <= MAX_PAYLOAD_BYTES;
        return isGood ? length : -1;
    }

    /// Bytes behind the head.
    static int bodyLength(int payloadLength) {
        return ChainHash.BYTES + payloadLength + CHECK_BYTES;
    }

    static boolean isIntact(byte[] body) {
        int checked = body.length - CHECK_BYTES;
        return Hashes.crc(body, 0, checked) == new ByteReader(Arrays.copyOfRange(body, checked, body.length)).u32();
    }

    static ChainHash hash(byte[] body) {
        return ChainHash.of(body);
    }

    static byte[] payload(byte[] body) {
        return Arrays.copyOfRange(body, ChainHash.BYTES, body.length - CHECK_BYTES);
    }

    private static int checkOfLength(int length) {
        byte[] bytes = new ByteWriter().u32(length).toBytes();
        return Hashes.crc(bytes, 0, bytes.length);
    }
}
