package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.http.Answer;
import org.kezheng.testkit.http.ApiClient;
import org.kezheng.testkit.telephony.AgentPhone;
import tools.jackson.databind.JsonNode;

/// Agents try their devices before the shift: the PBX calls, sounds a tone, and listens.
@ExtendWith(SharedCallCentre.class)
class DeviceTestIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration TEST = Duration.ofSeconds(45);
    private static final double PBX_TONE = 1_000;
    private static final double SILENCE = 0;

    private final CallCentre centre;

    DeviceTestIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void phoneThatHearsAndSpeaksPassesAndNothingCountsIt() {
        JsonNode before = centre.supervisor().read("/api/measures");
        String newest = newestCall();
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ofMillis(300));
                PhoneAgent agent = centre.agent("agent1", phone)) {
            phone.sound().speak(440);
            assertThat(begin(agent).at("/device/test/finding").asString()).isEqualTo("running");
            assertThat(rule(ready(agent))).isEqualTo("device-test.running");
            assertThat(rule(test(agent, Map.of()))).isEqualTo("device-test.running");
            awaitFinding(agent, "passed");
            assertThat(phone.sound().heardSince(0).hasTone(PBX_TONE))
                    .as("the phone heard the PBX's tone")
                    .isTrue();
            agent.ready();
            assertThat(rule(test(agent, Map.of()))).isEqualTo("device-test.state");
        }
        assertThat(newestCall()).as("no call is on record of it").isEqualTo(newest);
        assertThat(before.path("queues").isEmpty()).isFalse();
        assertThat(centre.supervisor().read("/api/measures").path("queues")).isEqualTo(before.path("queues"));
        Await.until(
                "the ledger has the test",
                SOON,
                () -> centre.auditor()
                        .read("/api/ledger/entries?kind=agent&id=2001")
                        .toString(),
                entries -> entries.contains("device.tested") && entries.contains("passed"));
    }

    @Test
    void silentPhoneAndOneThatSendsNothingAreToldApartAndKeepTheAgentFromBeingReady() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone)) {
            phone.sound().hush();
            begin(agent);
            awaitFinding(agent, "silent");
            assertThat(rule(ready(agent))).isEqualTo("device-test.failed");
            assertThat(rule(centre.supervisor()
                            .send("PUT", "/api/agents/agent1/state", Map.of("state", "ready", "cause", "staffing"))))
                    .as("a supervisor cannot either")
                    .isEqualTo("device-test.failed");
            phone.sound().fallSilent();
            begin(agent);
            awaitFinding(agent, "no-audio");
            assertThat(rule(ready(agent))).isEqualTo("device-test.failed");
            phone.sound().speak(440);
            begin(agent);
            awaitFinding(agent, "passed");
            agent.ready();
            agent.notReady("break");
        }
    }

    @Test
    void phoneThatIsNotThereOrDeclinesIsToldSoAndAnotherDeviceIsFreeOfIt() {
        try (AgentPhone declining = AgentPhone.declining();
                AgentPhone good = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = PhoneAgent.signIn(centre, "agent1", AgentPhone.nowhere())) {
            begin(agent);
            awaitFinding(agent, "unreachable");
            agent.api()
                    .send("PUT", "/api/agent/device", Map.of("sip", declining.address()))
                    .expect(200);
            assertThat(agent.view().at("/device/test").isNull()).isTrue();
            begin(agent);
            awaitFinding(agent, "declined");
            assertThat(rule(ready(agent))).isEqualTo("device-test.failed");
            agent.api()
                    .send("PUT", "/api/agent/device", Map.of("sip", good.address()))
                    .expect(200);
            agent.ready();
            agent.notReady("break");
            agent.api()
                    .send("PUT", "/api/agent/device", Map.of("sip", declining.address()))
                    .expect(200);
            assertThat(rule(ready(agent)))
                    .as("a device that failed is not mended by another one in between")
                    .isEqualTo("device-test.failed");
            assertThat(agent.view().at("/device/test/finding").asString()).isEqualTo("declined");
            agent.api()
                    .send("PUT", "/api/agent/device", Map.of("sip", good.address()))
                    .expect(200);
            test(agent, Map.of("microphone", "denied")).expect(200);
            assertThat(agent.view().at("/device/test/finding").asString()).isEqualTo("microphone-denied");
            assertThat(rule(ready(agent))).isEqualTo("device-test.failed");
            Answer wrong = test(agent, Map.of("microphone", "loud"));
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.json().path("field").asString()).isEqualTo("microphone");
        }
    }

    @Test
    void clientCanDemandATestInEachSignIn() {
        try (ApiClient system = centre.signIn("system1");
                ApiClient security = centre.signIn("security1");
                AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO)) {
            phone.sound().speak(440);
            change(system, "true");
            try (PhoneAgent agent = centre.agent("agent1", phone)) {
                // The rules in memory are read every two seconds.
                Await.until("the rule is in force", SOON, () -> isMissing(agent));
                begin(agent);
                awaitFinding(agent, "passed");
                agent.ready();
            } finally {
                String loosened = change(system, "false").path("id").asString();
                security.send("POST", "/api/gate/changes/" + loosened + "/decision", Map.of("decision", "approved"))
                        .expect(200);
            }
            try (PhoneAgent again = centre.agent("agent1", phone)) {
                assertThat(again.view().at("/device/test").isNull())
                        .as("another sign-in knows of no test")
                        .isTrue();
                Await.until("no test is demanded any more", SOON, () -> !isMissing(again));
            }
        }
    }

    @Test
    void browserIsTriedFromTheDeskWithoutARingingCall() {
        try (Browser browser = Browser.speaking(PBX_TONE);
                AgentDesk desk = AgentDesk.signIn(browser, centre, "agent2")) {
            press(desk, "测试话机");
            Locator panel = panel(desk, "话机测试");
            shows(panel, "正在测试");
            picture(desk, "running-zh-CN");
            shows(panel, "测试通过");
            picture(desk, "passed-zh-CN");
            desk.goReady();
            desk.awaitState("ready");
            desk.press("F9");
            desk.awaitState("not-ready");
            readIn(desk, "en");
            shows(panel(desk, "Phone test"), "Test passed");
            picture(desk, "passed-en");
            assertThat(desk.window().complaints()).isEmpty();
        }
    }

    @Test
    void muteMicrophoneIsSaidOnTheDeskAndKeepsTheAgentFromBeingReady() {
        try (Browser browser = Browser.speaking(SILENCE);
                AgentDesk desk = AgentDesk.signIn(browser, centre, "agent2")) {
            press(desk, "测试话机");
            shows(panel(desk, "话机测试"), "麦克风没有声音");
            desk.press("F9");
            shows(desk.window().page().locator("body"), "上次话机测试没有通过");
            picture(desk, "silent-zh-CN");
            readIn(desk, "en");
            shows(panel(desk, "Phone test"), "The microphone is silent");
            // Until the softphone is registered again, that it is not is the reason.
            shows(desk.window().page().locator("body"), "Phone ready");
            desk.press("F9");
            shows(desk.window().page().locator("body"), "The last phone test failed");
            picture(desk, "silent-en");
            assertThat(desk.state()).isEqualTo("not-ready");
        }
    }

    private static void press(AgentDesk desk, String button) {
        desk.window()
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    private static Locator panel(AgentDesk desk, String name) {
        return desk.window()
                .page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static void readIn(AgentDesk desk, String language) {
        Page page = desk.window().page();
        page.evaluate("language => localStorage.setItem('kezheng.language', language)", language);
        page.reload();
    }

    private static void picture(AgentDesk desk, String name) {
        desk.window().screenshot(PICTURES.resolve("device-test-" + name + ".png"));
    }

    private static boolean isMissing(PhoneAgent agent) {
        Answer answer = ready(agent);
        if (answer.status() == 409) {
            return rule(answer).equals("device-test.missing");
        }
        agent.notReady("break");
        return false;
    }

    private JsonNode change(ApiClient who, String value) {
        return who.send(
                        "POST",
                        "/api/gate/changes",
                        Map.of("parameter", "device.test-demanded", "value", value, "basis", "test"))
                .expect(200)
                .json();
    }

    private String newestCall() {
        return centre.supervisor().read("/api/calls").at("/items/0/id").asString("");
    }

    private static JsonNode begin(PhoneAgent agent) {
        return test(agent, Map.of()).expect(200).json();
    }

    private static Answer test(PhoneAgent agent, Map<String, Object> body) {
        return agent.api().send("POST", "/api/agent/device/test", body);
    }

    private static Answer ready(PhoneAgent agent) {
        return agent.api().send("PUT", "/api/agent/state", Map.of("state", "ready"));
    }

    private static String rule(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        return answer.json().path("rule").asString();
    }

    private static void awaitFinding(PhoneAgent agent, String finding) {
        Await.until(
                "the device is found " + finding,
                TEST,
                () -> agent.view().at("/device/test/finding").asString(""),
                finding::equals);
    }

    private static void shows(Locator place, String text) {
        Await.until(
                "the desk shows " + text,
                TEST,
                () -> String.join(" ", place.allInnerTexts()),
                seen -> seen.contains(text));
    }
}
