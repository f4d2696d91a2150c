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
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.RtpPeer;
import org.kezheng.testkit.telephony.Sound;
import tools.jackson.databind.JsonNode;

/// An agent asks a colleague about a caller: who hears whom is heard by their tones.
@ExtendWith(SharedCallCentre.class)
class ConsultationIT {

    private static final double CALLERS_TONE = 440;
    private static final double FIRST_TONE = 1_000;
    private static final double SECOND_TONE = 1_300;
    private static final double SECRET = 2_100;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final CallCentre centre;

    ConsultationIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void colleagueIsAskedWhileTheCallerHearsMusicAndKeepsTheCallerInTheEnd() {
        JsonNode before = supportQueue();
        try (Three three = three();
                IncomingCall call = three.talk()) {
            consult(three, call);
            awaitHears(three.secondPhone.sound(), FIRST_TONE);
            awaitHears(three.firstPhone.sound(), SECOND_TONE);
            awaitMusicOnly(call.sound());
            assertThat(consultation(three)).isEqualTo("consulting agent2");

            act(three, call, "POST", "/swap").expect(200);
            awaitHears(call.sound(), FIRST_TONE);
            awaitMusicOnly(three.secondPhone.sound());
            Ear.awaitListensTo(three.firstPhone.sound(), CALLERS_TONE);
            awaitHeardNoMore(three.firstPhone.sound(), SECOND_TONE);
            assertThat(consultation(three)).isEqualTo("with-caller agent2");

            act(three, call, "POST", "/swap").expect(200);
            awaitHears(three.secondPhone.sound(), FIRST_TONE);
            awaitMusicOnly(call.sound());

            act(three, call, "POST", "/completion").expect(200);
            awaitHears(call.sound(), SECOND_TONE);
            Ear.awaitListensTo(three.secondPhone.sound(), CALLERS_TONE);
            awaitHeardNoMore(call.sound(), FIRST_TONE);
            three.first.awaitState("wrap-up");
            JsonNode second = three.second.awaitState("talking");
            assertThat(second.path("call").asString()).isEqualTo(call.id());
            three.first.wrapUp(call, "resolved", "").expect(200);
            call.hangUp();
            three.second.awaitState("wrap-up");
            three.second.wrapUp(call, "resolved", "").expect(200);

            JsonNode record = centre.awaitRecord(call);
            assertThat(record.path("outcome").asString()).isEqualTo("answered");
            assertThat(record.path("agent").asString()).isEqualTo("agent2");
            assertThat(offers(record)).containsExactly("agent1 answered", "agent2 answered");
            assertThat(CallCentre.stream(record.path("consultations")).map(ConsultationIT::offers))
                    .containsExactly(List.of("agent2 answered"));
            assertThat(explained(call)).contains("taken-over");
            for (JsonNode offer : record.path("offers")) {
                double agentsTone = offer.path("agent").asString().equals("agent1") ? FIRST_TONE : SECOND_TONE;
                awaitRecorded(call, offer.path("offer").asString(), agentsTone);
            }
        }
        JsonNode after = supportQueue();
        assertThat(after.path("offeredToday").asInt()
                        - before.path("offeredToday").asInt())
                .as("the call counts once")
                .isEqualTo(1);
        assertThat(after.path("answeredToday").asInt()
                        - before.path("answeredToday").asInt())
                .isEqualTo(1);
    }

    @Test
    void threeTalkAndTheTwoGoOnWhenTheAgentHangsUp() {
        try (Three three = three();
                IncomingCall call = three.talk()) {
            consult(three, call);
            awaitHears(three.secondPhone.sound(), FIRST_TONE);
            act(three, call, "POST", "/conference").expect(200);
            awaitBoth(call.sound(), FIRST_TONE, SECOND_TONE);
            awaitBoth(three.firstPhone.sound(), CALLERS_TONE, SECOND_TONE);
            awaitBoth(three.secondPhone.sound(), CALLERS_TONE, FIRST_TONE);
            assertThat(consultation(three)).isEqualTo("conference agent2");
            three.firstPhone.hangUp();
            three.first.awaitState("wrap-up");
            awaitHears(call.sound(), SECOND_TONE);
            awaitHears(three.secondPhone.sound(), CALLERS_TONE);
            assertThat(three.second.view().path("call").asString()).isEqualTo(call.id());
            three.first.wrapUp(call, "resolved", "").expect(200);
            three.secondPhone.hangUp();
            call.awaitHungUp(SOON);
            three.second.awaitState("wrap-up");
            three.second.wrapUp(call, "resolved", "").expect(200);
            JsonNode record = centre.awaitRecord(call);
            assertThat(offers(record)).containsExactly("agent1 answered", "agent2 answered");
            String first = record.path("offers").path(0).path("offer").asString();
            Sound heard = Sound.ofWav(recording(call.id(), first), LEFT);
            assertThat(heard.carriesTone(CALLERS_TONE)).isTrue();
            assertThat(heard.carriesTone(SECOND_TONE)).isTrue();
        }
    }

