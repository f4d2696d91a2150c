package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.RtpPeer;
import org.kezheng.testkit.telephony.Sound;
import tools.jackson.databind.JsonNode;

/// A supervisor listens in to a talk: who hears whom is heard by their tones.
@ExtendWith(SharedCallCentre.class)
class ListeningIT {

    private static final double CALLERS_TONE = 440;
    private static final double AGENTS_TONE = 1_000;
    private static final double SECOND_TONE = 1_300;
    private static final double SUPERVISORS_TONE = 1_700;
    private static final int LEFT = 0;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final CallCentre centre;

    ListeningIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void whisperIsHeardByTheAgentAloneAndChangesWithoutAGap() {
        JsonNode before = supportQueue();
        try (Floor floor = new Floor();
                IncomingCall call = floor.talk()) {
            floor.acknowledge();
            JsonNode listening = floor.listen(call, "listen").expect(200).json();
            assertThat(listening.path("agent").asString()).isEqualTo("agent1");
            awaitCarries(floor.ear(), CALLERS_TONE);
            awaitCarries(floor.ear(), AGENTS_TONE);
            assertThat(listeners(call)).containsExactly("supervisor1 listen listening");
            neverHeard(floor, call, MOMENT.multipliedBy(2));

            long changed = System.nanoTime();
            floor.listen(call, "whisper").expect(200);
            awaitCarries(floor.agentsPhone.sound(), SUPERVISORS_TONE);
            assertThat(call.sound().heardSince(changed).carriesTone(SUPERVISORS_TONE))
                    .as("the caller hears the whisper")
                    .isFalse();
            assertThat(listeners(call)).containsExactly("supervisor1 whisper listening");

            floor.listen(call, "barge").expect(200);
            awaitCarries(call.sound(), SUPERVISORS_TONE);
            awaitCarries(floor.agentsPhone.sound(), SUPERVISORS_TONE);
            floor.listen(call, "listen").expect(200);
            awaitNoMore(call.sound(), SUPERVISORS_TONE);
            awaitNoMore(floor.agentsPhone.sound(), SUPERVISORS_TONE);
            awaitCarries(floor.ear(), CALLERS_TONE);
            assertThat(floor.ear().longestGap(changed, System.nanoTime()))
                    .as("what the supervisor hears has no gap over all changes")
                    .isLessThan(Duration.ofMillis(200));
            assertThat(floor.supervisorsPhone.invitations())
                    .as("the supervisor's phone was called once")
                    .hasSize(1);

            call.hangUp();
            floor.agent.awaitState("wrap-up");
            awaitLegs(0);
            floor.agent.wrapUp(call, "resolved", "").expect(200);
            JsonNode record = centre.awaitRecord(call);
            assertThat(CallCentre.stream(record.path("offers"))).hasSize(1);
            assertThat(CallCentre.stream(record.path("talks"))).hasSize(1);
            Sound caller = Sound.ofWav(recording(call), LEFT);
            assertThat(caller.carriesTone(CALLERS_TONE)).isTrue();
            assertThat(caller.carriesTone(SUPERVISORS_TONE))
                    .as("the supervisor is recorded as the caller")
                    .isFalse();
            Await.until("the end is entered", SOON, () -> acts(call).contains("call.listening-ended listen"));
            assertThat(acts(call))
                    .containsSubsequence(
                            "call.listening-begun listen",
                            "call.listening-changed whisper",
                            "call.listening-changed barge",
                            "call.listening-changed listen",
                            "call.listening-ended listen");
            JsonNode end = entries(call).getLast();
            assertThat(end.path("actor").asString()).isEqualTo("supervisor1");
            assertThat(end.at("/facts/until").asString())
                    .isGreaterThan(end.at("/facts/from").asString());
        }
        JsonNode after = supportQueue();
        assertThat(after.path("offeredToday").asInt()
                        - before.path("offeredToday").asInt())
                .isEqualTo(1);
        assertThat(after.path("answeredToday").asInt()
                        - before.path("answeredToday").asInt())
                .isEqualTo(1);
    }

