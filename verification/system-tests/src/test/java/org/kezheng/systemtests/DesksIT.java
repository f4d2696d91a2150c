package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;
import org.kezheng.testkit.telephony.AgentPhone;

/// The three desks while calls run, in both languages. What they look like is kept as pictures in
/// `target/screenshots`.
@ExtendWith(SharedCallCentre.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesksIT {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final CallCentre centre;
    private final Browser browser = Browser.speaking(1_000);

    DesksIT(CallCentre centre) {
        this.centre = centre;
    }

    @AfterAll
    void closeTheBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 售后, 等待, 通话中, 为何等待, 1名忙碌", "en, After-sales, Waiting, Talking, Why it waits, 1 busy"})
    void supervisorSeesQueuesAndAgentsMoveWhileCallsRun(
            String language, String queueName, String waitingWord, String talkingWord, String ask, String inTheWay) {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                BrowserPage desk = Console.signIn(browser, centre, "supervisor1", language);
                IncomingCall talking = centre.dial("support", "13800138000")) {
            Locator queue = named(desk.page(), AriaRole.LISTITEM, queueName).first();
            Locator waiting = named(queue, waitingWord);
            Locator row = desk.page().getByRole(AriaRole.ROW).filter(containing("陈静"));
            shows(row, talkingWord);
            shows(waiting, "0");
            try (IncomingCall next = centre.dial("support")) {
                shows(waiting, "1");
                try (IncomingCall third = centre.dial("support")) {
                    shows(waiting, "2");
                    assertThat(centre.stage(third)).isEqualTo("waiting");
                    desk.screenshot(picture("supervisor", language));
                }
                assertThat(centre.stage(next)).isEqualTo("waiting");
                shows(waiting, "1");
                waiting.click();
                Locator drawer = desk.page().getByRole(AriaRole.DIALOG);
                drawer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(ask))
                        .click();
                shows(drawer, inTheWay);
                desk.screenshot(picture("supervisor-why", language));
            }
            shows(waiting, "0");
            assertThat(desk.page().content()).doesNotContain("13800138000", "张伟");
            end(talking, agent);
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void auditorFindsACallAndReadsWhyItWentWhereItWent(String language) {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support", "13900139000")) {
            agent.awaitState("talking");
            end(call, agent);
            centre.awaitRecord(call);
            String sentence = centre.auditor()
                    .read("/api/calls/" + call.id() + "/explanation")
                    .path("sentence")
                    .path(language.startsWith("zh") ? "zh" : "en")
                    .asString();
            try (BrowserPage desk = Console.signIn(browser, centre, "auditor1", language)) {
                Page page = desk.page();
                String calls = language.startsWith("zh") ? "通话" : "Calls";
                page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(calls).setExact(true))
                        .click();
                page.locator("tr[data-row-key='" + call.id() + "']").click();
                Locator drawer = page.getByRole(AriaRole.DIALOG);
                drawer.getByText(sentence).first().waitFor();
                drawer.getByText("139****9000").first().waitFor();
                assertThat(page.content()).doesNotContain("13900139000", "刘洋");
                desk.screenshot(picture("auditor", language));
                assertThat(desk.complaints()).isEmpty();
            }
        }
    }

    @Test
    void agentHasTheWholeCallOnOneScreen() {
        try (AgentDesk desk = AgentDesk.signIn(browser, centre, "agent2");
                IncomingCall call = centre.dial("support", "13800138000");
                IncomingCall waiting = centre.dial("support")) {
            desk.goReady();
            desk.awaitRinging();
            desk.window().screenshot(picture("agent-ringing", "zh-CN"));
            desk.answer();
            desk.customer("张*").waitFor();
            desk.window().screenshot(picture("agent", "zh-CN"));
            desk.speakEnglish();
            desk.window().screenshot(picture("agent", "en"));
            assertThat(desk.window().page().content()).doesNotContain("13800138000", "张伟");
            assertThat(centre.stage(waiting)).isEqualTo("waiting");
            call.hangUp();
            desk.awaitState("wrap-up");
            desk.window().screenshot(picture("agent-wrap-up", "en"));
        }
    }

    private static void end(IncomingCall call, PhoneAgent agent) {
        call.hangUp();
        agent.awaitState("wrap-up");
        agent.wrapUp(call, "resolved", "").expect(200);
    }

    private static void shows(Locator place, String text) {
        Await.until(
                "the desk shows " + text,
                SOON,
                () -> String.join(" ", place.allInnerTexts()),
                seen -> seen.contains(text));
    }

    private static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator named(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Path picture(String desk, String language) {
        return PICTURES.resolve(desk + "-" + language.substring(0, 2) + ".png");
    }
}
