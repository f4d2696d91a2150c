package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.installation.Status;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.Caller;
import org.kezheng.testkit.telephony.RtpPeer;
import tools.jackson.databind.JsonNode;

/// What survives when a part is killed: the talk, the queue's order, the sessions, the records.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurvivalIT {

    /// The platform is away for seconds, and audio that went through it would be too. Shorter gaps are the
    /// machine's own: a JVM starts beside the peers that send and capture, on two cores.
    private static final Duration LONGEST_GAP = Duration.ofMillis(500);
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofMillis(800);
    private static final double TONE = 440;

    private final CallCentre centre = CallCentre.open();

    @BeforeEach
    void everythingRuns() {
        if (!centre.installation().status().isReady()) {
            centre.up();
        }
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void talkGoesOnAndTheQueueKeepsItsOrderWhenThePlatformIsKilled() {
        try (RtpPeer machinesMouth = RtpPeer.open();
                RtpPeer machinesEar = RtpPeer.open();
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall talking = centre.dial("support")) {
            machinesMouth.towards(machinesEar.port());
            agent.awaitState("talking");
            bothHearEachOther(talking, phone);
            try (IncomingCall first = centre.dial("support")) {
                long killed = System.nanoTime();
                Installation.kill(centre.status().platformPid());
                try (Caller lateCaller = centre.dialUnseen("support", "13700009001")) {
                    centre.up();
                    long back = System.nanoTime();
                    // What two peers without any PBX between them see is the machine's doing: a JVM starts meanwhile.
                    Duration allowed = LONGEST_GAP.plus(machinesEar.longestGap(killed, back));
                    assertThat(phone.sound().longestGap(killed, back)).isLessThan(allowed);
                    assertThat(talking.sound().longestGap(killed, back)).isLessThan(allowed);
                    assertThat(phone.sound().heardWithin(MOMENT).hasTone(TONE)).isTrue();

                    assertThat(agent.view().path("call").asString()).isEqualTo(talking.id());
                    IncomingCall second = centre.recognised(lateCaller, "13700009001");
                    hangUpAndWrapUp(talking, agent);
                    nextIs(first, agent);
                    hangUpAndWrapUp(first, agent);
                    nextIs(second, agent);
                    hangUpAndWrapUp(second, agent);
                }
                assertThat(centre.awaitRecord(talking).path("outcome").asString())
                        .isEqualTo("answered");
            }
        }
    }

    @Test
    void everythingFindsItsWayBackWhenThePbxIsKilled() {
        try (Browser browser = Browser.speaking(1_000);
                AgentDesk desk = AgentDesk.signIn(browser, centre, "agent2");
                IncomingCall talking = centre.dial("support");
                IncomingCall waiting = centre.dial("support")) {
            desk.goReady();
            desk.awaitRinging();
            desk.answer();
            Instant killed = Instant.now();
            Installation.kill(centre.status().pbxPid());

            centre.up();
            assertThat(centre.awaitRecord(talking).path("outcome").asString()).isEqualTo("answered");
            JsonNode lost = centre.awaitRecord(waiting);
            assertThat(lost.path("outcome").asString()).isEqualTo("lost");
            assertThat(CallCentre.time(lost, "endedAt")).isAfter(killed);
            desk.wrapUp("1", "");
            desk.awaitPhone("话机正常");
            desk.awaitState("ready");
            try (IncomingCall again = centre.dial("support")) {
                desk.awaitRinging();
                desk.answer();
                again.sound().speak(TONE);
                Await.until("the agent hears the new caller", SOON, desk.window()::heard, heard -> heard.isTone(TONE));
                again.hangUp();
                desk.wrapUp("1", "");
            }
        }
    }

    @Test
    void callsGoOnAndRecordsAreCompleteAfterwardsWhenTheDatabaseIsAwayForAMinute() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent3", phone).ready();
                IncomingCall before = centre.dial("support")) {
            agent.awaitState("talking");
            long database = centre.status().postgresPid();
            long away = System.nanoTime();
            Installation.signal(database, "INT");
            Installation.awaitGone(database);

            hangUpAndWrapUp(before, agent);
            IncomingCall during = centre.dial("support");
            try (during) {
                nextIs(during, agent);
                bothHearEachOther(during, phone);
                Await.throughout(
                        "the call goes on while the database is away",
                        DATABASE_AWAY.minusNanos(System.nanoTime() - away),
                        () -> during.caller().isConnected()
                                && agent.state().equals("talking")
                                && phone.sound().heardWithin(MOMENT).hasTone(TONE));
                hangUpAndWrapUp(during, agent);
            }
            centre.up();
            for (IncomingCall call : List.of(before, during)) {
                JsonNode record = Await.until(
                        "the record is complete",
                        Duration.ofSeconds(60),
                        () -> centre.record(call),
                        found -> found.path("disposition").asString("").equals("resolved"));
                assertThat(record.path("outcome").asString()).isEqualTo("answered");
                assertThat(record.path("agent").asString()).isEqualTo("agent3");
            }
        }
    }

    @Test
    void everythingKilledAtOnceComesBackAndDownLeavesNothing() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent4", phone).ready()) {
            Status status = centre.status();
            LongStream.of(status.platformPid(), status.pbxPid(), status.postgresPid())
                    .forEach(Installation::kill);
            assertThat(centre.installation().status().isReady()).isFalse();
            centre.up();
            agent.awaitState("ready");
            try (IncomingCall call = centre.dial("consult")) {
                nextIs(call, agent);
                hangUpAndWrapUp(call, agent);
                centre.awaitRecord(call);
            }
        }
        Status running = centre.installation().status();
        centre.installation().down().expectDone();
        assertThat(LongStream.of(running.platformPid(), running.pbxPid(), running.postgresPid())
                        .filter(Installation::isAlive))
                .isEmpty();
        assertThat(processesNaming(centre.installation().dataDir().toString())).isEmpty();
    }

    private static void bothHearEachOther(IncomingCall call, AgentPhone phone) {
        call.sound().speak(TONE);
        phone.sound().speak(1_000);
        Await.until(
                "the agent hears the caller",
                SOON,
                () -> phone.sound().heardWithin(MOMENT).hasTone(TONE));
        Await.until(
                "the caller hears the agent",
                SOON,
                () -> call.sound().heardWithin(MOMENT).hasTone(1_000));
    }

    private static void hangUpAndWrapUp(IncomingCall call, PhoneAgent agent) {
        call.hangUp();
        agent.awaitState("wrap-up");
        agent.wrapUp(call, "resolved", "").expect(200);
    }

    private static void nextIs(IncomingCall call, PhoneAgent agent) {
        JsonNode view = agent.awaitState("talking");
        assertThat(view.path("call").asString()).isEqualTo(call.id());
    }

    private static List<String> processesNaming(String text) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(text))
                .toList();
    }
}
