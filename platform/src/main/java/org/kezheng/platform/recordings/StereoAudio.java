package org.kezheng.platform.recordings;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The two directions of a call as one stream of µ-law at 8 kHz: a sample of the customer, left, and one of the agent,
/// right, in turns. The shorter direction is silent at its end; one that is not there is silent throughout.
final class StereoAudio extends InputStream {
    static final int SAMPLES_PER_SECOND = 8_000;
    static final int BYTES_PER_SAMPLE = 2;
    private static final int SILENCE = 0xFF;
    private static final int BUFFER = 1 << 16;

    private final InputStream left;
    private final InputStream right;
    private final long bytes;
    private long position;

    private StereoAudio(InputStream left, InputStream right, long bytes) {
        this.left = left;
        this.right = right;
        this.bytes = bytes;
    }

    /// The audio of a call in the spool; nothing is written to it any more.
    static StereoAudio of(SpooledCall call) throws IOException {
        long samples = Math.max(samples(call.customer()), samples(call.agent()));
        InputStream left = open(call.customer());
        try {
            return new StereoAudio(left, open(call.agent()), samples * BYTES_PER_SAMPLE);
        } catch (IOException unreadable) {
            left.close();
            throw unreadable;
        }
    }

    /// How long a call of the spool is.
    static Duration lengthOf(SpooledCall call) throws IOException {
        long samples = Math.max(samples(call.customer()), samples(call.agent()));
        return Duration.ofNanos(samples * (1_000_000_000L / SAMPLES_PER_SECOND));
    }

    /// How many bytes it has in all.
    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        if (position == bytes) {
            return -1;
        }
        int sample = (position % BYTES_PER_SAMPLE == 0 ? left : right).read();
        position++;
        return sample < 0 ? SILENCE : sample;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = 0;
        while (count < length && position < bytes) {
            into[offset + count] = (byte) read();
            count++;
        }
        return count == 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        left.close();
        right.close();
    }

    private static long samples(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static InputStream open(Path file) throws IOException {
        return Files.exists(file)
                ? new BufferedInputStream(Files.newInputStream(file), BUFFER)
                : InputStream.nullInputStream();
    }
}