    @Test
    void aPauseInAConferenceIsSilenceInTheColleaguesRecordingToo() {
        try (Three three = three();
                IncomingCall call = three.talk()) {
            consult(three, call);
            awaitHears(three.secondPhone.sound(), FIRST_TONE);
            act(three, call, "POST", "/conference").expect(200);
            awaitBoth(three.secondPhone.sound(), CALLERS_TONE, FIRST_TONE);
            String inner = three.second.view().path("call").asString();
            String pause = "/api/calls/" + call.id() + "/recording/pause";
            three.first.api().send("POST", pause, Map.of()).expect(200);
            call.sound().speak(SECRET);
            Await.until(
                    "the colleague hears what is in no recording",
                    SOON,
                    () -> three.secondPhone.sound().heardWithin(MOMENT).carriesTone(SECRET));
            assertThat(three.second
                            .api()
                            .read("/api/calls/" + inner + "/recording/pause")
                            .path("paused")
                            .asBoolean())
                    .isTrue();
            call.sound().speak(CALLERS_TONE);
            awaitBoth(three.secondPhone.sound(), CALLERS_TONE, FIRST_TONE);
            String resume = "/api/calls/" + inner + "/recording/resume";
            three.second.api().send("POST", resume, Map.of()).expect(200);
            assertThat(three.first.api().read(pause).path("paused").asBoolean()).isFalse();
            call.hangUp();
            three.first.awaitState("wrap-up");
            three.first.wrapUp(call, "resolved", "").expect(200);
            JsonNode record = centre.awaitRecord(call);
            assertThat(record.at("/consultations/0/call").asString()).isEqualTo(inner);
            hasNoSecret(recording(call.id(), record.at("/offers/0/offer").asString()));
            hasNoSecret(recording(
                    inner, record.at("/consultations/0/offers/0/offer").asString()));
        }
    }

    private static void hasNoSecret(byte[] wav) {
        assertThat(Sound.ofWav(wav, LEFT).carriesTone(CALLERS_TONE)
                        || Sound.ofWav(wav, LEFT).carriesTone(FIRST_TONE))
                .as("what was said outside the pause is there")
                .isTrue();
        assertThat(Sound.ofWav(wav, LEFT).carriesTone(SECRET)).isFalse();
        assertThat(Sound.ofWav(wav, RIGHT).carriesTone(SECRET)).isFalse();
    }

    @Test
    void colleagueWhoDeclinesOrHangsUpLeavesTheAgentWithTheCaller() {
        try (Three three = three();
                AgentPhone declining = AgentPhone.declining();
                IncomingCall call = three.talk()) {
            three.second
                    .api()
                    .send("PUT", "/api/agent/device", Map.of("sip", declining.address()))
                    .expect(200);
            consult(three, call);
            declining.awaitInvitation(1, SOON);
            awaitBack(three, call);
            three.second
                    .api()
                    .send("PUT", "/api/agent/device", Map.of("sip", three.secondPhone.address()))
                    .expect(200);
            consult(three, call);
            awaitHears(three.secondPhone.sound(), FIRST_TONE);
            three.secondPhone.hangUp();
            awaitBack(three, call);
            assertThat(three.second.awaitState("not-ready").path("call").isNull())
                    .isTrue();
            consult(three, call);
            three.second.awaitState("talking");
            awaitHears(three.secondPhone.sound(), FIRST_TONE);
            act(three, call, "DELETE", "").expect(200);
            awaitBack(three, call);
            three.second.awaitState("not-ready");
            call.hangUp();
            three.first.awaitState("wrap-up");
            three.first.wrapUp(call, "resolved", "").expect(200);
            assertThat(CallCentre.stream(centre.awaitRecord(call).path("consultations"))
                            .map(ConsultationIT::offers))
                    .containsExactly(
                            List.of("agent2 declined"), List.of("agent2 answered"), List.of("agent2 answered"));
        }
    }

