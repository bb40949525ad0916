package com.operatoros.payments.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real browser, driven by Playwright. */
public final class Chromium implements AutoCloseable {

    /** How long a page is waited for, of a server that shares two processors with another one and two browsers. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static @Nullable Chromium shared;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The browser of all tests that run one after the other. */
    public static Browser shared() {
        Chromium running = shared;
        if (running == null || !running.browser.isConnected()) {
            running = start();
            shared = running;
        }
        return running.browser;
    }

    /** Ends the browser of all tests, if one was needed. */
    static void stopShared() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    /** Starts a browser without a window; it belongs to the thread that does it. */
    public static Chromium start() {
        Optional<Path> program = BrowserProgram.find();
        // Otherwise creating it downloads three browsers.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        LaunchOptions options = new LaunchOptions().setHeadless(true).setArgs(arguments());
        program.ifPresent(options::setExecutablePath);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-sync",
                "--no-first-run",
                // Containers give it too little shared memory for large pages.
                "--disable-dev-shm-usage"));
        if (BrowserProgram.isRoot()) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
