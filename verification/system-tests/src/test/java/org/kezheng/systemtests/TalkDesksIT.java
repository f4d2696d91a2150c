package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.telephony.AgentPhone;
import org.kezheng.testkit.telephony.RtpPeer;

/// What agents see of a talk that more than two have to do with. The pictures stand in
/// `target/screenshots`.
@ExtendWith(SharedCallCentre.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalkDesksIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double CALLERS_TONE = 440;
    private static final double BROWSERS_TONE = 1_000;

    private final CallCentre centre;
    private final Browser browser = Browser.speaking(BROWSERS_TONE);

    TalkDesksIT(CallCentre centre) {
        this.centre = centre;
    }

    @AfterAll
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void agentAsksAColleagueBringsTheTwoTogetherAndLeaves() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ofSeconds(1));
                PhoneAgent colleague = centre.agent("agent1", phone);
                AgentDesk desk = AgentDesk.signIn(browser, centre, "agent2");
                IncomingCall call = centre.dial("support", "13800138000")) {
            phone.sound().speak(1_300);
            call.sound().speak(CALLERS_TONE);
            desk.goReady();
            desk.awaitRinging();
            desk.answer();
            Page page = desk.window().page();
            desk.press("F8");
            page.getByLabel("输入坐席姓名、工号或队列").fill("agent1");
            desk.window().screenshot(picture("consultation-choice", "zh-CN"));
            desk.press("Shift+Enter");
            Locator panel = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("询问同事"));
            shows(panel, "正在询问");
            colleague.awaitState("talking");
            desk.window().screenshot(picture("consultation", "zh-CN"));
            press(panel, "切换到来电者");
            shows(panel, "正在与来电者通话");
            press(panel, "三方通话");
            shows(panel, "三方通话中");
            desk.window().screenshot(picture("conference", "zh-CN"));
            desk.speakEnglish();
            Locator english = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Consultation"));
            shows(english, "Three of you talk");
            desk.window().screenshot(picture("conference", "en"));
            press(english, "Leave the two to talk");
            desk.awaitState("wrap-up");
            assertThat(colleague.view().path("call").asString()).isEqualTo(call.id());
            assertThat(page.content()).doesNotContain("13800138000", "张伟");
            call.hangUp();
            colleague.awaitState("wrap-up");
            colleague.wrapUp(call, "resolved", "").expect(200);
            page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Wrap-up"))
                    .waitFor();
            desk.press("1");
            desk.press("Control+Enter");
        }
    }

    @Test
    void whoIsAskedInTheBrowserKeepsTheCallerOnTheSameLeg() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                AgentDesk desk = AgentDesk.signIn(browser, centre, "agent2");
                IncomingCall call = centre.dial("support", "13800138000")) {
            call.sound().speak(CALLERS_TONE);
            agent.awaitState("talking");
            String path = "/api/calls/" + call.id() + "/consultation";
            agent.api().send("POST", path, Map.of("agent", "agent2")).expect(200);
            assertThat(desk.awaitRinging()).isEqualTo("陈静");
            desk.window().screenshot(picture("asked-ringing", "zh-CN"));
            desk.answer();
            Await.until(
                    "the colleague has answered",
                    SOON,
                    () -> agent.view().at("/consultation/state").asString().equals("consulting"));
            awaitBrowserHeard("the agent", phone.sound());
            desk.window().screenshot(picture("asked", "zh-CN"));
            agent.api().send("POST", path + "/completion", Map.of()).expect(200);
            Await.until("the desk shows the caller", SOON, desk::shownNumber, "138****8000"::equals);
            desk.customer("张*").waitFor();
            awaitBrowserHeard("the caller", call.sound());
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            call.hangUp();
            desk.awaitState("wrap-up");
            desk.wrapUp("1", "");
            desk.awaitState("not-ready");
        }
    }

    private static void awaitBrowserHeard(String whose, RtpPeer ear) {
        Await.until(
                whose + " hears the browser",
                SOON,
                () -> ear.heardWithin(Duration.ofSeconds(1)),
                heard -> heard.carriesTone(BROWSERS_TONE));
    }

    private static void press(Locator within, String name) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void shows(Locator place, String text) {
        Await.until(
                "the desk shows " + text,
                SOON,
                () -> String.join(" ", place.allInnerTexts()),
                seen -> seen.contains(text));
    }

    private static Path picture(String name, String language) {
        return PICTURES.resolve(name + "-" + language + ".png");
    }
}
