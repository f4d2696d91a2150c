package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;
import static org.kezheng.systemtests.Ear.awaitHeardNoMore;
import static org.kezheng.systemtests.Ear.awaitHears;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.RtpPeer;
import org.kezheng.testkit.telephony.Sound;
import tools.jackson.databind.JsonNode;

/// What an agent with a desk phone does within a talk by the platform alone: hold, mute, keys. Who hears what is
/// told by tones.
@ExtendWith(SharedCallCentre.class)
class HoldIT {
    private static final double CALLERS_TONE = 440;
    private static final double CALLERS_LATER_TONE = 600;
    private static final double AGENTS_TONE = 1_000;
    private static final double MUTED_TONE = 1_300;
    private static final double LATER_TONE = 1_500;
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int RIGHT = 1;
    private static final int LEFT = 0;
    /// Long enough to be found by no chance.
    private static final String PIN = "47110836295174";

    private final CallCentre centre;

    HoldIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void mutedAgentIsHeardByNobodyNorRecordedAndHearsTheCaller() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            assertThat(isMuted(agent, call)).isFalse();
            assertThat(act(agent, "POST", call, "mute")
                            .expect(200)
                            .json()
                            .path("muted")
                            .asBoolean())
                    .isTrue();
            phone.sound().speak(MUTED_TONE);
            call.sound().speak(CALLERS_LATER_TONE);
            awaitHears(phone.sound(), CALLERS_LATER_TONE);
            awaitHeardNoMore(call.sound(), AGENTS_TONE);
            staysUnheard(call.sound(), MUTED_TONE);
            // Whoever opens the desk anew is told by the PBX.
            assertThat(isMuted(agent, call)).isTrue();

            // The mute is the leg's: a hold and its end do not lift it.
            act(agent, "POST", call, "hold").expect(200);
            awaitMusicOnly(call.sound());
            act(agent, "DELETE", call, "hold").expect(200);
            awaitHears(phone.sound(), CALLERS_LATER_TONE);
            staysUnheard(call.sound(), MUTED_TONE);

