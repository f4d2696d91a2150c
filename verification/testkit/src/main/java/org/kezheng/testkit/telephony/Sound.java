package org.kezheng.testkit.telephony;

import java.util.List;

/// Samples of a telephone line (8000 a second), and what can be said of them: how loud, and how much of it is one tone.
public final class Sound {

    /// Samples a second.
    public static final int RATE = 8_000;

    private static final int WINDOW = RATE / 10;
    private static final double AUDIBLE = 200.0;
    private static final double MOSTLY = 0.5;

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

    /// Whether nothing is there at all, not even silence.
    public boolean isEmpty() {
        return samples.length < WINDOW;
    }

    /// Whether a tenth of a second of it is audible and mostly that tone. A tone may come in pulses: a steady one is
    /// taken for noise by a browser's noise suppression, and removed.
    public boolean hasTone(double hertz) {
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW / 2) {
            if (level(from, WINDOW) > AUDIBLE && share(from, hertz) > MOSTLY) {
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
