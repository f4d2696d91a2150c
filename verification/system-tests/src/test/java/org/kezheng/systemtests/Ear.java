package org.kezheng.systemtests;

import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.telephony.RtpPeer;

/// Waits for what somebody hears, among whatever else is heard with it.
final class Ear {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private Ear() {}

    static void awaitHears(RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " Hz is heard",
                SOON,
                () -> ear.heardWithin(MOMENT),
                heard -> heard.carriesTone(hertz));
    }

    /// Long enough that a recording of it can be known by the tone, which is heard without any other.
    static void awaitListensTo(RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " Hz is heard for a while",
                SOON,
                () -> ear.heardWithin(MOMENT),
                heard -> heard.isMostlyTone(hertz));
    }

    static void awaitHeardNoMore(RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " Hz is heard no more",
                SOON,
                () -> ear.heardWithin(MOMENT),
                heard -> !heard.carriesTone(hertz));
    }
}
