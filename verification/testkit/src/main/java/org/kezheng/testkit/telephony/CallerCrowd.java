package org.kezheng.testkit.telephony;

import java.time.Duration;

/// Many callers of one number, made and counted by one SIPp.
public final class CallerCrowd implements AutoCloseable {

    private final Sipp sipp;
    private final RtpPeer sound;

    private CallerCrowd(Sipp sipp, RtpPeer sound) {
        this.sipp = sipp;
        this.sound = sound;
    }

    /// Callers who each hang up after that long.
    public static CallerCrowd givingUp(String trunk, String dialled, int calls, Duration stays) {
        RtpPeer sound = RtpPeer.open();
        return new CallerCrowd(Sipp.calling(Scenario.givingUp(dialled, stays, sound.port()), trunk, calls, 10), sound);
    }

    /// Callers who stay until they are hung up on.
    public static CallerCrowd patient(String trunk, String dialled, int calls) {
        RtpPeer sound = RtpPeer.open();
        return new CallerCrowd(Sipp.calling(Scenario.patient(dialled, sound.port()), trunk, calls, 2), sound);
    }

    /// Waits until all calls are over, and gives how many there were by SIPp's own count. Fails when one did not go as
    /// SIP has it.
    public int awaitOver(Duration within) {
        sipp.awaitDone(within);
        return sipp.counts().successful();
    }

    @Override
    public void close() {
        sipp.close();
        sound.close();
    }
}
