package org.kezheng.testkit.telephony;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;

/// Samples of a telephone line (8000 a second), and what can be said of them: how loud, and how much of it is one tone.
public final class Sound {

    /// Samples a second.
    public static final int RATE = 8_000;

    private static final int WINDOW = RATE / 10;
    private static final int RIFF = 0x46464952;
    private static final int CHANNELS_AT = 22;
    private static final int RATE_AT = 24;
    private static final int WAV_HEADER = 44;
    private static final double AUDIBLE = 200.0;
    private static final double MOSTLY = 0.5;
    private static final double A_GOOD_PART = 0.2;

    private final short[] samples;

    private Sound(short[] samples) {
        this.samples = samples;
    }

    static Sound of(List<RtpPacket> packets) {
        int length =
                packets.stream().mapToInt(packet -> packet.payload().length).sum();
        short[] samples = new short[length];
        int at = 0;
        for (RtpPacket packet : packets) {
            for (byte code : packet.payload()) {
                samples[at++] = (short) MuLaw.decode(code);
            }
        }
        return new Sound(samples);
    }

    /// A channel of a WAV file of two channels, 16 bits and 8000 samples a second.
    ///
    /// @param channel 0 is left, 1 is right
    public static Sound ofWav(byte[] wav, int channel) {
        ByteBuffer buffer = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.getInt(0) != RIFF || buffer.getShort(CHANNELS_AT) != 2 || buffer.getInt(RATE_AT) != RATE) {
            throw new AssertionError("not a WAV file of two channels at " + RATE + " Hz");
        }
        short[] samples = new short[(wav.length - WAV_HEADER) / 4];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = buffer.getShort(WAV_HEADER + 4 * i + 2 * channel);
        }
        return new Sound(samples);
    }

    /// How long it is.
    public Duration length() {
        return Duration.ofMillis(samples.length * 1_000L / RATE);
    }

    /// When a tenth of a second first is audible and mostly that tone.
    ///
    /// @throws AssertionError when none is
    public Duration beginOfTone(double hertz) {
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW / 2) {
            if (isTone(from, hertz)) {
                return Duration.ofMillis(from * 1_000L / RATE);
            }
        }
        throw new AssertionError("no tone of " + hertz + " Hz in " + this);
    }

    /// The samples from there on as the line carries them, a byte each.
    public byte[] asMuLaw(int from, int count) {
        byte[] codes = new byte[count];
        for (int i = 0; i < count; i++) {
            codes[i] = MuLaw.encode(samples[from + i]);
        }
        return codes;
    }

    /// Whether nothing is there at all, not even silence.
    public boolean isEmpty() {
        return samples.length < WINDOW;
    }

    /// Whether a tenth of a second of it is audible and mostly that tone. A tone may come in pulses: a steady one is
    /// taken for noise by a browser's noise suppression, and removed.
    public boolean hasTone(double hertz) {
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW / 2) {
            if (isTone(from, hertz)) {
                return true;
            }
        }
        return false;
    }

    /// Whether most of it is audible and mostly that tone.
    public boolean isMostlyTone(double hertz) {
        int windows = 0;
        int tones = 0;
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW) {
            windows++;
            if (isTone(from, hertz)) {
                tones++;
            }
        }
        return tones * 2 > windows;
    }

    /// Whether in a tenth of a second of it a good part of what is audible is that tone, whatever else is heard with
    /// it.
    public boolean carriesTone(double hertz) {
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW / 2) {
            if (level(from, WINDOW) > AUDIBLE && share(from, hertz) > A_GOOD_PART) {
                return true;
            }
        }
        return false;
    }

    /// Whether there is sound in most of it.
    public boolean isAudible() {
        int audible = 0;
        int windows = 0;
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW) {
            windows++;
            if (level(from, WINDOW) > AUDIBLE) {
                audible++;
            }
        }
        return windows > 0 && audible * 2 > windows;
    }

    /// The loudest tenth of a second: root mean square of 16-bit samples.
    public double loudest() {
        double loudest = 0;
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW) {
            loudest = Math.max(loudest, level(from, WINDOW));
        }
        return loudest;
    }

    /// Whether not even one tenth of a second of it could be heard.
    public boolean isSilent() {
        return loudest() < AUDIBLE;
    }

    private boolean isTone(int from, double hertz) {
        return level(from, WINDOW) > AUDIBLE && share(from, hertz) > MOSTLY;
    }

    private double level(int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / length);
    }

    /// Goertzel's filter: the part of the window's power that lies at the frequency, from 0 to 1.
    private double share(int from, double hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double before = 0;
        double beforeThat = 0;
        double total = 0;
        for (int i = from; i < from + WINDOW; i++) {
            double now = samples[i] + coefficient * before - beforeThat;
            beforeThat = before;
            before = now;
            total += (double) samples[i] * samples[i];
        }
        double power = before * before + beforeThat * beforeThat - coefficient * before * beforeThat;
        return total == 0 ? 0 : 2 * power / (WINDOW * total);
    }

    @Override
    public String toString() {
        return samples.length * 1_000L / RATE + " ms of sound, loudest " + Math.round(loudest());
    }
}
