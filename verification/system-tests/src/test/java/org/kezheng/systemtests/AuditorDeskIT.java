package org.kezheng.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kezheng.systemtests.CallCentre.SOON;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;
import org.kezheng.testkit.telephony.AgentPhone;

/// The auditor's desk on a running platform, in both languages: a claim is tested on the spot, a call is heard, packed
/// and verified, and a figure leads to its definition. What it looks like is kept as pictures in `target/screenshots`.
@ExtendWith(SharedCallCentre.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditorDeskIT {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration TALK = Duration.ofSeconds(3);
    private static final Duration EACH_PROBE_HAS_RUN = Duration.ofMinutes(3);
    private static final Locator.WaitForOptions PATIENTLY = new Locator.WaitForOptions().setTimeout(60_000);

    private final CallCentre centre;
    private final Browser browser = Browser.speaking(1_000);

    AuditorDeskIT(CallCentre centre) {
        this.centre = centre;
    }

    @AfterAll
    void closeTheBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aClaimIsTestedOnTheSpotAndTellsWhatItSaw(String language) {
        boolean isChinese = isChinese(language);
        Await.until(
                "each live claim is green",
                EACH_PROBE_HAS_RUN,
                () -> centre.auditor().read("/api/claims"),
                claims -> CallCentre.stream(claims)
                        .filter(claim -> claim.path("kind").asString().equals("live"))
                        .allMatch(claim -> claim.path("state").asString().equals("green")));
        try (BrowserPage desk = Console.signIn(browser, centre, "auditor1", language)) {
            Page page = desk.page();
            row(page, "role-refused").waitFor();
            assertThat(row(page, "legal-person").innerText())
                    .contains(isChinese ? "凭文件" : "By document")
                    .doesNotContain(isChinese ? "成立自" : "Proven");
            desk.screenshot(picture("claims", language));
            row(page, "role-refused").click();
            Locator drawer = page.getByRole(AriaRole.DIALOG);
            named(drawer, AriaRole.BUTTON, isChinese ? "立即探测" : "Test now").click();
            page.getByText(isChinese ? "探测完成：成立" : "Test done: Holds").waitFor(PATIENTLY);
            named(drawer, AriaRole.TABLE, isChinese ? "检查项" : "Check").first().waitFor();
            desk.screenshot(picture("claim", language));
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aCallIsHeardPackedAndVerified(String language) {
        boolean isChinese = isChinese(language);
        String call = answeredCall();
        try (BrowserPage desk = Console.signIn(browser, centre, "auditor1", language)) {
            Page page = desk.page();
            page.navigate(centre.status().http() + "/auditor/calls/" + call);
            Locator drawer = page.getByRole(AriaRole.DIALOG);
            hear(drawer, isChinese);
            Await.until(
                    "the ledger tells that the recording was played",
                    SOON,
                    () -> centre.auditor()
                            .read("/api/ledger/entries?kind=call&id=" + call)
                            .toString(),
                    entries -> entries.contains("recording.played"));
            desk.screenshot(picture("recording", language));
            named(drawer, AriaRole.BUTTON, isChinese ? "制作证据包" : "Make a pack").click();
            String pack =
                    Await.until("the pack is made", EACH_PROBE_HAS_RUN, () -> readyPackOf(call), id -> !id.isEmpty());
            page.navigate(centre.status().http() + "/auditor/packs/" + pack);
            named(drawer, AriaRole.BUTTON, isChinese ? "当场核验" : "Verify now")
                    .click(new Locator.ClickOptions().setTimeout(60_000));
            drawer.getByText(isChinese ? "核验通过" : "Verified: complete").first().waitFor(PATIENTLY);
            desk.screenshot(picture("pack", language));
            assertThat(page.content()).doesNotContain("13800138000", "张伟");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aFigureLeadsToItsDefinition(String language) {
        boolean isChinese = isChinese(language);
        try (BrowserPage desk = Console.signIn(browser, centre, "supervisor1", language)) {
            Page page = desk.page();
            page.navigate(centre.status().http() + "/measures");
            Locator figure = page.getByRole(AriaRole.LINK).filter(containing(isChinese ? "服务水平" : "Service level"));
            figure.first().waitFor();
            desk.screenshot(picture("measures", language));
            figure.first().click();
            Locator asked = page.locator("article[aria-current]");
            asked.waitFor();
            assertThat(asked.innerText()).contains("service-level", isChinese ? "人工请求量" : "offered");
            desk.screenshot(picture("definitions", language));
            assertThat(desk.complaints()).isEmpty();
        }
    }

    private String answeredCall() {
        try (AgentPhone phone = AgentPhone.answeringAfter(Duration.ZERO);
                PhoneAgent agent = centre.agent("agent1", phone).ready();
                IncomingCall call = centre.dial("support", "13800138000")) {
            agent.awaitState("talking");
            talk(phone, call);
            call.hangUp();
            agent.awaitState("wrap-up");
            agent.wrapUp(call, "resolved", "").expect(200);
            centre.awaitRecord(call);
            Await.until(
                    "the recording is stored",
                    SOON,
                    () -> centre.record(call).path("recording").path("state").asString(),
                    "stored"::equals);
            return call.id();
        }
    }

    /// The id of the call's pack once it is ready, else empty.
    private String readyPackOf(String call) {
        return CallCentre.stream(centre.auditor().read("/api/packs"))
                .filter(pack -> pack.path("call").asString().equals(call))
                .filter(pack -> pack.path("state").asString().equals("ready"))
                .map(pack -> pack.path("id").asString())
                .findFirst()
                .orElse("");
    }

    /// Long enough to be still playing when somebody looks.
    private static void talk(AgentPhone phone, IncomingCall call) {
        call.sound().speak(440);
        phone.sound().speak(1_000);
        long since = System.nanoTime();
        Await.until(
                "both have talked for a while",
                SOON,
                () -> System.nanoTime() - since > TALK.toNanos()
                        && phone.sound().heardWithin(TALK).hasTone(440));
    }

    private static void hear(Locator drawer, boolean isChinese) {
        named(drawer, AriaRole.BUTTON, isChinese ? "播放录音" : "Play the recording")
                .click();
        Locator audio = drawer.locator("audio");
        Await.until(
                "the recording is heard",
                SOON,
                () -> audio.evaluate("audio => audio.currentTime > 0 && audio.error === null"),
                Boolean.TRUE::equals);
    }

    private static Locator row(Page page, String key) {
        return page.locator("tr[data-row-key='" + key + "']");
    }

    private static Locator named(Locator within, AriaRole role, String name) {
        return within.getByRole(role, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static boolean isChinese(String language) {
        return language.startsWith("zh");
    }

    private static Path picture(String desk, String language) {
        return PICTURES.resolve(desk + "-" + language.substring(0, 2) + ".png");
    }
}
