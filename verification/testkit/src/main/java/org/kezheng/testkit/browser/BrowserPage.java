package org.kezheng.testkit.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What one person has open in the browser, and what is heard there.
public final class BrowserPage implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private Consumer<Page> leaving = page -> {};

    BrowserPage(BrowserContext context, Page page) {
        this.context = context;
        this.page = page;
        page.onPageError(complaints::add);
    }

    /// The page itself.
    public Page page() {
        return page;
    }

    /// What is heard over the newest call at this moment.
    public Heard heard() {
        Map<?, ?> heard = (Map<?, ?>) page.evaluate("() => window.kezhengProbe.heard()");
        return new Heard(number(heard, "hertz"), number(heard, "level"));
    }

    /// What the browser counted of the newest call.
    public Counted counted() {
        Map<?, ?> counted = (Map<?, ?>) page.evaluate("() => window.kezhengProbe.counted()");
        return new Counted(
                (long) number(counted, "received"),
                number(counted, "energy"),
                (long) number(counted, "sent"),
                Boolean.TRUE.equals(counted.get("encrypted")));
    }

    /// Errors that no code of the page caught.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Writes a picture of what is seen.
    public void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /// Does that before the page is closed.
    public BrowserPage leavingBy(Consumer<Page> leave) {
        leaving = leave;
        return this;
    }

    private static double number(Map<?, ?> values, String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    @Override
    public void close() {
        try {
            leaving.accept(page);
        } finally {
            context.close();
        }
    }
}
