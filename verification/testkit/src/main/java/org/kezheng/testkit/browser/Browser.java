package org.kezheng.testkit.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// One headless Chromium with a new, empty profile. Its microphone plays a tone. To be used by the thread that opened
/// it, as Playwright demands. Chromium is named by the system property `kezheng.chromium`, or found on the `PATH`, as
/// Node.js is; the absence of either is a failure.
public final class Browser implements AutoCloseable {

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Path tone;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, Path tone) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.tone = tone;
    }

    /// Starts a browser into whose microphone that tone is played.
    public static Browser speaking(double hertz) {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH", onPath("node").toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Path tone = ToneFile.write(hertz);
            return new Browser(playwright, playwright.chromium().launch(options(tone)), tone);
        } catch (IOException failure) {
            playwright.close();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            playwright.close();
            throw failure;
        }
    }

    /// Opens a page for one person, with cookies of its own.
    ///
    /// @param locale such as `zh-CN`
    public BrowserPage open(URI address, String locale) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setLocale(locale)
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1_366, 768)
                .setPermissions(List.of("microphone")));
        context.addInitScript(probe());
        context.setDefaultTimeout(15_000);
        Page page = context.newPage();
        BrowserPage opened = new BrowserPage(context, page);
        page.navigate(address.toString());
        return opened;
    }

    private static BrowserType.LaunchOptions options(Path tone) {
        String named = System.getProperty("kezheng.chromium");
        return new BrowserType.LaunchOptions()
                .setExecutablePath(named == null ? onPath("chromium", "chromium-browser") : Path.of(named))
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--autoplay-policy=no-user-gesture-required",
                        "--allow-loopback-in-peer-connection",
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream",
                        "--use-file-for-fake-audio-capture=" + tone));
    }

    private static String probe() {
        try (InputStream script = Objects.requireNonNull(Browser.class.getResourceAsStream("probe.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path onPath(String... names) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(String.join(" or ", names) + " must be installed"));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
        try {
            Files.deleteIfExists(tone);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
