package org.kezheng.platform.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Sound of one channel, 16 bits a sample.
///
/// @param rate samples a second
@SuppressWarnings("ArrayRecordComponent") // made once, handed on, never compared
public record Waveform(int rate, short[] samples) {
    /// What telephone lines carry.
    public static final int LINE_RATE = 8_000;

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT = 0x20746d66;
    private static final int SAMPLES = 0x61746164;
    private static final int FORMAT_BYTES = 16;
    private static final int HEAD_BYTES = 44;
    /// Half the length of the filter, in samples of the lower rate.
    private static final int REACH = 16;
    /// A little below the highest frequency that the lower rate can carry.
    private static final double PASSED = 0.92;

    private static final int SILENT = 64;
    private static final int MARGIN_PER_SECOND = 20;

    /// Reads a WAV file of one channel with 16 bits a sample; what a program wrote without knowing the length, too.
    public static Waveform read(byte[] wav) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        if (wav.length < HEAD_BYTES || file.getInt() != RIFF || file.getInt(8) != WAVE) {
            throw new IOException("No WAV file");
        }
        file.position(12);
        int rate = 0;
        while (file.remaining() >= 8) {
            int kind = file.getInt();
            long length = Integer.toUnsignedLong(file.getInt());
            if (kind == SAMPLES && rate > 0) {
                return new Waveform(rate, samples(file, length));
            }
            if (kind == FORMAT && length >= FORMAT_BYTES && file.remaining() >= length) {
                rate = rateOf(file.slice().order(ByteOrder.LITTLE_ENDIAN));
            }
            file.position((int) Math.min(file.limit(), file.position() + length + (length & 1)));
        }
        throw new IOException("A WAV file without samples");
    }

    private static int rateOf(ByteBuffer format) throws IOException {
        if (format.getShort(0) != 1 || format.getShort(2) != 1 || format.getShort(14) != 16) {
            throw new IOException("A WAV file needs one channel of 16 bits a sample, without compression");
        }
        return format.getInt(4);
    }

    private static short[] samples(ByteBuffer file, long length) {
        short[] samples = new short[(int) Math.min(length, file.remaining()) / 2];
        file.asShortBuffer().get(samples);
        return samples;
    }

    /// The same sound as a line carries it, without silence at either end.
    public Waveform forLine() {
        return (rate == LINE_RATE ? this : resampled()).trimmed();
    }

    /// A windowed sinc: what the lower rate cannot carry is taken out before.
    private Waveform resampled() {
        double step = rate / (double) LINE_RATE;
        double width = Math.max(1, step);
        int reach = (int) Math.ceil(REACH * width);
        short[] line = new short[(int) (samples.length / step)];
        for (int i = 0; i < line.length; i++) {
            double at = i * step;
            double sum = 0;
            double weights = 0;
            for (int j = (int) at - reach; j <= (int) at + reach; j++) {
                double weight = weight((j - at) / width, reach / width);
                sum += j < 0 || j >= samples.length ? 0 : weight * samples[j];
                weights += weight;
            }
            line[i] = (short) Math.clamp(Math.round(sum / weights), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return new Waveform(LINE_RATE, line);
    }

    private static double weight(double x, double reach) {
        double passed = x * PASSED * Math.PI;
        double sinc = passed == 0 ? 1 : Math.sin(passed) / passed;
        return Math.abs(x) > reach ? 0 : sinc * 0.5 * (1 + Math.cos(Math.PI * x / reach));
    }

    private Waveform trimmed() {
        int first = 0;
        while (first < samples.length && Math.abs(samples[first]) < SILENT) {
            first++;
        }
        int last = samples.length;
        while (last > first && Math.abs(samples[last - 1]) < SILENT) {
            last--;
        }
        int margin = rate / MARGIN_PER_SECOND;
        return new Waveform(
                rate,
                Arrays.copyOfRange(samples, Math.max(0, first - margin), Math.min(samples.length, last + margin)));
    }

    /// As a WAV file.
    public byte[] asWav() {
        ByteBuffer file = ByteBuffer.allocate(HEAD_BYTES + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(RIFF).putInt(file.capacity() - 8).putInt(WAVE);
        file.putInt(FORMAT).putInt(FORMAT_BYTES).putShort((short) 1).putShort((short) 1);
        file.putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16);
        file.putInt(SAMPLES).putInt(2 * samples.length);
        file.asShortBuffer().put(samples);
        return file.array();
    }
}
