package com.mailup.keycloak.testbed;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one browser process of a run. */
public final class Chromium implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser process;

    public Chromium() {
        LaunchOptions options = new LaunchOptions()
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        Playwright.CreateOptions create = new Playwright.CreateOptions();
        if (Files.isExecutable(INSTALLED)) {
            options.setExecutablePath(INSTALLED);
            create.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        }
        playwright = Playwright.create(create);
        process = playwright.chromium().launch(options);
    }

    /** The browser of somebody of our audience. */
    public Browser person() {
        return new Browser(this, BrowserProfile.USUAL);
    }

    BrowserContext context(NewContextOptions options) {
        return process.newContext(options);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
