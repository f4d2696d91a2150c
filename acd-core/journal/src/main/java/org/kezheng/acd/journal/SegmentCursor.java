package org.kezheng.acd.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads one segment from its beginning, and checks all that it reads.
final class SegmentCursor implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final String name;
    private final InputStream in;
    private final @Nullable SegmentHeader header;
    private ChainHash chain = ChainHash.NOTHING;
    private long position;
    private long intactBytes;
    private boolean isTorn;

    /// @throws JournalException when the header is damaged or of a newer version
    SegmentCursor(Path path) {
        this.path = path;
        name = SegmentFiles.name(path);
        position = SegmentFiles.firstPosition(path) - 1;
        in = open(path);
        try {
            header = readHeader();
        } catch (IOException e) {
            close();
            throw new JournalException.Unreadable(path, e);
        } catch (JournalException e) {
            close();
            throw e;
        }
    }

    private static InputStream open(Path path) {
        try {
            return new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        } catch (IOException e) {
            throw new JournalException.Unreadable(path, e);
        }
    }

    /// Null when the segment ends within its header: its writer died while making it.
    @Nullable
    SegmentHeader header() {
        return header;
    }

    String name() {
        return name;
    }

    Path path() {
        return path;
    }

    /// The last record read.
    long position() {
        return position;
    }

    /// The chain hash behind the last record read.
    ChainHash chain() {
        return chain;
    }

    /// Length of the file up to the end of the last record read.
    long intactBytes() {
        return intactBytes;
    }

    /// Whether the file ends within a record, or within its header.
    boolean isTorn() {
        return isTorn;
    }

    /// The next record's payload; null at the end of what is whole.
    ///
    /// @throws JournalException.Damaged when the bytes are not what was written
    byte @Nullable [] next() {
        try {
            return header == null || isTorn ? null : readFrame();
        } catch (IOException e) {
            throw new JournalException.Unreadable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new JournalException.Unreadable(path, e);
        }
    }

    private @Nullable SegmentHeader readHeader() throws IOException {
        byte[] fixed = in.readNBytes(SegmentHeader.FIXED_BYTES);
        if (fixed.length < SegmentHeader.FIXED_BYTES || (isZero(fixed) && restIsZero())) {
            isTorn = true;
            return null;
        }
        int length = SegmentHeader.length(fixed);
        if (length == 0) {
            throw damaged("the header's beginning");
        }
        byte[] rest = in.readNBytes(length - SegmentHeader.FIXED_BYTES);
        if (rest.length < length - SegmentHeader.FIXED_BYTES) {
            isTorn = true;
            return null;
        }
        byte[] whole = new byte[length];
        System.arraycopy(fixed, 0, whole, 0, fixed.length);
        System.arraycopy(rest, 0, whole, fixed.length, rest.length);
        SegmentHeader read = SegmentHeader.read(whole, name, position + 1);
        if (read.firstPosition() != position + 1) {
            throw damaged("the header names another position than the file's name");
        }
        chain = ChainHash.ofHeader(whole);
        intactBytes = length;
        return read;
    }

    private byte @Nullable [] readFrame() throws IOException {
        byte[] head = in.readNBytes(Frame.HEAD_BYTES);
        if (head.length == 0) {
            return null;
        }
        if (head.length < Frame.HEAD_BYTES || (isZero(head) && restIsZero())) {
            isTorn = true;
            return null;
        }
        int length = Frame.payloadLength(head);
        if (length < 0) {
            throw damaged("a record's length");
        }
        byte[] body = in.readNBytes(Frame.bodyLength(length));
        if (body.length < Frame.bodyLength(length)) {
            isTorn = true;
            return null;
        }
        return checked(body);
    }

    private byte[] checked(byte[] body) {
        if (!Frame.isIntact(body)) {
            throw damaged("a record's check sum");
        }
        byte[] payload = Frame.payload(body);
        ChainHash hash = chain.next(payload);
        if (!hash.equals(Frame.hash(body))) {
            throw damaged("a record's place in the chain of hashes");
        }
        chain = hash;
        position++;
        intactBytes += Frame.HEAD_BYTES + body.length;
        return payload;
    }

    private JournalException.Damaged damaged(String what) {
        return new JournalException.Damaged(name, position + 1, what);
    }

    private boolean restIsZero() throws IOException {
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
