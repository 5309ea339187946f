package dev.baton.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Real browser windows, one context a person. Whatever a page complains about (an error, a refused script
 * or style) is remembered, and closing fails with it.
 */
final class Windows implements AutoCloseable {

    /** What each window showed at the end of the last story: the first thing to look at when one fails. */
    private static final Path LAST_SIGHT = Path.of("target", "stories");

    private static final int PATIENCE_MILLIS = 20_000;
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final URI server;
    private final String story;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();

    /** @param story the name under which {@link #LAST_SIGHT} keeps what was shown */
    Windows(URI server, String story) {
        this.server = server;
        this.story = story;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(chromium()))
                        .setArgs(QUIET));
    }

    /** The scripts of the project set it; by hand, Debian's place is a good guess. */
    private static String chromium() {
        var named = System.getenv("BATON_CHROMIUM");
        return named == null ? "/usr/bin/chromium" : named;
    }

    Page desktop(String language) {
        return page(new NewContextOptions().setViewportSize(1440, 900), language);
    }

    Page phone(String language) {
        return page(
                new NewContextOptions()
                        .setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setColorScheme(ColorScheme.DARK),
                language);
    }

    private Page page(NewContextOptions options, String language) {
        BrowserContext context = browser.newContext(
                options.setLocale(language.equals("zh") ? "zh-CN" : "en-GB").setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        pages.add(page);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            // A 401 before sign-in is an answer, not a fault; Chromium reports every refused request.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    String at(String path) {
        return server.resolve(path).toString();
    }

    @Override
    public void close() {
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(LAST_SIGHT.resolve(story + "-" + i + ".png")));
        }
        browser.close();
        playwright.close();
        assertThat(complaints).as("what the pages complained about").isEmpty();
    }
}
