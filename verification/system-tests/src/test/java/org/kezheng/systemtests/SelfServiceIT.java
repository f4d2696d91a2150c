package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.RtpPeer;
import tools.jackson.databind.JsonNode;

/// An agent lends the caller to self-service: the caller enters digits that the agent neither hears nor, where they are
/// secret, ever sees, and comes back by the flow, by key 0, or because the agent wants it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelfServiceIT {
    private static final double ASK_ORDER = 500;
    private static final double ASK_CODE = 600;
    private static final double RIGHT = 700;
    private static final double CALLERS_TONE = 440;
    private static final double AGENTS_TONE = 1_000;
    private static final Duration MOMENT = Duration.ofMillis(600);

    private final CallCentre centre = CallCentre.open();

    @BeforeAll
    void recordPrompts() {
        Path data = centre.installation().dataDir();
        RecordedPrompts.record(data, "ask-order-number", ASK_ORDER);
        RecordedPrompts.record(data, "ask-service-code", ASK_CODE);
        RecordedPrompts.record(data, "service-code-right", RIGHT);
        Installation.kill(centre.status().platformPid());
        centre.up();
    }

    @AfterAll
    void close() {
        centre.close();
    }

    @Test
    void callerEntersANumberUnheardAndComesBackToTheAgentByTheFlow() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone);
                IncomingCall call = talk(agent, phone)) {
            long lent = System.nanoTime();
            JsonNode view = lend(agent, call, "order-number").expect(200).json();
            assertThat(view.path("state").asString()).isEqualTo("talking");
            hears(call.sound(), ASK_ORDER);
            assertThat(selfService(call).path("state").asString()).isEqualTo("lent");
            call.sound().press("4711#");
            awaitState(call, "done");
            bothHear(call, phone);
            assertThat(phone.sound().heardSince(lent).carriesTone(ASK_ORDER))
                    .as("the agent hears the flow")
                    .isFalse();
            assertThat(agent.view().path("held").asBoolean()).isFalse();
            assertThat(selfService(call).path("entered"))
                    .as("digits are for the agent alone")
                    .isEmpty();
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            assertThat(offers(centre.awaitRecord(call))).containsExactly("agent1 answered");
            List<String> steps = Await.until(
                    "the way is kept",
                    SOON,
                    () -> CallCentre.stream(centre.record(call).at("/journey/steps"))
                            .map(step -> step.path("kind").asString() + " "
                                    + step.path("name").asString())
                            .toList(),
                    kept -> kept.contains("returned done"));
            assertThat(steps).containsSubsequence("lent order-number", "entered ask", "entered back", "returned done");
            assertThat(steps.toString()).doesNotContain("4711");
        }
    }

    @Test
    void serviceCodeIsCheckedAndNobodySeesIt() {
        String customer = centre.supervisor()
                .send("POST", "/api/customers/search", Map.of("number", "13900139000"))
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
        centre.supervisor()
                .send("PUT", "/api/customers/" + customer + "/facts/pin", Map.of("value", "836152"))
                .expect(204);
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone);
                IncomingCall call = talk(agent, phone, "13900139000")) {
            lend(agent, call, "service-code").expect(200);
            hears(call.sound(), ASK_CODE);
            call.sound().press("836152#");
            hears(call.sound(), RIGHT);
            awaitBack(call);
            assertThat(selfService(call).path("verified").asBoolean()).isTrue();
            assertThat(selfService(call).toString()).doesNotContain("836152");
            bothHear(call, phone);
            agent.api()
                    .send("POST", "/api/customers/" + customer + "/disclosure", Map.of("call", call.id()))
                    .expect(200);
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
        }
    }

    @Test
    void agentTakesTheCallerBackInTheMidstOfAPromptAndKeyZeroBringsTheCallerBackToo() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone);
                IncomingCall call = talk(agent, phone)) {
            lend(agent, call, "order-number").expect(200);
            hears(call.sound(), ASK_ORDER);
            takeBack(agent, call).expect(200);
            awaitState(call, "taken-back");
            bothHear(call, phone);
            assertThat(rule(takeBack(agent, call), 409)).isEqualTo("self-service.none");

            lend(agent, call, "order-number").expect(200);
            assertThat(rule(lend(agent, call, "order-number"), 409))
                    .as("at once, and not only when the caller is there")
                    .isEqualTo("self-service.under-way");
            hears(call.sound(), ASK_ORDER);
            call.sound().press("0#");
            awaitState(call, "asked-for-agent");
            bothHear(call, phone);

            assertThat(rule(lend(agent, call, "main"), 400)).isEqualTo("self-service.flow");
            assertThat(rule(lend(agent, call, " "), 400)).isEqualTo("field.required");
            try (PhoneAgent other = centre.agent("agent2", phone)) {
                assertThat(rule(lend(other, call, "order-number"), 404)).isEqualTo("call.unknown");
            }
            phone.hangUp();
            call.awaitHungUp(SOON);
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
        }
    }

    @Test
    void callerWhoseWayIsLostWithThePlatformIsHeldAndTakenBackByTheAgent() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone);
                IncomingCall call = talk(agent, phone)) {
            lend(agent, call, "order-number").expect(200);
            hears(call.sound(), ASK_ORDER);
            Installation.kill(centre.status().platformPid());
            centre.up();
            assertThat(agent.awaitState("talking").path("held").asBoolean()).isTrue();
            assertThat(selfService(call).isMissingNode() || selfService(call).isNull())
                    .isTrue();
            takeBack(agent, call).expect(200);
            bothHear(call, phone);
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
        }
    }

    private IncomingCall talk(PhoneAgent agent, AgentPhone phone) {
        return talking(agent, phone, centre.dial("support"));
    }

    private IncomingCall talk(PhoneAgent agent, AgentPhone phone, String number) {
        return talking(agent, phone, centre.dial("support", number));
    }

    private static IncomingCall talking(PhoneAgent agent, AgentPhone phone, IncomingCall call) {
        call.sound().speak(CALLERS_TONE);
        phone.sound().speak(AGENTS_TONE);
        agent.ready().awaitState("talking");
        bothHear(call, phone);
        return call;
    }

    private static Answer lend(PhoneAgent agent, IncomingCall call, String flow) {
        return agent.api().send("POST", path(call), Map.of("flow", flow));
    }

    private static Answer takeBack(PhoneAgent agent, IncomingCall call) {
        return agent.api().send("DELETE", path(call), Map.of());
    }

    private static String path(IncomingCall call) {
        return "/api/calls/" + call.id() + "/self-service";
    }

    private static String rule(Answer answer, int status) {
        return answer.expect(status).json().path("rule").asString();
    }

    private JsonNode selfService(IncomingCall call) {
        return centre.contact(call.id()).orElseThrow().path("selfService");
    }

    private void awaitState(IncomingCall call, String state) {
        Await.until(
                "self-service is " + state,
                SOON,
                () -> selfService(call).path("state").asString(""),
                state::equals);
    }

    private void awaitBack(IncomingCall call) {
        Await.until(
                "the caller is back",
                SOON,
                () -> selfService(call).path("state").asString(""),
                state -> !state.equals("lent"));
    }

    private static List<String> offers(JsonNode record) {
        return CallCentre.stream(record.path("offers"))
                .map(offer -> offer.path("agent").asString() + " "
                        + offer.path("outcome").asString())
                .toList();
    }

    private static void bothHear(IncomingCall call, AgentPhone phone) {
        hears(call.sound(), AGENTS_TONE);
        hears(phone.sound(), CALLERS_TONE);
    }

    private static void hears(RtpPeer ear, double hertz) {
        Await.until(
                "a tone of " + hertz + " is heard", SOON, () -> ear.heardWithin(MOMENT), sound -> sound.hasTone(hertz));
    }
}
