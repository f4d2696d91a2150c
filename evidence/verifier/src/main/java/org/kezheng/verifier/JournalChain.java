package org.kezheng.verifier;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/// Walks the segments of a journal and follows the chain from record to record.
final class JournalChain {
    private static final byte[] MAGIC = {'K', 'Z', 'J', 'O', 'U', 'R', 'N', 'L'};
    private static final int FORMAT_VERSION = 2;
    private static final int FIXED = 16;
    private static final int LIMITS_AT = 80;
    private static final int LIMITS_LENGTH = 60;
    private static final int LEAST_HEADER = LIMITS_AT + LIMITS_LENGTH + 1 + 4;
    /// The record's version and its instant.
    private static final int LEAST_PAYLOAD = 9;
    private static final int LONGEST_PAYLOAD = 1 << 28;
    private static final int HASH = 32;

    private final Set<Long> wanted;
    private final Map<Long, String> found = new HashMap<>();
    private byte[] limits = {};
    private byte[] end = new byte[HASH];
    private long position;
    private long instant;

    /// @param wanted positions whose chain hashes are asked for afterwards
    JournalChain(Set<Long> wanted) {
        this.wanted = wanted;
    }

    /// Records so far.
    long position() {
        return position;
    }

    /// The chain hash behind the last record, in hexadecimal digits.
    String end() {
        return Hashes.hex(end);
    }

    /// The chain hash behind a record that was asked for; empty when the journal has no such record.
    String at(long asked) {
        return found.getOrDefault(asked, "");
    }

    void segment(Path file, boolean last) throws DisprovedException, UnreadableException {
        ByteBuffer bytes = ByteBuffer.wrap(Verification.read(file));
        if (bytes.remaining() < FIXED) {
            requireTorn(last, bytes);
            return;
        }
        int length = fixedPart(bytes);
        if (bytes.remaining() < length) {
            requireTorn(last, bytes);
            return;
        }
        String expected = String.format("%020d.kzj", position + 1);
        if (!String.valueOf(file.getFileName()).equals(expected)) {
            throw new DisprovedException("缺少日志段 " + expected, "A segment is missing: " + expected);
        }
        long most = header(bytes, length);
        byte[] before = Hashes.sha256(slice(bytes, 0, length));
        bytes.position(length);
        long records = 0;
        while (bytes.hasRemaining() && record(bytes, before, last)) {
            before = end;
            records++;
        }
        if (last ? records > most : records != most) {
            throw damage();
        }
    }

    private int fixedPart(ByteBuffer bytes) throws DisprovedException, UnreadableException {
        int length = Short.toUnsignedInt(bytes.getShort(10));
        if (!Arrays.equals(MAGIC, slice(bytes, 0, MAGIC.length)) || bytes.getInt(12) != check(bytes, 0, 12)) {
            throw damage();
        }
        if (bytes.getShort(8) != FORMAT_VERSION) {
            throw new UnreadableException("日志的格式版本不同。", "The journal is of another format version.");
        }
        if (length < LEAST_HEADER) {
            throw damage();
        }
        return length;
    }

    /// Checks the header and says how many records the segment holds when it is full.
    private long header(ByteBuffer bytes, int length) throws DisprovedException {
        byte[] previous = slice(bytes, 24, HASH);
        byte[] said = slice(bytes, LIMITS_AT, LIMITS_LENGTH);
        int build = Byte.toUnsignedInt(bytes.get(LIMITS_AT + LIMITS_LENGTH));
        if (bytes.getInt(length - 4) != check(bytes, 0, length - 4)
                || bytes.getLong(16) != position + 1
                || !Arrays.equals(previous, end)
                || LIMITS_AT + LIMITS_LENGTH + 1 + build + 4 != length) {
            throw damage();
        }
        if (limits.length > 0 && !Arrays.equals(limits, said)) {
            throw damage();
        }
        limits = said;
        return Integer.toUnsignedLong(bytes.getInt(64));
    }

    /// Checks one record; false: there is none, only what a writer that died leaves behind.
    private boolean record(ByteBuffer bytes, byte[] before, boolean last) throws DisprovedException {
        int at = bytes.position();
        if (onlyZeros(bytes) || bytes.remaining() < 8) {
            requireTorn(last, bytes);
            return false;
        }
        int length = bytes.getInt(at);
        if (bytes.getInt(at + 4) != check(bytes, at, 4) || length < LEAST_PAYLOAD || length > LONGEST_PAYLOAD) {
            throw damage();
        }
        if (bytes.remaining() < 8 + HASH + length + 4) {
            requireTorn(last, bytes);
            return false;
        }
        int payload = at + 8 + HASH;
        byte[] chain = slice(bytes, at + 8, HASH);
        byte[] content = slice(bytes, payload, length);
        long now = bytes.getLong(payload + 1);
        if (!Arrays.equals(chain, Hashes.sha256(before, content))
                || bytes.getInt(payload + length) != check(bytes, at + 8, HASH + length)
                || now < instant) {
            throw damage();
        }
        end = chain;
        instant = now;
        position++;
        if (wanted.contains(position)) {
            found.put(position, HexFormat.of().formatHex(chain));
        }
        bytes.position(payload + length + 4);
        return true;
    }

    private static boolean onlyZeros(ByteBuffer bytes) {
        for (int at = bytes.position(); at < bytes.limit(); at++) {
            if (bytes.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private void requireTorn(boolean last, ByteBuffer bytes) throws DisprovedException {
        if (!last) {
            throw damage();
        }
        bytes.position(bytes.limit());
    }

    private static byte[] slice(ByteBuffer bytes, int from, int length) {
        byte[] slice = new byte[length];
        bytes.get(from, slice);
        return slice;
    }

    private static int check(ByteBuffer bytes, int from, int length) {
        CRC32C check = new CRC32C();
        check.update(bytes.slice(from, length));
        return (int) check.getValue();
    }

    private DisprovedException damage() {
        return new DisprovedException(
                "日志在第 " + (position + 1) + " 条处损坏或被改动。",
                "The journal is damaged or altered at record " + (position + 1) + ".");
    }
}