    @Test
    void callerWhoHangsUpDuringTheConsultationLeavesNobodyBehind() {
        try (Three three = three();
                IncomingCall call = three.talk()) {
            consult(three, call);
            awaitHears(three.secondPhone.sound(), FIRST_TONE);
            call.hangUp();
            three.first.awaitState("wrap-up");
            three.second.awaitState("not-ready");
            three.first.wrapUp(call, "resolved", "").expect(200);
            assertThat(centre.awaitRecord(call).path("agent").asString()).isEqualTo("agent1");
            Await.until("all legs are over", SOON, () -> legsInCalls() == 0);
        }
    }

    @Test
    void queueIsConsultedByWhoeverIsReadyInItAndRefusalsSayWhy() {
        try (Three three = three();
                IncomingCall call = three.talk()) {
            assertThat(rule(begin(three, call, Map.of("queue", "support")), 409))
                    .isEqualTo("consultation.nobody-ready");
            assertThat(rule(begin(three, call, Map.of("queue", "nowhere")), 400))
                    .isEqualTo("transfer.queue");
            assertThat(rule(begin(three, call, Map.of("agent", "nobody")), 400)).isEqualTo("transfer.agent");
            assertThat(rule(begin(three, call, Map.of("agent", "agent1")), 400)).isEqualTo("transfer.self");
            assertThat(rule(begin(three, call, Map.of()), 400)).isEqualTo("transfer.target");
            assertThat(rule(begin(three, call, Map.of("agent", "agent2", "queue", "support")), 400))
                    .isEqualTo("transfer.target");
            for (String act : List.of("/swap", "/conference", "/completion")) {
                assertThat(rule(act(three, call, "POST", act), 409)).isEqualTo("consultation.none");
                assertThat(rule(three.second.api().send("POST", path(call, act), Map.of()), 404))
                        .isEqualTo("call.unknown");
            }
            assertThat(rule(act(three, call, "DELETE", ""), 409)).isEqualTo("consultation.none");
            assertThat(rule(
                            three.first
                                    .api()
                                    .send("POST", "/api/calls/nonsense/consultation", Map.of("agent", "agent2")),
                            404))
                    .isEqualTo("call.unknown");
            awaitHears(call.sound(), FIRST_TONE);

            three.second.ready();
            begin(three, call, Map.of("queue", "support")).expect(200);
            three.second.awaitState("talking");
            awaitHears(three.secondPhone.sound(), FIRST_TONE);
            assertThat(rule(begin(three, call, Map.of("agent", "agent2")), 409)).isEqualTo("consultation.under-way");
            assertThat(rule(
                            three.first
                                    .api()
                                    .send("POST", "/api/calls/" + call.id() + "/transfer", Map.of("queue", "support")),
                            409))
                    .isEqualTo("consultation.under-way");
            String inner = three.second.view().path("call").asString();
            assertThat(rule(
                            three.second
                                    .api()
                                    .send("POST", "/api/calls/" + inner + "/consultation", Map.of("agent", "agent1")),
                            409))
                    .isEqualTo("consultation.internal");
            call.hangUp();
            three.first.awaitState("wrap-up");
            three.first.wrapUp(call, "resolved", "").expect(200);
            three.second.awaitState("ready");
        }
    }

    /// Two agents at ordinary phones, each with a tone; the first one talks with the caller.
    private final class Three implements AutoCloseable {
        final AgentPhone firstPhone = AgentPhone.answeringAfter(Duration.ZERO);
        final AgentPhone secondPhone = AgentPhone.answeringAfter(Duration.ZERO);
        final PhoneAgent first = centre.agent("agent1", firstPhone);
        final PhoneAgent second = centre.agent("agent2", secondPhone);

        IncomingCall talk() {
            first.ready();
            IncomingCall call = centre.dial("support");
            call.sound().speak(CALLERS_TONE);
            firstPhone.sound().speak(FIRST_TONE);
            secondPhone.sound().speak(SECOND_TONE);
            first.awaitState("talking");
            awaitHears(call.sound(), FIRST_TONE);
            return call;
        }