    @Test
    void whoWasNotToldIsNotListenedTo() {
        try (Floor floor = new Floor("agent3");
                IncomingCall call = floor.talk()) {
            assertThat(rule(floor.listen(call, "listen"), 409)).isEqualTo("listening.notice");
            assertThat(floor.supervisorsPhone.invitations()).isEmpty();
            JsonNode notice = floor.agent.api().read("/api/agent/notice");
            assertThat(notice.path("zh").asString()).contains("监听");
            assertThat(notice.path("acknowledgedAt").isNull()).isTrue();
            int version = notice.path("version").asInt();
            assertThat(rule(floor.agent.api().send("POST", "/api/agent/notice", Map.of("version", version + 1)), 400))
                    .isEqualTo("notice.version");
            floor.acknowledge();
            assertThat(floor.agent
                            .api()
                            .read("/api/agent/notice")
                            .path("acknowledgedAt")
                            .asString())
                    .isNotEmpty();
            floor.listen(call, "listen").expect(200);
            awaitCarries(floor.ear(), CALLERS_TONE);
            assertThat(rule(floor.listen(call, "shout"), 400)).isEqualTo("listening.mode");
            assertThat(rule(centre.supervisor().send("POST", "/api/calls/7/listening", Map.of("mode", "listen")), 404))
                    .isEqualTo("call.unknown");
            centre.supervisor().send("DELETE", path(call), Map.of()).expect(204);
            awaitLegs(0);
            assertThat(listeners(call)).isEmpty();
            awaitCarries(call.sound(), AGENTS_TONE);
            call.hangUp();
            floor.wrapUp(call);
        }
    }

    @Test
    void listenerKeepsNoCallAliveAndGoesWithTheSignIn() {
        try (Floor floor = new Floor();
                IncomingCall call = floor.talk()) {
            floor.acknowledge();
            floor.listen(call, "barge").expect(200);
            awaitCarries(call.sound(), SUPERVISORS_TONE);
            floor.agentsPhone.hangUp();
            call.awaitHungUp(SOON);
            awaitLegs(0);
            floor.wrapUp(call);
        }
        try (Floor floor = new Floor();
                IncomingCall call = floor.talk();
                ApiClient other = centre.signIn("supervisor1")) {
            other.send("POST", path(call), Map.of("mode", "listen")).expect(200);
            awaitCarries(floor.ear(), CALLERS_TONE);
            other.signOut();
            awaitLegs(0);
            awaitCarries(call.sound(), AGENTS_TONE);
            Await.until("the end is entered", SOON, () -> acts(call).contains("call.listening-ended listen"));
            assertThat(entries(call).getLast().at("/facts/ended-by").asString()).isEqualTo("session");
            call.hangUp();
            floor.wrapUp(call);
        }
    }

    @Test
    void listenerIsEndedByTheNextStartOfThePlatform() {
        try (Floor floor = new Floor();
                IncomingCall call = floor.talk()) {
            floor.acknowledge();
            floor.listen(call, "listen").expect(200);
            awaitCarries(floor.ear(), CALLERS_TONE);
            Installation.kill(centre.status().platformPid());
            centre.up();
            awaitLegs(0);
            awaitCarries(call.sound(), AGENTS_TONE);
            Await.until(
                    "the end is entered",
                    SOON,
                    () -> entries(call)
                            .getLast()
                            .at("/facts/ended-by")
                            .asString()
                            .equals("restart"));
            assertThat(listeners(call)).isEmpty();
            call.hangUp();
            floor.wrapUp(call);
        }
    }

    @Test
    void supervisorBargesIntoATalkOfThreeAndWhispersOnceItsPartiesMove() {
        try (Floor floor = new Floor();
                AgentPhone secondPhone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent second = centre.agent("agent2", secondPhone);
                IncomingCall call = floor.talk()) {
            floor.acknowledge();
            secondPhone.sound().speak(SECOND_TONE);
            String consultation = "/api/calls/" + call.id() + "/consultation";
            floor.agent
                    .api()
                    .send("POST", consultation, Map.of("agent", "agent2"))
                    .expect(200);
            second.awaitState("talking");
            floor.agent
                    .api()
                    .send("POST", consultation + "/conference", Map.of())
                    .expect(200);
            awaitCarries(call.sound(), SECOND_TONE);

            floor.listen(call, "barge").expect(200);
            awaitCarries(call.sound(), SUPERVISORS_TONE);
            awaitCarries(secondPhone.sound(), SUPERVISORS_TONE);
            awaitCarries(floor.agentsPhone.sound(), SUPERVISORS_TONE);
            assertThat(listeners(call)).containsExactly("supervisor1 barge listening");

            floor.agent.api().send("POST", consultation + "/swap", Map.of()).expect(200);
            awaitNoMore(call.sound(), SUPERVISORS_TONE);
            Await.until(
                    "the supervisor whispers", SOON, () -> listeners(call).contains("supervisor1 whisper listening"));
            awaitCarries(floor.agentsPhone.sound(), SUPERVISORS_TONE);
            call.hangUp();
            floor.wrapUp(call);
            awaitLegs(0);
            second.awaitState("not-ready");
        }
    }

