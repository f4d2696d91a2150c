package org.kezheng.testkit.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kezheng.testkit.await.Await;

/// Caller and phone speak to each other without a PBX between them: what they see in a test is then the PBX's doing.
class TelephonesTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofMillis(400);

    @Test
    void callerAndPhoneHearEachOtherUntilTheCallerHangsUp() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                Caller caller = Caller.dial(phone.address(), "13800138000", "4001")) {
            caller.sound().speak(440);
            phone.sound().speak(1_000);
            Await.until(
                    "the phone hears the caller",
                    SOON,
                    () -> phone.sound().heardWithin(MOMENT).hasTone(440));
            Await.until(
                    "the caller hears the phone",
                    SOON,
                    () -> caller.sound().heardWithin(MOMENT).hasTone(1_000));
            assertThat(phone.sound().heardWithin(MOMENT).hasTone(1_000)).isFalse();
            caller.hangUp();
            caller.awaitOver();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void phoneHangsUpOnDemandAndTakesTheNextCall() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO)) {
            for (int call = 1; call <= 2; call++) {
                try (Caller caller = Caller.dial(phone.address(), "13800138000", "4001")) {
                    phone.awaitAnswered(call, SOON);
                    // Each side stamps a message when it writes its trace, which may be after the other has read it.
                    assertThat(phone.hangUp())
                            .isBeforeOrEqualTo(caller.awaitHungUp(SOON).plus(MOMENT));
                    caller.awaitOver();
                }
            }
            assertThat(phone.invitations()).hasSize(2);
            assertThat(phone.complaints()).isEmpty();
        }
    }

    @Test
    void silenceIsNoTone() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                Caller caller = Caller.dial(phone.address(), "13800138000", "4001")) {
            long answered = System.nanoTime();
            Await.until("silence arrives", SOON, () -> phone.sound().packetsSince(answered) > 25);
            assertThat(phone.sound().heardSince(answered).isSilent()).isTrue();
            assertThat(phone.sound().heardSince(answered).hasTone(440)).isFalse();
            assertThat(caller.isConnected()).isTrue();
        }
    }
}
