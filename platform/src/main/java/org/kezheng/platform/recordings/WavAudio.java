package org.kezheng.platform.recordings;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.kezheng.security.sealed.SealedFile;

/// A sealed recording as a WAV file: PCM of 16 bits, two channels, 8 kHz. Only the part that is asked for is opened and
/// decoded, a buffer at a time.
final class WavAudio implements Closeable {
    static final int HEADER = 44;
    private static final int CHANNELS = 2;
    private static final int BYTES = 2;
    private static final int BUFFER = 1 << 14;

    private final SealedFile sealed;

    WavAudio(SealedFile sealed) {
        this.sealed = sealed;
    }

    /// Length of the whole file.
    long size() {
        return HEADER + sealed.size() * BYTES;
    }

    /// Writes bytes of the file.
    ///
    /// @param from the first
    /// @param to the one behind the last, at most [#size()]
    void write(long from, long to, OutputStream out) throws IOException {
        long position = from;
        if (position < HEADER) {
            int end = (int) Math.min(HEADER, to);
            out.write(header(), (int) position, end - (int) position);
            position = end;
        }
        byte[] clear = new byte[BUFFER];
        byte[] decoded = new byte[BUFFER * BYTES];
        try {
            while (position < to) {
                long sample = (position - HEADER) / BYTES;
                int count = sealed.read(sample, clear, 0, clear.length);
                if (count <= 0) {
                    throw new IOException("A recording ended before its end");
                }
                MuLaw.decode(clear, count, decoded);
                int skip = (int) (position - HEADER - sample * BYTES);
                int length = (int) Math.min(count * BYTES - skip, to - position);
                out.write(decoded, skip, length);
                position += length;
            }
        } finally {
            Arrays.fill(clear, (byte) 0);
            Arrays.fill(decoded, (byte) 0);
        }
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }

    private byte[] header() {
        int data = (int) (size() - HEADER);
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(data + HEADER - 8)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) CHANNELS)
                .putInt(StereoAudio.SAMPLES_PER_SECOND)
                .putInt(StereoAudio.SAMPLES_PER_SECOND * CHANNELS * BYTES)
                .putShort((short) (CHANNELS * BYTES))
                .putShort((short) (BYTES * 8))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(data)
                .array();
    }
}
