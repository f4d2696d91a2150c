package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;
import static org.kezheng.systemtests.Ear.awaitHears;

import java.time.Duration;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.RtpPeer;

/// A talk of a caller, an agent and somebody outside, each with a tone of their own: who is with whom, and who is
/// aside.
final class HandOutTalk {
    static final double CALLERS_TONE = 440;
    static final double AGENTS_TONE = 1_000;
    static final double PARTNERS_TONE = 1_300;
    static final Duration MOMENT = Duration.ofSeconds(1);

    private HandOutTalk() {}

    /// The caller comes to the agent, who is ready, and the two hear each other.
    static IncomingCall talk(CallCentre centre, String caller, PhoneAgent agent, AgentPhone phone) {
        phone.sound().speak(AGENTS_TONE);
        IncomingCall call = centre.dial("support", caller);
        call.sound().speak(CALLERS_TONE);
        agent.awaitState("talking");
        awaitHears(call.sound(), AGENTS_TONE);
        awaitHears(phone.sound(), CALLERS_TONE);
        return call;
    }

    static void staysUnheard(RtpPeer ear, double hertz) {
        assertThat(ear.heardWithin(MOMENT).carriesTone(hertz)).isFalse();
    }

    static void awaitConsultation(PhoneAgent agent, String state) {
        Await.until(
                "the partner is " + state,
                SOON,
                () -> agent.view().at("/consultation/state").asString(""),
                state::equals);
    }

    static void awaitBack(PhoneAgent agent, AgentPhone phone, IncomingCall call) {
        Await.until(
                "nobody outside is called",
                SOON,
                agent::view,
                view -> view.path("consultation").isNull() && !view.path("held").asBoolean());
        // What was heard before does not count.
        long since = System.nanoTime();
        Await.until("a moment passes", SOON, () -> System.nanoTime() - since > MOMENT.toNanos());
        awaitHears(call.sound(), AGENTS_TONE);
        awaitHears(phone.sound(), CALLERS_TONE);
    }

    static void end(PhoneAgent agent, IncomingCall call) {
        call.hangUp();
        agent.awaitState("wrap-up");
        agent.wrapUp(call, "resolved", "").expect(200);
    }

    static void awaitMusicOnly(RtpPeer ear) {
        Await.until(
                "only music is heard",
                SOON,
                () -> ear.heardWithin(MOMENT),
                heard -> heard.isAudible()
                        && !heard.carriesTone(AGENTS_TONE)
                        && !heard.carriesTone(PARTNERS_TONE)
                        && !heard.carriesTone(CALLERS_TONE));
    }
}
