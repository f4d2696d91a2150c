package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;
import org.kezheng.testkit.telephony.Caller;

/// What callers left, said and did, on the desks of those who have to deal with it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallersDesksIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String NUMBER = "4300";
    private static final double LEAVE = 700;
    private static final double BEEP = 1_000;
    private static final double BROWSERS_TONE = 1_100;
    private static final double VOICE = 1_700;
    private static final Duration MOMENT = Duration.ofMillis(600);

    private final CallCentre centre = CallCentre.open();
    private final Browser browser = Browser.speaking(BROWSERS_TONE);

    @BeforeAll
    void addANumber() throws IOException {
        RecordedPrompts.record(centre.installation().dataDir(), "leave-message", LEAVE);
        FlowNumbers.add(centre, NUMBER, "mail", """
                {"schema": 1, "code": "mail", "version": 1, "languages": ["zh"], "start": "menu", "person": "consult",
                 "nodes": {"menu": {"type": "menu", "say": ["leave-message"], "options": {"1": "mail"},
                                    "otherwise": "consult"},
                           "consult": {"type": "queue", "queue": "consult"},
                           "mail": {"type": "voicemail", "say": ["leave-message"], "queue": "consult", "maxSeconds": 20,
                                    "next": "taken"},
                           "taken": {"type": "hangup", "say": ["message-taken"]}}}
                """);
    }

    @AfterAll
    void close() {
        browser.close();
        centre.close();
    }

    @Test
    void messageIsOnTheDeskOfItsAgentsUntilOneSaysThatItIsDone() {
        leaveAMessage("13800138000");
        Await.until(
                "the message is stored",
                SOON,
                () -> !centre.supervisor().read("/api/messages").path("items").isEmpty());
        try (BrowserPage window = Console.signIn(browser, centre, "supervisor1", "en")) {
            Page page = window.page();
            button(page, "Messages").click();
            Locator drawer = page.getByRole(AriaRole.DIALOG);
            shows(drawer, "138****8000");
            window.screenshot(picture("messages", "en"));
        }
        try (AgentDesk desk = AgentDesk.signIn(browser, centre, "agent4")) {
            Page page = desk.window().page();
            button(page, "留言").click();
            Locator drawer = page.getByRole(AriaRole.DIALOG);
            shows(drawer, "138****8000");
            shows(drawer, "张*");
            desk.window().screenshot(picture("messages", "zh-CN"));
            button(page, "标为已处理").click();
            shows(drawer, "没有待处理的留言");
            drawer.getByText("已处理").first().click();
            shows(drawer, "赵磊");
            desk.window().screenshot(picture("messages-done", "zh-CN"));
            assertThat(page.content()).doesNotContain("13800138000");
        }
    }

    @Test
    void agentVerifiesTheCallerBeforeShowingTheCustomerAndMarksANuisanceThatASupervisorConfirms() {
        keepAPin("13900139000", "8361");
        try (AgentDesk desk = AgentDesk.signIn(browser, centre, "agent2");
                IncomingCall call = centre.dial("support", "13900139000")) {
            desk.goReady();
            desk.awaitRinging();
            desk.answer();
            Page page = desk.window().page();
            button(page, "核身").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("服务密码").fill("8362");
            desk.window().screenshot(picture("verification", "zh-CN"));
            dialog.locator(".ant-btn-primary").click();
            shows(dialog, "还可以试 2 次");
            dialog.getByLabel("服务密码").fill("8361");
            dialog.locator(".ant-btn-primary").click();
            shows(page.locator("main"), "核身通过");
            button(page, "查看（已核身）").click();
            shows(page.locator("main"), "13900139000");
            desk.window().screenshot(picture("verified", "zh-CN"));
            button(page, "标记骚扰").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("辱骂"))
                    .click();
            shows(page.locator("body"), "已标记，等班长确认");
            call.hangUp();
            desk.awaitState("wrap-up");
            desk.wrapUp("1", "");
            desk.awaitState("ready");
        }
        try (BrowserPage window = Console.signIn(browser, centre, "supervisor1", "zh-CN")) {
            Page page = window.page();
            button(page, "骚扰号码").click();
            Locator drawer = page.getByRole(AriaRole.DIALOG);
            shows(drawer, "139****9000");
            shows(drawer, "待确认");
            window.screenshot(picture("nuisance", "zh-CN"));
            button(page, "确认生效").click();
            shows(drawer, "生效中");
            window.screenshot(picture("nuisance-confirmed", "zh-CN"));
        }
    }

    private void leaveAMessage(String number) {
        try (Caller caller = Caller.dial(centre.status().sipIn(), number, NUMBER)) {
            hears(caller, LEAVE);
            caller.sound().press("1");
            hears(caller, BEEP);
            caller.sound().speak(VOICE);
            long since = System.nanoTime();
            Await.until(
                    "the caller has spoken for a while",
                    SOON,
                    () -> System.nanoTime() - since > Duration.ofMillis(2_500).toNanos());
            caller.hangUp();
        }
    }

    private void keepAPin(String number, String pin) {
        String customer = centre.supervisor()
                .send("POST", "/api/customers/search", Map.of("number", number))
                .expect(200)
                .json()
                .at("/items/0/id")
                .asString();
        centre.supervisor()
                .send("PUT", "/api/customers/" + customer + "/facts/pin", Map.of("value", pin))
                .expect(204);
    }

    private static void hears(Caller caller, double hertz) {
        Await.until(
                "the caller hears " + hertz,
                SOON,
                () -> caller.sound().heardWithin(MOMENT).hasTone(hertz));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
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
