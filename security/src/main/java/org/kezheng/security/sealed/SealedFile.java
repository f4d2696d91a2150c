package org.kezheng.security.sealed;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.kezheng.security.envelope.DamagedCiphertextException;

/// A sealed file that is open for reading. It keeps one clear chunk, which closing wipes. For one thread at a time.
public final class SealedFile implements Closeable {
    private final FileChannel channel;
    private final ChunkCipher cipher;
    private final Layout layout;
    private long openedChunk;
    private byte[] opened;

    private SealedFile(FileChannel channel, ChunkCipher cipher, Layout layout, byte[] last) {
        this.channel = channel;
        this.cipher = cipher;
        this.layout = layout;
        this.openedChunk = layout.chunks() - 1;
        this.opened = last;
    }

    static SealedFile of(FileChannel channel, ChunkCipher cipher) throws IOException {
        Layout layout = Layout.ofFile(channel.size());
        return new SealedFile(channel, cipher, layout, open(channel, cipher, layout, layout.chunks() - 1));
    }

    /// Length of the content in bytes.
    public long size() {
        return layout.clearBytes();
    }

    /// Reads clear bytes from the position on.
    ///
    /// @return how many were read: as many as asked, or fewer at the end; -1 when the position is not
    ///     before the end
    /// @throws DamagedCiphertextException when a chunk was altered; nothing of it is given out
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        if (position < 0 || offset < 0 || length < 0 || length > into.length - offset) {
            throw new IndexOutOfBoundsException("There is no such place");
        }
        if (position >= size()) {
            return -1;
        }
        int wanted = (int) Math.min(length, size() - position);
        int done = 0;
        while (done < wanted) {
            long at = position + done;
            byte[] chunk = chunk(at / Header.CHUNK);
            int start = (int) (at % Header.CHUNK);
            int part = Math.min(wanted - done, chunk.length - start);
            System.arraycopy(chunk, start, into, offset + done, part);
            done += part;
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(opened, (byte) 0);
        channel.close();
    }

    private byte[] chunk(long number) throws IOException {
        if (number != openedChunk) {
            byte[] clear = open(channel, cipher, layout, number);
            Arrays.fill(opened, (byte) 0);
            opened = clear;
            openedChunk = number;
        }
        return opened;
    }

    private static byte[] open(FileChannel channel, ChunkCipher cipher, Layout layout, long chunk) throws IOException {
        ByteBuffer sealed = ByteBuffer.allocate(layout.sealedBytes(chunk));
        readFully(channel, sealed, layout.position(chunk));
        return cipher.open(chunk, layout.isLast(chunk), sealed.array());
    }

    static void readFully(FileChannel channel, ByteBuffer into, long position) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                throw new DamagedCiphertextException("a sealed file is cut");
            }
            at += read;
        }
    }
}
