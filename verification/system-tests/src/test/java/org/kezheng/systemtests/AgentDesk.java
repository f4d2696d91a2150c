package org.kezheng.systemtests;

import static org.kezheng.systemtests.CallCentre.SOON;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.kezheng.testkit.await.Await;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;

/// The agent's desk in the console, used as a person uses it: by what is written there and by its keys.
final class AgentDesk implements AutoCloseable {

    private static final double REGISTRATION_MILLIS = 40_000;

    /// What the desk looked like when it was left, for whoever reads a failure.
    private static final Path LAST_SEEN = Path.of("target", "screenshots", "last-seen.png");

    private final BrowserPage window;
    private final Page page;

    private AgentDesk(BrowserPage window) {
        this.window = window;
        this.page = window.page();
    }

    /// Signs in through the console's sign-in screen and waits until the softphone is registered.
    static AgentDesk signIn(Browser browser, CallCentre centre, String user) {
        AgentDesk desk = new AgentDesk(Console.signIn(browser, centre, user, "zh-CN"));
        try {
            desk.awaitPhone("话机正常");
            return desk;
        } catch (RuntimeException notRegistered) {
            desk.close();
            throw notRegistered;
        }
    }

    BrowserPage window() {
        return window;
    }

    /// Waits until the desk says that of the phone.
    void awaitPhone(String health) {
        page.getByLabel("话机状态：" + health).first().waitFor(new Locator.WaitForOptions().setTimeout(REGISTRATION_MILLIS));
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /// The agent's state as the desk shows it.
    String state() {
        return String.valueOf(
                page.locator("button[aria-haspopup=menu][data-state]").getAttribute("data-state"));
    }

    void awaitState(String state) {
        Await.until("the desk shows " + state, SOON, this::state, state::equals);
    }

    /// Says by the key that the agent is ready; a caller who waits may ring at once.
    void goReady() {
        press("F9");
        Await.until("the desk shows that the agent is ready", SOON, this::state, state -> !state.equals("not-ready"));
    }

    /// Waits until a call can be answered here, and gives the number as it is shown.
    String awaitRinging() {
        Locator answer = button("接听");
        Await.until("a call can be answered at the desk", SOON, () -> answer.isVisible() && answer.isEnabled());
        return shownNumber();
    }

    String shownNumber() {
        return page.getByLabel("来电号码").innerText().strip();
    }

    void answer() {
        press("F2");
        button("挂断").waitFor();
    }

    /// The customer's card.
    Locator customer(String maskedName) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(maskedName));
    }

    /// Chooses a disposition by its key, writes a note, and is done.
    void wrapUp(String key, String note) {
        Locator strip = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("通话小结"));
        strip.waitFor();
        press(key);
        strip.getByLabel("备注").fill(note);
        press("Control+Enter");
    }

    /// Chooses English in the account menu.
    void speakEnglish() {
        button("账户菜单").click();
        page.getByText("English").click();
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hang up"))
                .waitFor();
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    /// Leaves, and keeps what the desk looked like.
    @Override
    public void close() {
        window.screenshot(LAST_SEEN);
        window.close();
    }
}
