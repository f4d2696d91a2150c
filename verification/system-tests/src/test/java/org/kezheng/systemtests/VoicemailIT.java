package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.http.LiveSocket;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import org.kezheng.testkit.telephony.Sound;
import tools.jackson.databind.JsonNode;

/// Callers who leave a message: it is sealed as recordings are, heard by the agents of its queue and by nobody
/// else, done by one of them, and called back through the gate.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoicemailIT {
    private static final String NUMBER = "4300";
    private static final double CLOSED = 500;
    private static final double LEAVE = 700;
    private static final double TAKEN = 900;
    private static final double BEEP = 1_000;
    private static final double VOICE = 1_700;
    private static final Duration MOMENT = Duration.ofMillis(600);
    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    private final CallCentre centre = CallCentre.open();

    @BeforeAll
    void addANumber() throws IOException {
        Path data = centre.installation().dataDir();
        RecordedPrompts.record(data, "closed", CLOSED);
        RecordedPrompts.record(data, "leave-message", LEAVE);
        RecordedPrompts.record(data, "message-taken", TAKEN);
        FlowNumbers.add(centre, NUMBER, "mail", """
                {"schema": 1, "code": "mail", "version": 1, "languages": ["zh"], "start": "menu", "person": "consult",
                 "nodes": {"menu": {"type": "menu", "say": ["closed"], "options": {"1": "mail", "2": "consult"},
                                    "otherwise": "consult"},
                           "consult": {"type": "queue", "queue": "consult", "exit": {"key": "5", "next": "mail"}},
                           "mail": {"type": "voicemail", "say": ["leave-message"], "queue": "consult", "maxSeconds": 20,
                                    "next": "taken"},
                           "taken": {"type": "hangup", "say": ["message-taken"]}}}
                """);
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void messageIsSealedHeardByTheAgentsOfItsQueueAndDone() throws IOException {
        try (ApiClient agent = centre.signIn("agent4");
                ApiClient other = centre.signIn("agent3");
                LiveSocket desk = agent.live()) {
            try (Caller caller = leave("13377770001")) {
                caller.sound().hush();
                hears(caller, TAKEN);
                caller.awaitHungUp(SOON);
            }
            desk.awaitChanges("messages", 1, SOON);
            JsonNode message = awaitMessage(agent, "133****0001");
            String call = message.path("call").asString();
            assertThat(message.path("queue").asString()).isEqualTo("consult");
            byte[] wav = agent.download("/api/messages/" + call + "/sound", "")
                    .expect(200)
                    .bytes();
            assertThat(Sound.ofWav(wav, LEFT).hasTone(VOICE)).isTrue();
            assertThat(Sound.ofWav(wav, RIGHT).loudest()).isZero();
            assertThat(other.download("/api/messages/" + call + "/sound", "").status())
                    .isEqualTo(404);
            assertThat(CallCentre.stream(other.read("/api/messages").path("items")))
                    .noneMatch(item -> item.path("call").asString().equals(call));
            assertThat(centre.auditor()
                            .download("/api/messages/" + call + "/sound", "")
                            .status())
                    .isEqualTo(403);
            isSealed(call);
            agent.send("PUT", "/api/messages/" + call, Map.of("done", true)).expect(200);
            assertThat(find(agent, "/api/messages", "133****0001")).isEmpty();
            assertThat(find(agent, "/api/messages?done=true", "133****0001")
                            .orElseThrow()
                            .path("doneBy")
                            .asString())
                    .isEqualTo("agent4");
            assertThat(CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=call&id=" + call))
                            .map(entry -> entry.path("action").asString()))
                    .containsExactly("recording.stored", "recording.played", "recording.played", "message.done");
            agent.signOut();
            other.signOut();
        }
    }

    @Test
    void whatIsSaidUntilTheCallerHangsUpIsKeptAndWhoeverSaysNothingLeavesNoMessage() {
        try (Caller silent = dial("13377770003")) {
            hears(silent, LEAVE);
            silent.hangUp();
        }
        try (Caller caller = leave("13377770002")) {
            caller.hangUp();
        }
        JsonNode message = awaitMessage(centre.supervisor(), "133****0002");
        assertThat(message.path("seconds").asInt()).isBetween(1, 6);
        Await.until("nothing is left in memory", SOON, () -> spooled() == 0);
        assertThat(find(centre.supervisor(), "/api/messages", "133****0003")).isEmpty();
    }

    @Test
    void whoeverWaitsAndWouldRatherLeaveAMessageWaitsForNobodyAnyMoreAndIsCalledBack() {
        try (AgentPhone carrier = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(200));
                PhoneAgent agent = centre.agent("agent2", phone);
                Caller caller = Caller.dial(centre.status().sipIn(), "13377770004", NUMBER)) {
            OpenedGate.open(centre);
            hears(caller, CLOSED);
            caller.sound().press("2");
            IncomingCall call = centre.recognised(caller, "13377770004");
            Await.until("the caller waits", SOON, () -> centre.stage(call).equals("waiting"));
            caller.sound().press("5");
            speak(caller);
            agent.ready();
            caller.sound().press("#");
            hears(caller, TAKEN);
            caller.awaitHungUp(SOON);
            assertThat(phone.invitations()).isEmpty();
            String message =
                    awaitMessage(agent.api(), "133****0004").path("call").asString();
            assertThat(message).isEqualTo(call.id());
            assertThat(centre.awaitRecord(call).path("outcome").asString()).isEqualTo("voicemail");
            agent.notReady("break");
            String back = agent.api()
                    .send("POST", "/api/messages/" + message + "/callback", Map.of())
                    .expect(202)
                    .json()
                    .path("call")
                    .asString();
            phone.awaitInvitation(1, SOON);
            assertThat(carrier.awaitInvitation(1, SOON).text()).startsWith("INVITE sip:13377770004@");
            carrier.awaitAnswered(1, SOON);
            carrier.hangUp();
            agent.awaitState("wrap-up");
            agent.api()
                    .send("POST", "/api/agent/wrap-up", Map.of("call", back, "disposition", "resolved", "note", ""))
                    .expect(200);
        }
    }

    private Caller dial(String number) {
        Caller caller = Caller.dial(centre.status().sipIn(), number, NUMBER);
        hears(caller, CLOSED);
        caller.sound().press("1");
        return caller;
    }

    /// Gets to the message and speaks.
    private Caller leave(String number) {
        Caller caller = dial(number);
        speak(caller);
        return caller;
    }

    /// Speaks behind the tone for two seconds and more.
    private static void speak(Caller caller) {
        hears(caller, LEAVE);
        hears(caller, BEEP);
        caller.sound().speak(VOICE);
        long since = System.nanoTime();
        Await.until(
                "the caller has spoken for a while",
                SOON,
                () -> System.nanoTime() - since > Duration.ofMillis(2_500).toNanos());
    }

    private static void hears(Caller caller, double hertz) {
        Await.until(
                "the caller hears " + hertz,
                SOON,
                () -> caller.sound().heardWithin(MOMENT).hasTone(hertz));
    }

    private static JsonNode awaitMessage(ApiClient who, String masked) {
        return Await.until(
                        "the message from " + masked + " is on the list",
                        SOON,
                        () -> find(who, "/api/messages", masked),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<JsonNode> find(ApiClient who, String list, String masked) {
        return CallCentre.stream(who.read(list).path("items"))
                .filter(item -> item.path("number").asString("").equals(masked))
                .findFirst();
    }

    /// No second of it is clear: neither in the sealed file nor in memory is anything left.
    private void isSealed(String call) throws IOException {
        Path file = centre.installation()
                .dataDir()
                .resolve("recordings")
                .resolve("1")
                .resolve(call + ".kzr");
        byte[] bytes = Files.readAllBytes(file);
        byte[] wave = new byte[160];
        byte[] wav = centre.supervisor()
                .download("/api/messages/" + call + "/sound", "")
                .expect(200)
                .bytes();
        System.arraycopy(Sound.ofWav(wav, LEFT).asMuLaw(8_000, wave.length), 0, wave, 0, wave.length);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(wave, StandardCharsets.ISO_8859_1));
        assertThat(spooled()).isZero();
    }

    /// The files of messages in memory, which have the contact twice in their name; talks are recorded beside.
    private long spooled() {
        Path calls = centre.status().spoolDir().resolve("calls");
        try (Stream<Path> files = Files.list(calls)) {
            return files.filter(file -> file.getFileName().toString().matches("(\\d+)\\.\\1\\..*"))
                    .count();
        } catch (IOException unreadable) {
            throw new AssertionError("the spool cannot be read", unreadable);
        }
    }
}