    /// An agent with a caller, and a supervisor, each at a phone with a tone of its own.
    private final class Floor implements AutoCloseable {
        final AgentPhone agentsPhone = AgentPhone.answeringAfter(Duration.ZERO);
        final AgentPhone supervisorsPhone = AgentPhone.answeringAfter(Duration.ZERO);
        final PhoneAgent agent;

        Floor() {
            this("agent1");
        }

        Floor(String user) {
            agent = centre.agent(user, agentsPhone);
            centre.supervisor()
                    .send("PUT", "/api/agent/device", Map.of("sip", supervisorsPhone.address()))
                    .expect(200);
        }

        IncomingCall talk() {
            agent.ready();
            IncomingCall call = centre.dial("support");
            call.sound().speak(CALLERS_TONE);
            agentsPhone.sound().speak(AGENTS_TONE);
            supervisorsPhone.sound().speak(SUPERVISORS_TONE);
            agent.awaitState("talking");
            awaitCarries(call.sound(), AGENTS_TONE);
            return call;
        }

        void acknowledge() {
            int version = agent.api().read("/api/agent/notice").path("version").asInt();
            agent.api()
                    .send("POST", "/api/agent/notice", Map.of("version", version))
                    .expect(200);
        }

        Answer listen(IncomingCall call, String mode) {
            Answer answer = centre.supervisor().send("POST", path(call), Map.of("mode", mode));
            if (answer.status() == 200) {
                Await.until(
                        "the supervisor listens",
                        SOON,
                        () -> listeners(call).contains("supervisor1 " + mode + " listening"));
            }
            return answer;
        }

        RtpPeer ear() {
            return supervisorsPhone.sound();
        }

        void wrapUp(IncomingCall call) {
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
        }

        @Override
        public void close() {
            centre.supervisor().send("PUT", "/api/agent/device", Map.of("browser", true));
            agent.close();
            agentsPhone.close();
            supervisorsPhone.close();
        }
    }

    private static String path(IncomingCall call) {
        return "/api/calls/" + call.id() + "/listening";
    }

    private static String rule(Answer answer, int status) {
        return answer.expect(status).json().path("rule").asString();
    }

    /// Who listens, as the supervisor's desk shows it.
    private List<String> listeners(IncomingCall call) {
        return centre.contact(call.id()).stream()
                .flatMap(contact -> CallCentre.stream(contact.path("listeners")))
                .map(listener -> listener.path("user").asString() + " "
                        + listener.path("mode").asString() + " "
                        + listener.path("state").asString())
                .toList();
    }

    /// While the supervisor listens, neither party hears anything of it.
    private static void neverHeard(Floor floor, IncomingCall call, Duration during) {
        long since = System.nanoTime();
        Await.until(
                "some time has passed",
                SOON,
                () -> floor.ear().heardSince(since).length().compareTo(during) > 0);
        assertThat(call.sound().heardSince(since).carriesTone(SUPERVISORS_TONE)).isFalse();
        assertThat(floor.agentsPhone.sound().heardSince(since).carriesTone(SUPERVISORS_TONE))
                .isFalse();
    }

    private static void awaitCarries(RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " is heard",
                SOON,
                () -> ear.heardWithin(MOMENT).carriesTone(hertz));
    }

    private static void awaitNoMore(RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " is heard no more",
                SOON,
                () -> !ear.heardWithin(MOMENT).carriesTone(hertz));
    }

    /// Legs of listeners on the PBX itself.
    private void awaitLegs(int count) {
        Await.until(
                count + " legs listen",
                SOON,
                () -> (int) centre.pbxChannels().stream()
                                .filter(line -> line.contains("kezheng-listening"))
                                .count()
                        == count);
    }

    private List<JsonNode> entries(IncomingCall call) {
        return CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=call&id=" + call.id()))
                .filter(entry -> entry.path("action").asString().startsWith("call.listening"))
                .toList();
    }

    private List<String> acts(IncomingCall call) {
        return entries(call).stream()
                .map(entry -> entry.path("action").asString() + " "
                        + entry.at("/facts/mode").asString())
                .toList();
    }

    private JsonNode supportQueue() {
        return CallCentre.stream(centre.picture().path("queues"))
                .filter(queue -> queue.path("queue").asString().equals("support"))
                .findFirst()
                .orElseThrow();
    }

    private byte[] recording(IncomingCall call) {
        String path = "/api/calls/" + call.id() + "/recording";
        return Await.until(
                        "the talk is stored",
                        SOON,
                        () -> centre.supervisor().download(path, ""),
                        answer -> answer.status() == 200)
                .bytes();
    }
}