        @Override
        public void close() {
            first.close();
            second.close();
            firstPhone.close();
            secondPhone.close();
        }
    }

    private Three three() {
        return new Three();
    }

    private void consult(Three three, IncomingCall call) {
        begin(three, call, Map.of("agent", "agent2")).expect(200);
    }

    private static Answer begin(Three three, IncomingCall call, Map<String, String> asked) {
        return three.first.api().send("POST", path(call, ""), asked);
    }

    private static Answer act(Three three, IncomingCall call, String method, String act) {
        return three.first.api().send(method, path(call, act), Map.of());
    }

    private static String path(IncomingCall call, String act) {
        return "/api/calls/" + call.id() + "/consultation" + act;
    }

    private static String consultation(Three three) {
        JsonNode consultation = three.first.view().path("consultation");
        return consultation.path("state").asString() + " "
                + consultation.path("agent").asString();
    }

    /// The agent and the caller hear each other, and nobody is consulted any more.
    private static void awaitBack(Three three, IncomingCall call) {
        Await.until(
                "the consultation is over",
                SOON,
                () -> three.first.view().path("consultation").isNull());
        long back = System.nanoTime();
        awaitHearsSince(back, call.sound(), FIRST_TONE);
        awaitHearsSince(back, three.firstPhone.sound(), CALLERS_TONE);
        assertThat(three.first.view().path("held").asBoolean()).isFalse();
    }

    private static void awaitHears(RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " is heard", SOON, () -> ear.heardWithin(MOMENT), sound -> sound.hasTone(hertz));
    }

    private static void awaitHearsSince(long since, RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " is heard again",
                SOON,
                () -> ear.heardSince(since).hasTone(hertz));
    }

    private static void awaitHeardNoMore(RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " is heard no more",
                SOON,
                () -> !ear.heardWithin(MOMENT).carriesTone(hertz));
    }

    private static void awaitBoth(RtpPeer ear, double one, double other) {
        Await.until("tones of " + one + " and " + other + " are heard", SOON, () -> {
            Sound heard = ear.heardWithin(MOMENT);
            return heard.carriesTone(one) && heard.carriesTone(other);
        });
    }

    /// Music, and for a second nothing of the others.
    private static void awaitMusicOnly(RtpPeer ear) {
        Await.until("only music is heard", SOON, () -> {
            Sound heard = ear.heardWithin(MOMENT);
            return heard.isAudible()
                    && !heard.carriesTone(FIRST_TONE)
                    && !heard.carriesTone(SECOND_TONE)
                    && !heard.carriesTone(CALLERS_TONE);
        });
    }

    private JsonNode supportQueue() {
        return CallCentre.stream(centre.picture().path("queues"))
                .filter(queue -> queue.path("queue").asString().equals("support"))
                .findFirst()
                .orElseThrow();
    }

    private int legsInCalls() {
        return (int) CallCentre.stream(centre.picture().path("contacts"))
                .filter(contact -> !contact.path("stage").asString().equals("wrap-up"))
                .count();
    }

    private String explained(IncomingCall call) {
        return centre.supervisor()
                .read("/api/calls/" + call.id() + "/explanation")
                .toString();
    }

    /// Each talk has a recording of its own: the caller left, that agent right.
    private void awaitRecorded(IncomingCall call, String offer, double agentsTone) {
        byte[] wav = recording(call.id(), offer);
        assertThat(Sound.ofWav(wav, LEFT).hasTone(CALLERS_TONE)).isTrue();
        assertThat(Sound.ofWav(wav, RIGHT).hasTone(agentsTone)).isTrue();
    }

    private byte[] recording(String call, String offer) {
        String path = "/api/calls/" + call + "/recording?offer=" + offer;
        return Await.until(
                        "the talk of offer " + offer + " is stored",
                        SOON,
                        () -> centre.supervisor().download(path, ""),
                        answer -> answer.status() == 200)
                .bytes();
    }

    private static String rule(Answer answer, int status) {
        return answer.expect(status).json().path("rule").asString();
    }

    private static List<String> offers(JsonNode record) {
        return CallCentre.stream(record.path("offers"))
                .map(offer -> offer.path("agent").asString() + " "
                        + offer.path("outcome").asString(""))
                .toList();
    }
}
