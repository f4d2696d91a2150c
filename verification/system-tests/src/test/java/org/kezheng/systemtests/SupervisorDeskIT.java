package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;
import static org.kezheng.systemtests.Ear.awaitHeardNoMore;
import static org.kezheng.systemtests.Ear.awaitHears;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;
import org.kezheng.testkit.telephony.AgentPhone;

/// What supervisors do with calls from their desk, with the desk's own phone; and what the agent's desk shows of
/// it. The pictures stand in `target/screenshots`.
@ExtendWith(SharedCallCentre.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisorDeskIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final double CALLERS_TONE = 440;
    private static final double BROWSERS_TONE = 1_000;

    private final CallCentre centre;
    private final Browser browser = Browser.speaking(BROWSERS_TONE);

    SupervisorDeskIT(CallCentre centre) {
        this.centre = centre;
    }

    @AfterAll
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void supervisorWhispersTakesOverAndReleasesFromTheDesk() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                BrowserPage desk = Console.signIn(browser, centre, "supervisor1", "zh-CN");
                IncomingCall call = centre.dial("support", "13800138000")) {
            acknowledge(agent);
            call.sound().speak(CALLERS_TONE);
            agent.awaitState("talking");
            Page page = desk.page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("陈静"))
                    .click();
            Locator drawer = page.getByRole(AriaRole.DIALOG);
            listen(page, drawer);
            Locator bar = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("我的监听"));
            shows(bar, "双方都听不到您");
            desk.screenshot(PICTURES.resolve("listening-zh-CN.png"));
            page.keyboard().press("w");
            shows(bar, "客户听不到您");
            awaitHears(phone.sound(), BROWSERS_TONE);
            assertThat(call.sound().heardWithin(Duration.ofSeconds(1)).carriesTone(BROWSERS_TONE))
                    .isFalse();
            page.keyboard().press("b");
            awaitHears(call.sound(), BROWSERS_TONE);
            desk.screenshot(PICTURES.resolve("barged-zh-CN.png"));

            press(drawer, "接管");
            page.getByRole(AriaRole.TOOLTIP)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接管"))
                    .click();
            agent.awaitState("wrap-up");
            awaitHears(call.sound(), BROWSERS_TONE);
            Locator own = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("我的电话"));
            shows(own, "138****8000");
            agent.wrapUp(call, "transferred", "").expect(200);
            holdsAndTakesBack(desk, call);
            page.keyboard().press("F4");
            call.awaitHungUp(SOON);
            shows(own, "话后处理");
            own.getByRole(AriaRole.COMBOBOX).click();
            page.getByTitle("已解决").click();
            own.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));

            agent.ready();
            try (IncomingCall next = centre.dial("support")) {
                agent.awaitState("talking");
                press(drawer, "强拆");
                page.getByRole(AriaRole.TOOLTIP)
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("强拆"))
                        .click();
                next.awaitHungUp(SOON);
                agent.awaitState("wrap-up");
                agent.wrapUp(next, "resolved", "").expect(200);
            }
            assertThat(page.content()).doesNotContain("13800138000", "张伟");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    /// As an agent does on the agent's desk.
    private void holdsAndTakesBack(BrowserPage desk, IncomingCall call) {
        Page page = desk.page();
        Locator talk = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("我的通话"));
        shows(talk, "转接");
        desk.screenshot(PICTURES.resolve("taken-over-zh-CN.png"));
        page.keyboard().press("F6");
        awaitHeardNoMore(call.sound(), BROWSERS_TONE);
        shows(talk, "保持");
        page.keyboard().press("F6");
        awaitHears(call.sound(), BROWSERS_TONE);
    }

    @Test
    void agentAcknowledgesTheNoticeAndSeesWhoBargesIn() {
        try (AgentPhone supervisorsPhone = AgentPhone.answeringAfter(Duration.ZERO);
                AgentDesk desk = AgentDesk.signIn(browser, centre, "agent4");
                IncomingCall call = centre.dial("consult", "13900139000")) {
            Page page = desk.window().page();
            Locator notice = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("告知：班长可能监听您的通话"));
            notice.waitFor();
            desk.window().screenshot(PICTURES.resolve("notice-zh-CN.png"));
            press(notice, "我已知悉");
            Await.until("the notice is gone", SOON, () -> notice.count() == 0);
            desk.goReady();
            desk.awaitRinging();
            desk.answer();
            centre.supervisor()
                    .send("PUT", "/api/agent/device", Map.of("sip", supervisorsPhone.address()))
                    .expect(200);
            centre.supervisor()
                    .send("POST", "/api/calls/" + call.id() + "/listening", Map.of("mode", "barge"))
                    .expect(200);
            page.getByText("班长 周敏 已加入通话").waitFor();
            centre.supervisor()
                    .send("PUT", "/api/emergency", Map.of("mode", "notice", "cause", "drill"))
                    .expect(200);
            page.getByText("突发通告中").first().waitFor();
            desk.window().screenshot(PICTURES.resolve("barged-in-zh-CN.png"));
            centre.supervisor()
                    .send("PUT", "/api/emergency", Map.of("mode", "off", "cause", "over"))
                    .expect(200);
            desk.speakEnglish();
            page.getByText("has joined the call").waitFor();
            desk.window().screenshot(PICTURES.resolve("barged-in-en.png"));
            call.hangUp();
            page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Wrap-up"))
                    .waitFor();
            desk.press("1");
            desk.press("Control+Enter");
            centre.supervisor().send("PUT", "/api/agent/device", Map.of("browser", true));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 监听告知, 监听告知的确认情况, 尚未确认, 关闭, 监听 L, 尚未确认监听告知",
        "en, Notice of listening, Who has acknowledged the notice of listening, Not yet, Close, Listen L,"
                + " has not acknowledged"
    })
    void supervisorSeesWhoHasNotAcknowledgedTheNoticeAndMayListenAsSoonAsTheyDo(
            String language, String button, String title, String notYet, String close, String listenIn, String why)
            throws SQLException {
        forgetAcknowledgement();
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent2", phone).ready();
                BrowserPage desk = Console.signIn(browser, centre, "supervisor1", language);
                IncomingCall call = centre.dial("support", "13800138000")) {
            agent.awaitState("talking");
            Page page = desk.page();
            press(page.getByRole(AriaRole.MAIN), button);
            Locator list = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
            list.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(agent.user()))
                    .getByText(notYet)
                    .waitFor();
            desk.screenshot(PICTURES.resolve("acknowledgements-" + language + ".png"));
            press(list, close);
            press(page.getByRole(AriaRole.MAIN), "李强");
            Locator drawer = page.getByRole(AriaRole.DIALOG);
            drawer.getByText(why).waitFor();
            Locator listen = drawer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(listenIn));
            assertThat(listen.isDisabled()).isTrue();
            desk.screenshot(PICTURES.resolve("not-acknowledged-" + language + ".png"));
            acknowledge(agent);
            Await.until("the supervisor may listen", SOON, listen::isEnabled);
            assertThat(drawer.getByText(why).count()).isZero();
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    /// Other tests share the installation, and an acknowledgement is for good.
    private void forgetAcknowledgement() throws SQLException {
        try (Database database = Database.asAdministrator(centre.status())) {
            database.execute("delete from notice_acknowledgement where agent_id ="
                    + " (select id from account where user_name = 'agent2')");
        }
    }

    /// The desk's own phone registers a moment after the desk is there; until then nobody can be called on it.
    private static void listen(Page page, Locator drawer) {
        Locator bar = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("我的监听"));
        Await.until("the supervisor listens", SOON, () -> {
            if (bar.count() == 0) {
                press(drawer, "监听 L");
            }
            try {
                bar.getByText("双方都听不到您").waitFor(new Locator.WaitForOptions().setTimeout(3_000));
                return true;
            } catch (TimeoutError notYet) {
                return false;
            }
        });
    }

    private static void acknowledge(PhoneAgent agent) {
        int version = agent.api().read("/api/agent/notice").path("version").asInt();
        agent.api()
                .send("POST", "/api/agent/notice", Map.of("version", version))
                .expect(200);
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
}
