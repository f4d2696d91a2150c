package org.kezheng.systemtests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.kezheng.testkit.browser.Browser;
import org.kezheng.testkit.browser.BrowserPage;

/// The console's door.
final class Console {

    private Console() {}

    /// Signs in through the screen, in that language, and waits until the person's own desk is there. Who closes the
    /// window is signed out.
    static BrowserPage signIn(Browser browser, CallCentre centre, String user, String language) {
        BrowserPage window = browser.open(centre.status().http(), "zh-CN");
        Page page = window.page();
        page.evaluate("language => localStorage.setItem('kezheng.language', language)", language);
        page.reload();
        boolean isChinese = language.startsWith("zh");
        page.getByLabel(isChinese ? "账号" : "Account").first().fill(user);
        page.getByLabel(isChinese ? "密码" : "Password")
                .first()
                .fill(centre.status().passwordOf(user));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(isChinese ? "登录" : "Sign in")
                                .setExact(false))
                .first()
                .click();
        page.waitForURL(url -> !url.contains("sign-in")
                && !url.endsWith(":" + centre.installation().port() + "/"));
        return window.leavingBy(Console::signOut);
    }

    /// Ends the session, so that nobody is offered a call any more, and so that many tests do not use up the sessions
    /// that an account may have.
    private static void signOut(Page page) {
        page.evaluate("""
                async () => {
                  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
                  await fetch('/api/session', { method: 'DELETE', headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } });
                }""");
    }
}
