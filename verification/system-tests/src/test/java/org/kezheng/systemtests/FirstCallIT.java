package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kezheng.systemtests.CallCentre.SOON;
import static org.kezheng.systemtests.CallCentre.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.Counted;
import org.kezheng.testkit.telephony.PbxRecords;
import tools.jackson.databind.JsonNode;

/// The first real call, from a telephone to an agent's browser and back.
@ExtendWith(SharedCallCentre.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstCallIT {

    private static final double CALLERS_TONE = 440;
    private static final double AGENTS_TONE = 1_000;
    private static final Duration MOMENT = Duration.ofMillis(1_200);
    /// The PBX and the platform stamp an event each with its own clock reading; between the two lies the way through
    /// the PBX's management interface.
    private static final long TOLERANCE_MILLIS = 150;

    private final CallCentre centre;
    private final Browser browser;

    FirstCallIT(CallCentre centre) {
        this.centre = centre;
        this.browser = Browser.speaking(AGENTS_TONE);
    }

    @BeforeAll
    void nobodyWaits() {
        assertThat(centre.picture().path("contacts")).isEmpty();
    }

    @AfterAll
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void twoCallersAreServedOneAfterTheOtherByOneAgentInTheBrowser() {
        Instant began = Instant.now();
        try (AgentDesk desk = AgentDesk.signIn(browser, centre, "agent1");
                IncomingCall first = centre.dial("support", "13800138000");
                IncomingCall second = centre.dial("support", "13900139000")) {
            desk.goReady();
            assertThat(desk.awaitRinging()).isEqualTo("138****8000");
            desk.answer();
            desk.customer("张*").waitFor();
            bothHearEachOther(desk, first);
            assertThat(centre.stage(second)).isEqualTo("waiting");

            first.hangUp();
            first.caller().awaitOver();
            desk.awaitState("wrap-up");
            desk.wrapUp("1", "addressed under the first call");

            assertThat(desk.awaitRinging()).isEqualTo("139****9000");
            desk.answer();
            bothHearEachOther(desk, second);
            desk.press("F4");
            second.awaitHungUp(SOON);
            desk.wrapUp("2", "");
            desk.awaitState("ready");

            recordsTellWhatHappened(first, "resolved");
            recordsTellWhatHappened(second, "follow-up");
            secondRangAtTheEndOfTheWrapUp(first, second, began);
            recordsAgreeWithThePbx(first);
            recordsAgreeWithThePbx(second);
            theAuditorReadsWhy(first);
            assertThat(desk.window().complaints()).isEmpty();
        }
    }

    @Test
    void heldCallerHearsMusicAndMutedAgentIsNotHeard() {
        try (AgentDesk desk = AgentDesk.signIn(browser, centre, "agent1");
                IncomingCall call = centre.dial("support")) {
            desk.goReady();
            desk.awaitRinging();
            desk.answer();
            bothHearEachOther(desk, call);

            desk.press("F6");
            Await.until("the held caller hears music and not the agent", SOON, () -> {
                var heard = call.sound().heardWithin(MOMENT);
                return heard.isAudible() && !heard.hasTone(AGENTS_TONE);
            });
            assertThat(centre.agentView("agent1").path("held").asBoolean()).isTrue();
            desk.press("F6");
            callerHearsTheAgent(call);

            desk.press("F7");
            Await.until("the muted agent's caller hears nothing", SOON, () -> {
                long since = System.nanoTime() - MOMENT.toNanos();
                return call.sound().heardSince(since).isSilent();
            });
            desk.press("F7");
            callerHearsTheAgent(call);

            call.hangUp();
            desk.wrapUp("1", "");
            desk.awaitState("ready");
            assertThat(centre.awaitRecord(call).path("holdMillis").asLong()).isPositive();
        }
    }

    @Test
    void agentInTheBrowserDeclinesAndStaysReady() {
        try (AgentDesk desk = AgentDesk.signIn(browser, centre, "agent1");
                IncomingCall call = centre.dial("support")) {
            desk.goReady();
            desk.awaitRinging();
            desk.press("F4");
            desk.awaitState("ready");
            assertThat(centre.stage(call)).isEqualTo("waiting");
            assertThat(centre.record(call).at("/offers/0/outcome").asString()).isEqualTo("declined");
        }
    }

    private static void bothHearEachOther(AgentDesk desk, IncomingCall call) {
        Counted before = desk.window().counted();
        call.sound().speak(CALLERS_TONE);
        Await.until("the agent hears the caller", SOON, desk.window()::heard, heard -> heard.isTone(CALLERS_TONE));
        callerHearsTheAgent(call);
        Counted after = Await.until(
                "the browser counts what it hears and says",
                SOON,
                desk.window()::counted,
                now -> now.received() > before.received() && now.energy() > 0 && now.sent() > 0);
        assertThat(after.isEncrypted()).isTrue();
    }

    private static void callerHearsTheAgent(IncomingCall call) {
        Await.until(
                "the caller hears the agent",
                SOON,
                () -> call.sound().heardWithin(MOMENT),
                heard -> heard.hasTone(AGENTS_TONE));
    }

    /// From the INVITE to the pop on the screen of this browser, and to the answer.
    private void eachStepWasTimed(IncomingCall call) {
        Await.until(
                "each step of the call is timed",
                SOON,
                () -> CallCentre.stream(centre.record(call).path("waterfall"))
                        .map(step -> step.path("step").asString())
                        .collect(Collectors.toSet()),
                Set.of("invite", "announced", "durable", "originate", "agent-invite", "ringing", "shown", "answered")
                        ::equals);
    }

    private void recordsTellWhatHappened(IncomingCall call, String disposition) {
        eachStepWasTimed(call);
        JsonNode record = Await.until(
                "the record has its disposition",
                SOON,
                () -> centre.awaitRecord(call),
                found -> found.path("disposition").asString("").equals(disposition));
        assertThat(record.path("client").asString()).isEqualTo("demo");
        assertThat(record.path("queue").asString()).isEqualTo("support");
        assertThat(record.path("agent").asString()).isEqualTo("agent1");
        assertThat(record.path("outcome").asString()).isEqualTo("answered");
        assertThat(time(record, "offeredAt")).isBefore(time(record, "ringingAt"));
        assertThat(time(record, "ringingAt")).isBefore(time(record, "answeredAt"));
        assertThat(time(record, "answeredAt")).isBefore(time(record, "endedAt"));
        assertThat(centre.supervisor()
                        .read("/api/calls?queue=support&agent=agent1&outcome=answered")
                        .path("items"))
                .anyMatch(item -> item.path("id").asString().equals(call.id()));
    }

    /// Against the agent's own states, which come from the same journal: they must leave no hole and fit the call.
    private void secondRangAtTheEndOfTheWrapUp(IncomingCall first, IncomingCall second, Instant began) {
        List<JsonNode> states =
                CallCentre.stream(centre.intervals("agent1", began)).toList();
        for (int i = 1; i < states.size(); i++) {
            assertThat(time(states.get(i), "startedAt")).isEqualTo(time(states.get(i - 1), "endedAt"));
        }
        JsonNode wrapUp = states.stream()
                .filter(state -> state.path("state").asString().equals("wrap-up")
                        && state.path("call").asString().equals(first.id()))
                .findFirst()
                .orElseThrow();
        Instant rang = time(centre.record(second), "ringingAt");
        assertThat(Duration.between(time(wrapUp, "endedAt"), rang))
                .as("from the end of the wrap-up until the browser rings")
                .isBetween(Duration.ZERO, Duration.ofMillis(500));
    }

    private void recordsAgreeWithThePbx(IncomingCall call) {
        JsonNode record = centre.record(call);
        PbxRecords pbx = centre.pbxRecords();
        String channel = record.path("pbxUniqueId").asString();
        String leg = "kz-offer-" + record.at("/offers/0/offer").asString();
        sameTime(record, "offeredAt", pbx, channel, "CHAN_START");
        sameTime(record, "answeredAt", pbx, leg, "ANSWER");
        sameTime(record, "endedAt", pbx, channel, "HANGUP");
    }

    private static void sameTime(JsonNode record, String field, PbxRecords pbx, String channel, String event) {
        Instant pbxTime = Await.until(
                        "the PBX has recorded " + event + " of " + channel,
                        SOON,
                        () -> pbx.firstTime(channel, event),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(time(record, field)).as(field).isCloseTo(pbxTime, within(TOLERANCE_MILLIS, ChronoUnit.MILLIS));
    }

    private void theAuditorReadsWhy(IncomingCall call) {
        JsonNode why = centre.auditor().read("/api/calls/" + call.id() + "/explanation");
        assertThat(why.path("winner").asString()).isEqualTo("agent1");
        assertThat(why.path("candidates").asInt()).isEqualTo(1);
        assertThat(why.path("ring").isNumber()).isTrue();
        assertThat(why.path("rule").asString()).isNotBlank();
        assertThat(why.at("/sentence/zh").asString()).isNotBlank();
        assertThat(why.at("/sentence/en").asString()).isNotBlank();
    }
}
