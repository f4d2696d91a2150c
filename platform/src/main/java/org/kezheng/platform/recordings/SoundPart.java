package org.kezheng.platform.recordings;

/// A part of a recording, decoded: samples of 16 bits at 8 kHz, as many of the one as of the other.
public final class SoundPart {
    /// Samples in a second.
    public static final int SAMPLES_PER_SECOND = StereoAudio.SAMPLES_PER_SECOND;

    private final short[] customer;
    private final short[] agent;

    private SoundPart(short[] customer, short[] agent) {
        this.customer = customer;
        this.agent = agent;
    }

    /// The left channel.
    public short[] customer() {
        return customer.clone();
    }

    /// The right channel.
    public short[] agent() {
        return agent.clone();
    }

    static SoundPart of(byte[] stereo, int count) {
        short[] customer = new short[count / StereoAudio.BYTES_PER_SAMPLE];
        short[] agent = new short[customer.length];
        for (int i = 0; i < customer.length; i++) {
            customer[i] = MuLaw.sample(stereo[StereoAudio.BYTES_PER_SAMPLE * i]);
            agent[i] = MuLaw.sample(stereo[StereoAudio.BYTES_PER_SAMPLE * i + 1]);
        }
        return new SoundPart(customer, agent);
    }

    @Override
    public String toString() {
        return "SoundPart[REDACTED]";
    }
}
