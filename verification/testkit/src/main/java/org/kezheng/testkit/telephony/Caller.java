package org.kezheng.testkit.telephony;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A caller on the trunk: a number of its own, a number it dials, a mouth and an ear.
public final class Caller implements AutoCloseable {

    private static final Duration PROMPT = Duration.ofSeconds(15);

    private final Sipp sipp;
    private final RtpPeer sound;

    private Caller(Sipp sipp, RtpPeer sound) {
        this.sipp = sipp;
        this.sound = sound;
    }

    /// Dials and comes back once the PBX has answered: the caller hears music or an announcement now.
    ///
    /// @param trunk   `host:port` of the trunk
    /// @param number  the caller's number
    /// @param dialled the number called
    public static Caller dial(String trunk, String number, String dialled) {
        RtpPeer sound = RtpPeer.open();
        Caller caller = new Caller(Sipp.calling(Scenario.caller(number, dialled, sound.port()), trunk), sound);
        caller.answer().mediaPort().ifPresent(sound::towards);
        return caller;
    }

    /// Dials a number that is not taken, and comes back with the status by which the PBX refuses.
    ///
    /// @return whether it is that status
    public static boolean isRefused(String trunk, String number, String dialled, int status) {
        try (RtpPeer sound = RtpPeer.open();
                Sipp sipp = Sipp.calling(Scenario.caller(number, dialled, sound.port()), trunk)) {
            return sipp.awaitMessage(
                            "the PBX decides about the call",
                            1,
                            PROMPT,
                            m -> !m.isSent() && (m.isResponse(status, "INVITE") || m.isResponse(200, "INVITE")))
                    .isResponse(status, "INVITE");
        }
    }

    /// What the caller says and hears.
    public RtpPeer sound() {
        return sound;
    }

    /// When the caller's INVITE left.
    public Instant calledAt() {
        return sipp.awaitMessage("the caller's INVITE leaves", 1, PROMPT, m -> m.isSent() && m.isRequest("INVITE"))
                .at();
    }

    /// Hangs up, and gives the time at which the BYE left.
    public Instant hangUp() {
        sipp.press(answer().header("Call-ID").orElseThrow());
        return sipp.awaitMessage("the caller's BYE leaves", 1, PROMPT, m -> m.isSent() && m.isRequest("BYE"))
                .at();
    }

    /// Waits until the PBX hangs up, and gives the time at which its BYE came.
    public Instant awaitHungUp(Duration within) {
        return sipp.awaitMessage("the PBX hangs up", 1, within, m -> !m.isSent() && m.isRequest("BYE"))
                .at();
    }

    /// Whether the call is up.
    public boolean isConnected() {
        return sipp.isRunning() && sipp.messages(m -> m.isRequest("BYE")).isEmpty();
    }

    /// When the PBX hung up, if it did.
    public Optional<Instant> hungUpAt() {
        return sipp.messages(m -> !m.isSent() && m.isRequest("BYE")).stream()
                .map(SipMessage::at)
                .findFirst();
    }

    /// Waits until the call is over on both sides, and fails when it did not go as SIP has it.
    public void awaitOver() {
        sipp.awaitDone(PROMPT);
    }

    private SipMessage answer() {
        return sipp.awaitMessage(
                "the PBX answers the caller", 1, PROMPT, m -> !m.isSent() && m.isResponse(200, "INVITE"));
    }

    @Override
    public void close() {
        if (isConnected()) {
            hangUp();
        }
        sipp.close();
        sound.close();
    }
}
