package org.kezheng.platform.selftest;

/// Finds a tone in samples by Goertzel's filter.
final class Tone {
    /// What the PBX's dialplan sounds at the caller's side.
    static final int CUSTOMER = 600;

    /// What it sounds at the agent's side.
    static final int AGENT = 1_000;

    private static final double SAMPLES_PER_SECOND = 8_000;
    private static final double LOUD = 500;
    private static final double APART = 10;

    private Tone() {}

    /// Whether the samples have the one tone, loud, and of the other less than a tenth of it.
    static boolean isAlone(short[] samples, int hertz, int other) {
        double wanted = amplitude(samples, hertz);
        return wanted > LOUD && amplitude(samples, other) * APART < wanted;
    }

    /// The amplitude of that pitch, in the samples' own units.
    static double amplitude(short[] samples, int hertz) {
        if (samples.length == 0) {
            return 0;
        }
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / SAMPLES_PER_SECOND);
        double last = 0;
        double beforeLast = 0;
        for (short sample : samples) {
            double next = sample + coefficient * last - beforeLast;
            beforeLast = last;
            last = next;
        }
        double power = last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
        return 2 * Math.sqrt(Math.max(0, power)) / samples.length;
    }
}
