package org.kezheng.platform.parties;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// A file of frames: length, checksum, bytes. A frame that was cut at the end by a crash is cut off at the start;
/// damage before the end is named and stops the start, since nothing may be skipped.
final class LogFile implements AutoCloseable {
    static final int MAX_FRAME_BYTES = 64 * 1024;

    private static final byte[] MAGIC = {'K', 'Z', 'P', 'L', 0, 0, 0, 1};
    private static final int FRAME_HEAD_BYTES = 2 * Integer.BYTES;

    private final Path path;
    private final FileChannel channel;
    private long end;

    private LogFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Opens a file that another process may be writing: nothing is locked, cut or written.
    static LogFile openForReading(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, READ);
        LogFile file = new LogFile(path, channel);
        try {
            file.readMagic();
            file.findEnd(channel.size());
            return file;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    static LogFile open(Path path) throws IOException {
        Files.createDirectories(
                path.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel = FileChannel.open(path, CREATE, READ, WRITE);
        try {
            LogFile file = new LogFile(path, channel);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            file.begin();
            return file;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /// The offset of the first frame.
    static long start() {
        return MAGIC.length;
    }

    /// The offset of the frame behind one of that many bytes.
    static long behind(long at, byte[] frame) {
        return at + FRAME_HEAD_BYTES + frame.length;
    }

    /// Appends a frame and waits until it is on the disk; a frame that could not be written leaves no trace.
    void append(byte[] frame) throws IOException {
        if (frame.length == 0 || frame.length > MAX_FRAME_BYTES) {
            throw new IOException("A frame has 1 to " + MAX_FRAME_BYTES + " bytes, not " + frame.length);
        }
        ByteBuffer buffer = ByteBuffer.allocate(FRAME_HEAD_BYTES + frame.length)
                .putInt(frame.length)
                .putInt(checksum(frame))
                .put(frame)
                .flip();
        try {
            writeFully(buffer, end);
            channel.force(false);
            end += FRAME_HEAD_BYTES + frame.length;
        } catch (IOException failure) {
            channel.truncate(end);
            throw failure;
        }
    }

    long end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void begin() throws IOException {
        if (channel.tryLock() == null) {
            throw new IOException(path + " is in use by another process");
        }
        long size = channel.size();
        if (size < MAGIC.length) {
            channel.truncate(0);
            writeFully(ByteBuffer.wrap(MAGIC), 0);
            channel.force(true);
            end = MAGIC.length;
            return;
        }
        readMagic();
        findEnd(size);
        channel.truncate(end);
    }

    private void readMagic() throws IOException {
        ByteBuffer magic = ByteBuffer.allocate(MAGIC.length);
        readFully(magic, 0);
        if (!Arrays.equals(magic.array(), MAGIC)) {
            throw new IOException(path + " is of another format or a newer version");
        }
    }

    private void findEnd(long size) throws IOException {
        end = MAGIC.length;
        for (byte[] frame = frameAt(end, size); frame.length > 0; frame = frameAt(end, size)) {
            end = behind(end, frame);
        }
    }

    /// The frame at an offset; an empty array where an interrupted append left less than a whole one.
    ///
    /// @throws IOException where the bytes are damaged: what follows them cannot be trusted, and is never skipped
    byte[] frameAt(long at, long upTo) throws IOException {
        if (upTo - at < FRAME_HEAD_BYTES) {
            return new byte[0];
        }
        ByteBuffer head = ByteBuffer.allocate(FRAME_HEAD_BYTES);
        readFully(head, at);
        int length = head.getInt();
        int checksum = head.getInt();
        if (length == 0 && checksum == 0 && isZero(at, upTo)) {
            return new byte[0];
        }
        if (length <= 0 || length > MAX_FRAME_BYTES) {
            throw damagedAt(at);
        }
        long behind = at + FRAME_HEAD_BYTES + length;
        if (behind > upTo) {
            return new byte[0];
        }
        ByteBuffer frame = ByteBuffer.allocate(length);
        readFully(frame, at + FRAME_HEAD_BYTES);
        if (checksum(frame.array()) == checksum) {
            return frame.array();
        }
        if (behind == upTo) {
            return new byte[0];
        }
        throw damagedAt(at);
    }

    private IOException damagedAt(long at) {
        return new IOException(path + " is damaged at byte " + at);
    }

    /// A power loss may leave a file that has grown but holds zeros.
    private boolean isZero(long from, long upTo) throws IOException {
        long length = upTo - from;
        if (length > FRAME_HEAD_BYTES + MAX_FRAME_BYTES) {
            return false;
        }
        ByteBuffer rest = ByteBuffer.allocate((int) length);
        readFully(rest, from);
        while (rest.hasRemaining()) {
            if (rest.get() != 0) {
                return false;
            }
        }
        return true;
    }

    private void writeFully(ByteBuffer buffer, long at) throws IOException {
        long position = at;
        while (buffer.hasRemaining()) {
            position += channel.write(buffer, position);
        }
    }

    private void readFully(ByteBuffer buffer, long at) throws IOException {
        long position = at;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, position);
            if (count < 0) {
                throw new IOException(path + " ends before byte " + position);
            }
            position += count;
        }
        buffer.flip();
    }

    private static int checksum(byte[] frame) {
        CRC32C crc = new CRC32C();
        crc.update(frame);
        return (int) crc.getValue();
    }
}