            phone.sound().speak(LATER_TONE);
            act(agent, "DELETE", call, "mute").expect(200);
            awaitHears(call.sound(), LATER_TONE);
            pass(MOMENT);
            assertThat(isMuted(agent, call)).isFalse();
            end(agent, call);
            Sound agents = recorded(call, RIGHT);
            assertThat(agents.hasTone(AGENTS_TONE)).isTrue();
            assertThat(agents.hasTone(LATER_TONE)).isTrue();
            assertThat(agents.hasTone(MUTED_TONE)).isFalse();
            assertThat(recorded(call, LEFT).hasTone(CALLERS_LATER_TONE)).isTrue();
            assertThat(ledger(call)).contains("talk.muted", "talk.unmuted");
        }
    }

    @Test
    void heldCallerHearsMusicAndNotTheAgentWhoHearsNothing() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            JsonNode held = act(agent, "POST", call, "hold").expect(200).json();
            assertThat(held.path("held").asBoolean()).isTrue();
            awaitMusicOnly(call.sound());
            awaitHeardNoMore(phone.sound(), CALLERS_TONE);
            assertThat(call.sound().heardWithin(MOMENT).carriesTone(AGENTS_TONE))
                    .isFalse();
            // Asking again changes nothing.
            act(agent, "POST", call, "hold").expect(200);
            assertThat(refusal(press(agent, call, "1"))).isEqualTo("talk.held");
            assertThat(act(agent, "DELETE", call, "hold")
                            .expect(200)
                            .json()
                            .path("held")
                            .asBoolean())
                    .isFalse();
            awaitHears(call.sound(), AGENTS_TONE);
            awaitHears(phone.sound(), CALLERS_TONE);
            end(agent, call);
            assertThat(centre.awaitRecord(call).path("holdMillis").asLong()).isPositive();
        }
    }

    @Test
    void keysReachTheCallerAsEventsAndStandNowhere() throws IOException {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = talk(agent, phone)) {
            assertThat(press(agent, call, PIN).expect(200).json().path("count").asInt())
                    .isEqualTo(PIN.length());
            press(agent, call, "*#").expect(200);
            Await.until("the keys arrive", SOON, () -> call.sound().keysHeard(), (PIN + "*#")::equals);
            assertThat(phone.sound().keysHeard()).isEmpty();
            Answer wrong = press(agent, call, "12a");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.json().path("field").asString()).isEqualTo("keys");
            assertThat(wrong.text()).doesNotContain("12a");
            end(agent, call);
            assertThat(CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=call&id=" + call.id()))
                            .filter(entry -> entry.path("action").asString().equals("talk.keys-pressed"))
                            .map(entry -> entry.at("/facts/count").asString()))
                    .containsExactlyInAnyOrder(Integer.toString(PIN.length()), "2");
            recorded(call, LEFT);
            assertThat(filesWith(PIN)).isEmpty();
        }
    }

    @Test
    void nobodyMutesOrPressesInAnotherAgentsTalk() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                PhoneAgent other = centre.agent("agent2", phone);
                IncomingCall call = talk(agent, phone)) {
            assertThat(act(other, "POST", call, "mute").status()).isEqualTo(404);
            assertThat(act(other, "POST", call, "hold").status()).isEqualTo(404);
            assertThat(press(other, call, "1").status()).isEqualTo(404);
            assertThat(isMuted(agent, call)).isFalse();
            end(agent, call);
        }
    }

    private IncomingCall talk(PhoneAgent agent, AgentPhone phone) {
        phone.sound().speak(AGENTS_TONE);
        IncomingCall call = centre.dial("support");
        call.sound().speak(CALLERS_TONE);
        agent.awaitState("talking");
        awaitHears(call.sound(), AGENTS_TONE);
        awaitHears(phone.sound(), CALLERS_TONE);
        return call;
    }

    private static void end(PhoneAgent agent, IncomingCall call) {
        call.hangUp();
        agent.awaitState("wrap-up");
        agent.wrapUp(call, "resolved", "").expect(200);
    }

    private static Answer act(PhoneAgent agent, String method, IncomingCall call, String what) {
        return agent.api().send(method, "/api/calls/" + call.id() + "/" + what, Map.of());
    }

    private static Answer press(PhoneAgent agent, IncomingCall call, String keys) {
        return agent.api().send("POST", "/api/calls/" + call.id() + "/keys", Map.of("keys", keys));
    }

    private static boolean isMuted(PhoneAgent agent, IncomingCall call) {
        return agent.api()
                .read("/api/calls/" + call.id() + "/mute")
                .path("muted")
                .asBoolean();
    }

    private static String refusal(Answer answer) {
        assertThat(answer.status()).isEqualTo(409);
        return answer.json().path("rule").asString();
    }

    private Stream<String> ledger(IncomingCall call) {
        return CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=call&id=" + call.id()))
                .map(entry -> entry.path("action").asString());
    }

    private Sound recorded(IncomingCall call, int channel) {
        Await.until(
                "the recording is stored",
                SOON,
                () -> centre.record(call).at("/talks/0/state").asString(),
                "stored"::equals);
        return Sound.ofWav(
                centre.supervisor()
                        .download("/api/calls/" + call.id() + "/recording", "")
                        .expect(200)
                        .bytes(),
                channel);
    }

    /// Data and logs, of the platform, the PBX and the database alike.
    private List<Path> filesWith(String text) throws IOException {
        List<Path> read = new ArrayList<>(files(centre.status().dataDir()));
        read.addAll(files(centre.status().logDir()));
        assertThat(read).isNotEmpty();
        return read.stream().filter(file -> holds(file, text)).toList();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }

    /// For a good while, in which the other direction shows that sound goes through.
    private static void staysUnheard(RtpPeer ear, double tone) {
        long since = System.nanoTime();
        pass(MOMENT.multipliedBy(2));
        assertThat(ear.heardSince(since).carriesTone(tone)).isFalse();
    }

    /// What is said meanwhile is what a test listens to afterwards.
    private static void pass(Duration time) {
        long since = System.nanoTime();
        Await.until("some time passes", SOON, () -> System.nanoTime() - since > time.toNanos());
    }

    private static void awaitMusicOnly(RtpPeer ear) {
        Await.until(
                "music is heard, and no agent",
                SOON,
                () -> ear.heardWithin(MOMENT),
                heard -> heard.isAudible() && !heard.hasTone(AGENTS_TONE) && !heard.hasTone(MUTED_TONE));
    }
}
