package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import tools.jackson.databind.JsonNode;

/// Callers of a number with a flow: what they hear, where their keys lead them, and what is kept of it. Recorded
/// prompts are tones, so that the ear can tell which is said; whatever is not recorded is spoken.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowIT {
    private static final String MAIN = "4000";
    private static final String CLOSED = "4100";
    private static final String BILINGUAL = "4101";
    private static final double WELCOME = 500;
    private static final double MENU = 700;
    private static final double NEXT = 900;
    private static final double BEFORE = 1_100;
    private static final double SURVEY = 1_300;
    private static final double CLOSED_TONE = 1_500;
    private static final double NOTICE = 1_700;
    private static final double EMERGENCY = 2_100;
    private static final double AGENT = 1_900;
    private static final double NEXT_IN_ENGLISH = 2_300;
    private static final double NOTICE_IN_ENGLISH = 2_500;
    private static final Duration OFFER_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(600);

    private final CallCentre centre = CallCentre.open();

    @BeforeAll
    void recordPromptsAndAddANumber() throws IOException {
        Path data = centre.installation().dataDir();
        RecordedPrompts.record(data, "welcome", WELCOME);
        RecordedPrompts.record(data, "main-menu", MENU);
        RecordedPrompts.record(data, "you-are-next", NEXT);
        RecordedPrompts.record(data, "before-you", BEFORE);
        RecordedPrompts.record(data, "survey-question", SURVEY);
        RecordedPrompts.record(data, "closed", CLOSED_TONE);
        RecordedPrompts.record(data, "emergency-notice", NOTICE);
        RecordedPrompts.record(data, "emergency-closed", EMERGENCY);
        RecordedPrompts.record(data, "en", "you-are-next", NEXT_IN_ENGLISH);
        RecordedPrompts.record(data, "en", "emergency-notice", NOTICE_IN_ENGLISH);
        FlowNumbers.add(centre, BILINGUAL, "bilingual", """
                {"schema": 1, "code": "bilingual", "version": 1, "languages": ["zh", "en"], "start": "menu", "person": "support",
                 "nodes": {"menu": {"type": "menu", "say": ["welcome"], "options": {"1": "support", "2": "english"},
                                    "tries": 3, "otherwise": "support"},
                           "english": {"type": "language", "language": "en", "next": "support"},
                           "support": {"type": "queue", "queue": "support",
                                       "waiting": {"everySeconds": 10, "tells": ["position"]}}}}
                """);
        FlowNumbers.add(centre, CLOSED, "closed", """
                {"schema": 1, "code": "closed", "version": 3, "languages": ["zh"], "start": "hours", "person": "support",
                 "calendars": {"never": {"weekly": {}, "adjusted": [], "holidays": "none"}},
                 "nodes": {"hours": {"type": "hours", "calendar": "never", "open": "support", "closed": "closed"},
                           "closed": {"type": "announce", "say": ["closed"], "next": "support"},
                           "support": {"type": "queue", "queue": "support"}}}
                """);
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void keyInTheMenuLeadsToItsQueueAndTheScoreAfterTheTalkIsKept() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent4", phone);
                Caller caller = dial("13700007001")) {
            hears(caller, WELCOME);
            caller.sound().press("3");
            hears(caller, MENU);
            long pressed = System.nanoTime();
            caller.sound().press("2");
            IncomingCall call = centre.recognised(caller, "13700007001");
            assertThat(queueOf(call)).isEqualTo("consult");
            hearsSince(pressed, caller, NEXT);
            phone.sound().speak(AGENT);
            agent.ready().awaitState("talking");
            hears(caller, AGENT);
            phone.hangUp();
            hears(caller, SURVEY);
            caller.sound().press("4");
            caller.awaitHungUp(SOON);
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            JsonNode record = centre.awaitRecord(call);
            assertThat(record.path("outcome").asString()).isEqualTo("answered");
            JsonNode journey = Await.until(
                    "the score is kept",
                    SOON,
                    () -> centre.record(call).path("journey"),
                    view -> steps(view).contains("scored 2026-11 service 4"));
            assertThat(journey.path("flow").asString()).isEqualTo("main");
            assertThat(journey.path("version").asInt()).isEqualTo(1);
            assertThat(steps(journey))
                    .containsSubsequence(
                            "entered notice",
                            "notice 2026-11",
                            "entered menu",
                            "entered consult",
                            "queued ",
                            "entered survey",
                            "scored 2026-11 service 4",
                            "ended ");
        }
    }

    @Test
    void callerWhoHangsUpInTheMenuIsListedThoughNoQueueKnewOfThem() {
        try (Caller caller = dial("13700007013")) {
            hears(caller, WELCOME);
            caller.sound().press("3");
            hears(caller, MENU);
            caller.hangUp();
        }
        JsonNode listed = awaitListed("137****7013");
        assertThat(listed.path("ending").asString()).isEqualTo("hung-up");
        JsonNode journey =
                centre.auditor().read("/api/journeys/" + listed.path("call").asString());
        assertThat(steps(journey)).contains("entered menu", "hung-up ");
        assertThat(centre.auditor()
                        .get("/api/calls/" + listed.path("call").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void threeWrongKeysLeadToAPerson() {
        try (Caller caller = dial("13700007002")) {
            for (int wrong = 0; wrong < 3; wrong++) {
                if (wrong == 0) {
                    hears(caller, WELCOME);
                    caller.sound().press("3");
                }
                hears(caller, MENU);
                caller.sound().press("7");
                Await.until(
                        "the prompt is broken off by the key",
                        SOON,
                        () -> !caller.sound()
                                .heardWithin(Duration.ofMillis(200))
                                .hasTone(MENU));
            }
            IncomingCall call = centre.recognised(caller, "13700007002");
            assertThat(queueOf(call)).isEqualTo("support");
        }
    }

    @Test
    void whoeverRefusesTheRecordingIsNotRecorded() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                Caller caller = dial("13700007003")) {
            hears(caller, WELCOME);
            caller.sound().press("9");
            hears(caller, MENU);
            caller.sound().press("1");
            IncomingCall call = centre.recognised(caller, "13700007003");
            try (PhoneAgent agent = centre.agent("agent3", phone).ready()) {
                agent.awaitState("talking");
                phone.sound().speak(AGENT);
                hears(caller, AGENT);
                caller.hangUp();
                agent.awaitState("wrap-up");
                agent.wrapUp(call, "resolved", "").expect(200);
            }
            JsonNode record = centre.awaitRecord(call);
            assertThat(steps(record.path("journey"))).contains("recording-refused 2026-11");
            assertThat(record.at("/recording/state").asString()).isEqualTo("refused");
            assertThat(centre.supervisor()
                            .download("/api/calls/" + call.id() + "/recording", "")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoeverWaitsIsToldHowManyAreBefore() {
        try (Caller first = dial("13700007004");
                Caller second = dial("13700007005")) {
            choose(first, "1");
            hears(first, NEXT);
            IncomingCall call = centre.recognised(first, "13700007004");
            choose(second, "1");
            hears(second, BEFORE);
            first.hangUp();
            centre.awaitRecord(call);
            hears(second, NEXT, Duration.ofSeconds(40));
        }
    }

    @Test
    void closedHoursAreToldAndAPersonIsStillWithinReach() {
        try (Caller caller = Caller.dial(centre.status().sipIn(), "13700007006", CLOSED)) {
            hears(caller, CLOSED_TONE);
            IncomingCall call = centre.recognised(caller, "13700007006");
            assertThat(queueOf(call)).isEqualTo("support");
        }
    }

    @Test
    void emergencyIsHeardByWhoeverWaitsAndByWhoeverCallsAndAClosureEndsCalls() {
        try (Caller waiting = dial("13700007009")) {
            choose(waiting, "2");
            hears(waiting, NEXT);
            IncomingCall call = centre.recognised(waiting, "13700007009");
            long turned = turn("notice", "drill");
            hearsSince(turned, waiting, NOTICE);
            try (IncomingCall direct = centre.dial("support", "13700007010")) {
                assertThat(direct.caller().isConnected()).isTrue();
                long closed = turn("closed", "drill");
                hearsSince(closed, waiting, EMERGENCY);
                waiting.awaitHungUp(SOON);
                direct.awaitHungUp(SOON);
            }
            assertThat(centre.awaitRecord(call).path("outcome").asString()).isEqualTo("refused");
            try (Caller late = Caller.dial(
                    centre.status().sipIn(), "13700007011", centre.status().queueNumber("support"))) {
                hears(late, EMERGENCY);
                late.awaitHungUp(SOON);
            }
            assertThat(awaitListed("137****7011").path("ending").asString()).isEqualTo("closed");
            assertThat(awaitListed("137****7011").path("flow").asString()).isEmpty();
            try (Caller inFlow = dial("13700007016")) {
                hears(inFlow, EMERGENCY);
                inFlow.hangUp();
            }
            assertThat(awaitListed("137****7016").path("ending").asString()).isEqualTo("closed");
            assertThat(awaitListed("137****7016").path("flow").asString()).isEqualTo("main");
            assertThat(centre.supervisor().read("/api/emergency").path("mode").asString())
                    .isEqualTo("closed");
            assertThat(lastEmergencies()).containsExactly("closed told 4 turned away 4", "notice told 2 turned away 0");
        } finally {
            turn("off", "over");
        }
        try (Caller after = dial("13700007012")) {
            hears(after, WELCOME);
        }
        assertThat(CallCentre.stream(centre.auditor().read("/api/ledger/entries?kind=client&id=1"))
                        .map(entry -> entry.path("action").asString() + " "
                                + entry.at("/facts/mode").asString()))
                .contains("emergency.turned notice", "emergency.turned closed", "emergency.turned off");
    }

    @Test
    void callerGoesOnInTheLanguageThatWasChosenAndIsToldOfAnEmergencyInIt() {
        try (Caller caller = Caller.dial(centre.status().sipIn(), "13700007014", BILINGUAL)) {
            hears(caller, WELCOME);
            caller.sound().press("2");
            hears(caller, NEXT_IN_ENGLISH);
            IncomingCall call = centre.recognised(caller, "13700007014");
            long turned = turn("notice", "drill");
            hearsSince(turned, caller, NOTICE_IN_ENGLISH);
            hears(caller, NEXT_IN_ENGLISH);
            assertThat(steps(centre.record(call).path("journey"))).contains("language en");
            try (Caller chooses = Caller.dial(centre.status().sipIn(), "13700007015", BILINGUAL)) {
                hears(chooses, NOTICE);
                hears(chooses, NOTICE_IN_ENGLISH);
                hears(chooses, WELCOME);
            }
        } finally {
            turn("off", "over");
        }
    }

    @Test
    void whoeverWasRungForWhenTheLinesClosedIsToldOnceThePhoneWasNotAnswered() {
        try (AgentPhone phone = AgentPhone.neverAnswering();
                PhoneAgent agent = centre.agent("agent1", phone);
                IncomingCall call = centre.dial("support", "13700007017")) {
            agent.ready();
            phone.awaitInvitation(1, SOON);
            agent.awaitState("ringing");
            long turned = turn("closed", "drill");
            assertThat(agent.awaitState("not-ready", OFFER_TIMEOUT.plusSeconds(5))
                            .path("reason")
                            .asString())
                    .isEqualTo("missed-offer");
            hearsSince(turned, call.caller(), EMERGENCY);
            call.awaitHungUp(SOON);
            assertThat(centre.awaitRecord(call).path("outcome").asString()).isEqualTo("refused");
        } finally {
            turn("off", "over");
        }
    }

    /// Of the two times that the switch was on last, what the auditor reads.
    private List<String> lastEmergencies() {
        return CallCentre.stream(
                        centre.auditor().read("/api/emergencies?limit=2").path("items"))
                .map(item -> item.path("mode").asString()
                        + " told " + item.path("told").asInt()
                        + " turned away " + item.path("turnedAway").asInt())
                .toList();
    }

    private JsonNode awaitListed(String number) {
        return Await.until(
                        "the caller is listed",
                        SOON,
                        () -> CallCentre.stream(
                                        centre.auditor().read("/api/journeys").path("items"))
                                .filter(item -> item.path("number").asString("").equals(number))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /// @return when it was asked, of [System#nanoTime()]
    private long turn(String mode, String cause) {
        long asked = System.nanoTime();
        centre.supervisor()
                .send("PUT", "/api/emergency", Map.of("mode", mode, "cause", cause))
                .expect(200);
        return asked;
    }

    @Test
    void callersInTheMenuAndInTheQueueGoOnWhenThePlatformIsKilled() {
        try (Caller choosing = dial("13700007007");
                Caller waiting = dial("13700007008")) {
            choose(waiting, "2");
            hears(waiting, NEXT);
            hears(choosing, WELCOME);
            choosing.sound().press("3");
            hears(choosing, MENU);
            Installation.kill(centre.status().platformPid());
            centre.up();
            hears(choosing, MENU);
            choosing.sound().press("2");
            hears(choosing, BEFORE);
            IncomingCall later = centre.recognised(choosing, "13700007007");
            IncomingCall earlier = centre.recognised(waiting, "13700007008");
            assertThat(queueOf(later)).isEqualTo("consult");
            assertThat(queueOf(earlier)).isEqualTo("consult");
        }
    }

    private Caller dial(String number) {
        return Caller.dial(centre.status().sipIn(), number, MAIN);
    }

    /// Breaks the notice off, and chooses in the menu.
    private static void choose(Caller caller, String key) {
        hears(caller, WELCOME);
        caller.sound().press("3");
        hears(caller, MENU);
        caller.sound().press(key);
    }

    private static void hears(Caller caller, double hertz) {
        hears(caller, hertz, SOON);
    }

    private static void hears(Caller caller, double hertz, Duration within) {
        Await.until(
                "the caller hears " + hertz,
                within,
                () -> caller.sound().heardWithin(MOMENT).hasTone(hertz));
    }

    /// What is said once only may be over when the platform has answered.
    private static void hearsSince(long since, Caller caller, double hertz) {
        Await.until(
                "the caller hears " + hertz,
                SOON,
                () -> caller.sound().heardSince(since).hasTone(hertz));
    }

    private String queueOf(IncomingCall call) {
        return centre.contact(call.id()).orElseThrow().path("queue").asString();
    }

    private static List<String> steps(JsonNode journey) {
        return CallCentre.stream(journey.path("steps"))
                .map(step ->
                        step.path("kind").asString() + " " + step.path("name").asString()
                                + (step.path("score").isNumber()
                                        ? " " + step.path("score").asInt()
                                        : ""))
                .toList();
    }
}
