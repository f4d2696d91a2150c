package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.LiveSocket;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Sound;
import tools.jackson.databind.JsonNode;

/// An agent pauses the recording: both sides are silent in it meanwhile, in step, and marked; on the line they are not.
@ExtendWith(SharedCallCentre.class)
class PauseIT {
    private static final double BEFORE = 440;
    private static final double SECRET = 700;
    private static final double BETWEEN = 850;
    private static final double AFTER = 600;
    private static final double AGENT_BEFORE = 1_000;
    private static final double AGENT_SECRET = 1_300;
    private static final double AGENT_BETWEEN = 1_150;
    private static final double AGENT_AFTER = 1_500;
    private static final Duration MOMENT = Duration.ofMillis(1_200);
    private static final long TOLERANCE_MILLIS = 700;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    private final CallCentre centre;

    PauseIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void aPauseIsSilenceInTheRecordingOfBothSidesAndIsMarked() {
        String call;
        Instant pausedAt;
        Instant resumedAt;
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                LiveSocket desk = agent.api().live();
                PhoneAgent other = centre.agent("agent2", phone);
                IncomingCall incoming = centre.dial("support")) {
            agent.awaitState("talking");
            call = incoming.id();
            speak(incoming, phone, BEFORE, AGENT_BEFORE);
            assertThat(act(other, call, "pause").status()).isEqualTo(409);
            pausedAt = Instant.now();
            JsonNode paused = act(agent, call, "pause").expect(200).json();
            assertThat(paused.path("paused").asBoolean()).isTrue();
            assertThat(Instant.parse(paused.path("until").asString())).isAfter(Instant.now());
            desk.awaitChanges("recording-pause", 1, SOON);
            speak(incoming, phone, SECRET, AGENT_SECRET);
            assertThat(agent.api()
                            .read("/api/calls/" + call + "/recording/pause")
                            .path("paused")
                            .asBoolean())
                    .isTrue();
            // What is said while the order is on its way may stand in the recording.
            speak(incoming, phone, BETWEEN, AGENT_BETWEEN);
            assertThat(act(agent, call, "resume")
                            .expect(200)
                            .json()
                            .path("paused")
                            .asBoolean())
                    .isFalse();
            resumedAt = Instant.now();
            speak(incoming, phone, AFTER, AGENT_AFTER);
            incoming.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(incoming, "resolved", "").expect(200);
            assertThat(act(agent, call, "pause").json().path("rule").asString()).isEqualTo("recording.no-talk");
        }
        JsonNode talk = Await.until(
                "the recording is stored",
                SOON,
                () -> centre.supervisor().read("/api/calls/" + call).at("/talks/0"),
                told -> told.path("state").asString().equals("stored"));
        soundsAsItWasPaused(call);
        JsonNode gap = talk.at("/gaps/0");
        Instant begin = Instant.parse(talk.path("startedAt").asString());
        assertThat(talk.path("gaps").size()).isEqualTo(1);
        assertThat(gap.path("endedBy").asString()).isEqualTo("agent");
        assertThat(gap.path("fromMillis").asLong())
                .isBetween(millis(begin, pausedAt) - TOLERANCE_MILLIS, millis(begin, pausedAt) + TOLERANCE_MILLIS);
        assertThat(gap.path("toMillis").asLong())
                .isBetween(millis(begin, resumedAt) - TOLERANCE_MILLIS, millis(begin, resumedAt) + TOLERANCE_MILLIS);
        assertThat(CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=call&id=" + call))
                        .filter(entry -> entry.path("action").asString().equals("recording.paused"))
                        .map(entry -> entry.path("actor").asString() + " "
                                + entry.path("role").asString()))
                .containsExactly("agent1 agent");
    }

    private void soundsAsItWasPaused(String call) {
        byte[] wav = centre.supervisor()
                .download("/api/calls/" + call + "/recording", "")
                .expect(200)
                .bytes();
        Sound left = Sound.ofWav(wav, LEFT);
        Sound right = Sound.ofWav(wav, RIGHT);
        assertThat(left.hasTone(BEFORE)).isTrue();
        assertThat(left.hasTone(AFTER)).isTrue();
        assertThat(left.hasTone(SECRET)).isFalse();
        assertThat(right.hasTone(AGENT_BEFORE)).isTrue();
        assertThat(right.hasTone(AGENT_AFTER)).isTrue();
        assertThat(right.hasTone(AGENT_SECRET)).isFalse();
        assertThat(left.length()).isEqualTo(right.length()).isGreaterThan(MOMENT.multipliedBy(3));
        // After the silence both come back at about the same place: nothing was left out on one side alone.
        assertThat(left.beginOfTone(AFTER).minus(right.beginOfTone(AGENT_AFTER)).abs())
                .isLessThan(Duration.ofMillis(TOLERANCE_MILLIS));
    }

    private static Answer act(PhoneAgent agent, String call, String what) {
        return agent.api().send("POST", "/api/calls/" + call + "/recording/" + what, Map.of());
    }

    /// Both hear each other's new tone, for a moment: on the line nothing is paused.
    private static void speak(IncomingCall incoming, AgentPhone phone, double caller, double agent) {
        incoming.sound().speak(caller);
        phone.sound().speak(agent);
        long since = System.nanoTime();
        Await.until(
                "both hear each other",
                SOON,
                () -> System.nanoTime() - since > MOMENT.toNanos()
                        && phone.sound().heardWithin(MOMENT).hasTone(caller)
                        && incoming.sound().heardWithin(MOMENT).hasTone(agent));
    }

    private static long millis(Instant from, Instant to) {
        return Duration.between(from, to).toMillis();
    }
}
