package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.telephony.AgentPhone;

/// A telephone that sends a call on by itself, to a number outside, gets nowhere: only the gate lets legs out,
/// even where the client may call outside.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneDivertIT {
    private static final double CALLERS_TONE = 440;
    private static final double AGENTS_TONE = 1_000;
    private static final String OUTSIDE = "13355558888";
    private static final int DECLINED = 603;

    private final CallCentre centre = CallCentre.open();

    @BeforeAll
    void letTheClientCallOutside() {
        OpenedGate.open(centre);
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void phoneThatDivertsItsCallsOutsideLeavesTheCallerToSomebodyElse() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone diverting = AgentPhone.divertingTo(
                        "sip:" + OUTSIDE + "@" + centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent3", diverting).ready();
                PhoneAgent other = centre.agent("agent1", phone);
                IncomingCall call = centre.dial("support")) {
            int decisions = decisions();
            diverting.awaitInvitation(1, SOON);
            Await.until(
                    "the offer has come to nothing", SOON, () -> !agent.state().equals("ringing"));
            assertThat(centre.stage(call)).isEqualTo("waiting");
            onlyLegs(1);
            other.ready().awaitState("talking");
            phone.sound().speak(AGENTS_TONE);
            Ear.awaitHears(call.sound(), AGENTS_TONE);
            onlyLegs(2);
            call.hangUp();
            other.awaitState("wrap-up");
            other.wrapUp(call, "resolved", "").expect(200);
            assertThat(carrier.invitations()).isEmpty();
            assertThat(decisions()).isEqualTo(decisions);
            assertThat(centre.awaitRecord(call).path("agent").asString()).isEqualTo("agent1");
        }
    }

    @Test
    void phoneThatRefersTheCallerOutsideIsRefusedAndTheTalkGoesOn() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.referringTo(
                        "sip:" + OUTSIDE + "@" + centre.status().sipIn());
                PhoneAgent agent = centre.agent("agent3", phone).ready();
                IncomingCall call = centre.dial("support")) {
            int decisions = decisions();
            agent.awaitState("talking");
            phone.sound().speak(AGENTS_TONE);
            call.sound().speak(CALLERS_TONE);
            Ear.awaitHears(call.sound(), AGENTS_TONE);

            assertThat(phone.refer()).isEqualTo(DECLINED);
            long later = System.nanoTime();
            Await.until(
                    "both hear each other still",
                    SOON,
                    () -> call.sound().heardSince(later).hasTone(AGENTS_TONE)
                            && phone.sound().heardSince(later).hasTone(CALLERS_TONE));
            onlyLegs(2);
            assertThat(agent.state()).isEqualTo("talking");
            phone.hangUp();
            call.awaitHungUp(SOON);
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            assertThat(carrier.invitations()).isEmpty();
            assertThat(decisions()).isEqualTo(decisions);
            assertThat(centre.awaitRecord(call).path("outsideLegs")).isEmpty();
        }
    }

    /// So many channels are on the PBX, and none of them leads to a carrier. The platform's own calls are left out.
    private void onlyLegs(int count) {
        Await.until(
                "there are " + count + " legs",
                SOON,
                () -> centre.pbxChannels().stream()
                        .filter(line -> !line.contains("kezheng-probe"))
                        .filter(line -> !line.contains("4990"))
                        .toList(),
                lines -> lines.size() == count && lines.stream().noneMatch(line -> line.contains("trunk-out")));
    }

    private int decisions() {
        return centre.auditor().read("/api/gate/decisions").path("items").size();
    }
}
