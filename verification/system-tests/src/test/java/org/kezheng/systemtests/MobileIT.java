package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;
import static org.kezheng.systemtests.Ear.awaitHeardNoMore;
import static org.kezheng.systemtests.Ear.awaitHears;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.installation.Installation;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.SipMessage;
import tools.jackson.databind.JsonNode;

/// An agent who answers on the own mobile, which a carrier calls: who hears whom is told by tones, and what leaves by
/// the
/// carrier's own messages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MobileIT {
    private static final String CALLER = "13922223333";
    private static final String MOBILE = "13655557777";
    private static final String MASKED = "136****7777";
    private static final double CALLERS_TONE = 440;
    private static final double AGENTS_TONE = 1_000;
    private static final double PROMPTS_TONE = 1_300;
    private static final Duration MOMENT = Duration.ofSeconds(1);
    /// So long a phone of the queue rings at most, and what follows.
    private static final Duration RUNG_OUT = Duration.ofSeconds(45);

    /// Of its own: it changes what holds for all calls of the installation.
    private final CallCentre centre = CallCentre.open();

    @BeforeAll
    void recordThePrompt() {
        RecordedPrompts.record(centre.installation().dataDir(), "mobile-take-call", PROMPTS_TONE);
    }

    @AfterAll
    void stop() {
        centre.close();
    }

    @Test
    @Order(1)
    void offByDefaultAndOnlyASupervisorSetsTheNumberAndTwoPeopleSwitchItOn() {
        try (PhoneAgent agent = signIn();
                ApiClient system = centre.signIn("system1");
                ApiClient security = centre.signIn("security1")) {
            assertThat(rule(choose(agent))).isEqualTo("device.mobile-off");
            assertThat(centre.supervisor()
                            .read("/api/agent-mobiles")
                            .path("allowed")
                            .asBoolean(true))
                    .isFalse();
            Answer wrong = set(centre.supervisor(), "12a");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.json().path("field").asString()).isEqualTo("number");
            assertThat(set(agent.api(), MOBILE).status()).isEqualTo(403);
            OpenedGate.open(centre);
            String change = OpenedGate.propose(system, "device.mobile", "true");
            assertThat(rule(choose(agent))).isEqualTo("device.mobile-off");
            security.send("POST", "/api/gate/changes/" + change + "/decision", Map.of("decision", "approved"))
                    .expect(200);
            assertThat(rule(choose(agent))).isEqualTo("device.mobile-none");
            Answer set = set(centre.supervisor(), MOBILE).expect(200);
            assertThat(set.json().path("number").asString()).isEqualTo(MASKED);
            assertThat(set.text()).doesNotContain(MOBILE);
            assertThat(agent.api().read("/api/agent/mobile").path("number").asString())
                    .isEqualTo(MASKED);
            assertThat(choose(agent).expect(200).json().at("/device/kind").asString())
                    .isEqualTo("mobile");
            system.signOut();
            security.signOut();
        }
    }

    @Test
    @Order(2)
    void callRingsTheMobileWithAnOwnNumberAloneAndKeyOneJoinsBothWhoOutliveTheRestart() {
        try (AgentPhone mobile = AgentPhone.carrierAt(centre.status().sipOut());
                PhoneAgent agent = onMobile().ready();
                IncomingCall call = centre.dial("support", CALLER)) {
            call.sound().speak(CALLERS_TONE);
            mobile.sound().speak(AGENTS_TONE);
            SipMessage invite = mobile.awaitInvitation(1, SOON);
            assertThat(invite.text()).startsWith("INVITE sip:" + MOBILE + "@");
            assertThat(invite.header("From").orElseThrow()).contains("sip:4001@");
            assertThat(invite.header("P-Asserted-Identity").orElseThrow()).contains("sip:4001@");
            mobile.awaitAnswered(1, SOON);
            awaitHears(mobile.sound(), PROMPTS_TONE);
            assertThat(agent.state()).isEqualTo("ringing");
            Await.until(
                    "the caller hears music",
                    SOON,
                    () -> call.sound().heardWithin(MOMENT),
                    heard -> heard.isAudible() && !heard.carriesTone(AGENTS_TONE));
            assertThat(mobile.sound().heardWithin(MOMENT).carriesTone(CALLERS_TONE))
                    .isFalse();

            mobile.sound().press("1");
            agent.awaitState("talking");
            awaitHears(call.sound(), AGENTS_TONE);
            awaitHears(mobile.sound(), CALLERS_TONE);
            assertThat(mobile.received()).noneMatch(message -> message.text().contains(CALLER));
            awaitLines(1);
            JsonNode decision = decisions(call).getFirst();
            assertThat(decision.path("way").asString()).isEqualTo("agent-device");
            assertThat(decision.path("voucher").asString()).isEqualTo("call-" + call.id());
            assertThat(decision.path("number").asString()).isEqualTo(MASKED);

            Installation.kill(centre.status().platformPid());
            centre.up();
            agent.awaitState("talking");
            awaitLines(1);
            act(agent, "POST", call, "mute");
            awaitHeardNoMore(call.sound(), AGENTS_TONE);
            act(agent, "DELETE", call, "mute");
            awaitHears(call.sound(), AGENTS_TONE);
            act(agent, "POST", call, "hold");
            awaitHeardNoMore(mobile.sound(), CALLERS_TONE);
            act(agent, "DELETE", call, "hold");
            awaitHears(mobile.sound(), CALLERS_TONE);

            mobile.hangUp();
            call.awaitHungUp(SOON);
            agent.awaitState("wrap-up");
            awaitLines(0);
            agent.wrapUp(call, "resolved", "").expect(200);
            centre.awaitRecord(call);
            // Record, recording and lines are kept each by itself.
            JsonNode record = Await.until(
                    "the recording is stored",
                    SOON,
                    () -> centre.record(call),
                    known -> known.at("/recording/state").asString("").equals("stored")
                            && !known.path("lines").isEmpty());
            assertThat(record.path("outcome").asString()).isEqualTo("answered");
            assertThat(record.at("/outsideLegs/0/way").asString()).isEqualTo("agent-device");
            assertThat(CallCentre.stream(record.path("lines"))
                            .map(line -> line.path("line").asString()))
                    .contains("agent");
            assertThat(record.toString()).doesNotContain(MOBILE);
        }
    }

    @Test
    @Order(3)
    void whoeverPicksUpWithoutTheKeyDoesNotGetTheCallerWhoGoesOn() {
        try (AgentPhone mobile = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = onMobile().ready();
                PhoneAgent colleague = centre.agent("agent3", phone)) {
            try (IncomingCall call = centre.dial("support", CALLER)) {
                mobile.awaitAnswered(1, SOON);
                awaitHears(mobile.sound(), PROMPTS_TONE);
                mobile.sound().press("5");
                awaitHungUpOn(mobile, 1);
                assertThat(agent.state()).isEqualTo("ready");
                assertThat(centre.stage(call)).isEqualTo("waiting");
                phone.sound().speak(AGENTS_TONE);
                colleague.ready();
                awaitHears(call.sound(), AGENTS_TONE);
                call.hangUp();
                colleague.awaitState("wrap-up");
                colleague.wrapUp(call, "resolved", "").expect(200);
                colleague.notReady("break");
            }
            agent.notReady("break");
            agent.ready();
            try (IncomingCall mailbox = centre.dial("support", CALLER)) {
                mobile.awaitAnswered(2, SOON);
                awaitHungUpOn(mobile, 2);
                assertThat(agent.state()).isIn("ready", "not-ready");
                assertThat(centre.stage(mailbox)).isEqualTo("waiting");
                assertThat(mobile.sound().heardWithin(MOMENT).carriesTone(CALLERS_TONE))
                        .isFalse();
            }
            agent.notReady("break");
        }
        awaitLines(0);
    }

    @Test
    @Order(4)
    void whatTheGateRefusesReachesNoTrunkAndTheNextAgentHasTheCaller() {
        String refusal = centre.supervisor()
                .send("POST", "/api/do-not-call", Map.of("number", MOBILE, "reason", "person-refused"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        try (AgentPhone mobile = AgentPhone.carrierAt(centre.status().sipOut());
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = onMobile().ready();
                IncomingCall call = centre.dial("support", CALLER)) {
            JsonNode stopped = agent.awaitState("not-ready");
            Await.until(
                    "the desk says why",
                    SOON,
                    () -> agent.view().path("reason").asString(""),
                    "mobile-refused"::equals);
            assertThat(stopped.path("call").isNull()).isTrue();
            JsonNode decision = decisions(call).getFirst();
            assertThat(decision.path("allowed").asBoolean(true)).isFalse();
            assertThat(decision.path("rules").toString()).contains("gate.do-not-call:refused");
            assertThat(mobile.invitations()).isEmpty();
            phone.sound().speak(AGENTS_TONE);
            try (PhoneAgent colleague = centre.agent("agent3", phone).ready()) {
                awaitHears(call.sound(), AGENTS_TONE);
                call.hangUp();
                colleague.awaitState("wrap-up");
                colleague.wrapUp(call, "resolved", "").expect(200);
            }
        } finally {
            centre.supervisor()
                    .send("POST", "/api/do-not-call/" + refusal + "/reversal", Map.of())
                    .expect(204);
        }
    }

    @Test
    @Order(5)
    void mobileOnlyAnswers() {
        try (AgentPhone mobile = AgentPhone.carrierAt(centre.status().sipOut());
                PhoneAgent agent = onMobile()) {
            String voucher = OpenedGate.consent(agent, "13355559999");
            Map<String, String> wanted = Map.of("number", "13355559999", "purpose", "information", "voucher", voucher);
            assertThat(rule(agent.api().send("POST", "/api/agent/calls", wanted)))
                    .isEqualTo("device.mobile-answers-only");
            assertThat(rule(agent.api().send("POST", "/api/agent/internal-calls", Map.of("agent", "agent3"))))
                    .isEqualTo("device.mobile-answers-only");
            assertThat(rule(agent.api().send("POST", "/api/agent/device/test", Map.of())))
                    .isEqualTo("device-test.mobile");
            assertThat(mobile.invitations()).isEmpty();
        }
    }

    @ParameterizedTest
    @Order(6)
    @CsvSource({
        "zh-CN, 外呼与号码, 坐席手机, 话机状态, 本人手机（只接听）, 用 " + MASKED + " 接听",
        "en, Calls out, Agents’ mobiles, Phone:, 'My mobile, to answer only', Answer at " + MASKED
    })
    void desksShowTheMobileMaskedAndSayWhatItCannot(
            String language, String outside, String part, String phone, String choice, String use) {
        try (Browser browser = Browser.speaking(AGENTS_TONE)) {
            // Leaves the browser as the device.
            signIn().close();
            try (BrowserPage desk = Console.signIn(browser, centre, "supervisor1", language)) {
                Page page = desk.page();
                link(page, outside).click();
                link(page, part).click();
                page.getByText(MASKED).waitFor();
                assertThat(page.content()).doesNotContain(MOBILE);
                desk.screenshot(picture("mobiles", language));
            }
            try (BrowserPage desk = Console.signIn(browser, centre, "agent2", language)) {
                Page page = desk.page();
                page.getByLabel(phone).first().click();
                page.getByText(choice).click();
                Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(use));
                button.waitFor();
                desk.screenshot(picture("mobile-choice", language));
                button.click();
                button.waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
                assertThat(centre.agentView("agent2").at("/device/kind").asString())
                        .isEqualTo("mobile");
                desk.screenshot(picture("mobile-chosen", language));
            }
        }
    }

    @Test
    @Order(7)
    void switchedOffNothingIsOfferedToTheMobileAnyMoreAndTheAgentSeesWhy() {
        try (AgentPhone mobile = AgentPhone.carrierAt(centre.status().sipOut());
                PhoneAgent agent = onMobile().ready();
                ApiClient system = centre.signIn("system1")) {
            OpenedGate.propose(system, "device.mobile", "false");
            Await.until(
                    "the agent sees why",
                    SOON,
                    agent::view,
                    view -> view.path("reason").asString("").equals("mobile-off"));
            assertThat(agent.view().at("/device/kind").asString()).isEqualTo("none");
            assertThat(rule(choose(agent))).isEqualTo("device.mobile-off");
            assertThat(mobile.invitations()).isEmpty();
            system.signOut();
        }
    }

    private PhoneAgent signIn() {
        return PhoneAgent.signIn(centre, "agent2", AgentPhone.nowhere());
    }

    private PhoneAgent onMobile() {
        PhoneAgent agent = signIn();
        choose(agent).expect(200);
        return agent;
    }

    private static Answer choose(PhoneAgent agent) {
        return agent.api().send("PUT", "/api/agent/device", Map.of("mobile", true));
    }

    private static Answer set(ApiClient who, String number) {
        return who.send("PUT", "/api/agents/agent2/mobile", Map.of("number", number));
    }

    private static String rule(Answer refused) {
        assertThat(refused.status()).isEqualTo(409);
        return refused.json().path("rule").asString();
    }

    private static void act(PhoneAgent agent, String method, IncomingCall call, String what) {
        agent.api()
                .send(method, "/api/calls/" + call.id() + "/" + what, Map.of())
                .expect(200);
    }

    private List<JsonNode> decisions(IncomingCall call) {
        return CallCentre.stream(centre.auditor().read("/api/gate/decisions").path("items"))
                .filter(decision -> decision.path("call").asString("").equals(call.id()))
                .toList();
    }

    private void awaitLines(int out) {
        Await.until(
                out + " lines of the trunk are in use",
                SOON,
                () -> centre.supervisor()
                        .read("/api/trunks")
                        .path("trunks")
                        .path(0)
                        .path("now"),
                now -> now.path("seen").asBoolean() && now.path("out").asInt(-1) == out);
    }

    private static void awaitHungUpOn(AgentPhone mobile, int count) {
        Await.until(
                "the mobile's leg is ended for the time no. " + count,
                RUNG_OUT,
                () -> mobile.received().stream()
                        .filter(message -> message.isRequest("BYE"))
                        .count(),
                ended -> ended >= count);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Path picture(String name, String language) {
        return Path.of("target", "screenshots", name + "-" + language + ".png");
    }
}
