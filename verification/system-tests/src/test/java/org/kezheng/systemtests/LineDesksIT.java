package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;

/// A caller who loses a tenth of all packets, as the desks show it. The pictures stand in `target/screenshots`.
@ExtendWith(SharedCallCentre.class)
class LineDesksIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration SOME_REPORTS = Duration.ofSeconds(30);

    private final CallCentre centre;

    LineDesksIT(CallCentre centre) {
        this.centre = centre;
    }

    @Test
    void badLineIsSaidAtTheDeskMarkedOnTheFloorAndKeptWithTheCall() {
        try (Browser browser = Browser.speaking(1_000);
                AgentDesk desk = AgentDesk.signIn(browser, centre, "agent2");
                IncomingCall call = centre.dial("support", "13800138000")) {
            call.sound().speak(440);
            call.sound().loseOneIn(10);
            desk.goReady();
            desk.awaitRinging();
            desk.answer();
            shows(desk.window().page().locator("main"), "您听不清客户：是客户那边的线路", "请放慢语速");
            desk.window().screenshot(PICTURES.resolve("line-agent-zh.png"));
            desk.speakEnglish();
            shows(desk.window().page().locator("main"), "You hear the customer badly", "Speak slowly");
            desk.window().screenshot(PICTURES.resolve("line-agent-en.png"));
            try (BrowserPage floor = Console.signIn(browser, centre, "supervisor1", "zh-CN")) {
                shows(floor.page().locator("main"), "客户线路较差");
                floor.screenshot(PICTURES.resolve("line-floor-zh.png"));
            }
            call.hangUp();
            desk.awaitState("wrap-up");
            desk.press("1");
            desk.press("Control+Enter");
            desk.awaitState("ready");
            desk.press("F9");
            centre.awaitRecord(call);
            requireKept(browser, call, "zh-CN", "通话质量");
            requireKept(browser, call, "en", "Call quality");
        }
    }

    private void requireKept(Browser browser, IncomingCall call, String language, String title) {
        try (BrowserPage audit = Console.signIn(browser, centre, "auditor1", language)) {
            audit.page().navigate(centre.status().http() + "/auditor/calls/" + call.id());
            Locator table = audit.page()
                    .getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName(title));
            shows(table, "agent2", "MOS");
            table.scrollIntoViewIfNeeded();
            audit.screenshot(PICTURES.resolve("line-call-" + language.substring(0, 2) + ".png"));
            assertThat(audit.complaints()).isEmpty();
        }
    }

    private static void shows(Locator place, String... texts) {
        for (String text : texts) {
            Await.until(
                    "the desk shows " + text,
                    SOME_REPORTS,
                    () -> String.join(" ", place.allInnerTexts()),
                    seen -> seen.contains(text));
        }
    }
}
