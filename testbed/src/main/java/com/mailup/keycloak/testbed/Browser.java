package com.mailup.keycloak.testbed;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Tracing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One person's browser: its own cookies, its own client address; nothing is opened before it is needed. */
public final class Browser implements AutoCloseable {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final double PATIENCE_MILLIS = 10_000;

    private final Chromium chromium;
    private final BrowserProfile look;
    private final List<Browser> all;
    private final String address;
    private BrowserContext context;
    private boolean recorded = true;

    Browser(Chromium chromium, BrowserProfile look) {
        this(chromium, look, new ArrayList<>());
    }

    private Browser(Chromium chromium, BrowserProfile look, List<Browser> all) {
        this.chromium = chromium;
        this.look = look;
        this.all = all;
        int person = PEOPLE.incrementAndGet();
        // Throttles count by client address: a shared address would count another test's requests.
        this.address = "10.%d.%d.%d".formatted(person >> 16 & 255, person >> 8 & 255, person & 255);
        all.add(this);
    }

    /** Another person's browser of the same kind. */
    public Browser another() {
        return another(look);
    }

    public Browser inLanguage(String locale) {
        return another(look.inLanguage(locale));
    }

    public Browser withoutJavaScript() {
        return another(look.withJavaScript(false));
    }

    public Browser inTheDark() {
        return another(look.inTheDark());
    }

    public Browser sized(int width, int height) {
        return another(look.sized(width, height));
    }

    private Browser another(BrowserProfile other) {
        return new Browser(chromium, other, all);
    }

    public boolean hasJavaScript() {
        return look.javaScript();
    }

    /** The client address that Keycloak sees. */
    public String address() {
        return address;
    }

    /** Without the recording for failed tests, which delays the first paint: for measuring. */
    public Browser unrecorded() {
        recorded = false;
        return this;
    }

    /** Goes there in the first tab. */
    public com.microsoft.playwright.Page open(String url) {
        com.microsoft.playwright.Page tab = tab();
        tab.navigate(url);
        return tab;
    }

    public com.microsoft.playwright.Page tab() {
        return context().pages().isEmpty() ? newTab() : context().pages().get(0);
    }

    public com.microsoft.playwright.Page newTab() {
        return context().newPage();
    }

    /** Cookies, routes and all else that Playwright offers. */
    public BrowserContext context() {
        if (context == null) {
            context = chromium.context(look.options().setExtraHTTPHeaders(Map.of("X-Forwarded-For", address)));
            context.setDefaultTimeout(PATIENCE_MILLIS);
            if (recorded) {
                context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
            }
        }
        return context;
    }

    /** For a failed test: what each tab of each person showed, and the way there as a Playwright trace. */
    void keepEvidence(Path folder) {
        for (Browser person : all) {
            if (person.context != null) {
                person.keepOwnEvidence(folder.resolve("browser-" + (all.indexOf(person) + 1)));
            }
        }
    }

    private void keepOwnEvidence(Path folder) {
        FileWork.of(() -> {
            Files.createDirectories(folder);
            List<com.microsoft.playwright.Page> tabs = context.pages();
            for (com.microsoft.playwright.Page tab : tabs) {
                String name = "tab-" + (tabs.indexOf(tab) + 1);
                Files.write(folder.resolve(name + ".png"), tab.screenshot());
                Files.writeString(folder.resolve(name + ".html"), "<!-- " + tab.url() + " -->\n" + tab.content());
            }
            context.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve("trace.zip")));
        });
    }

    @Override
    public void close() {
        all.stream().filter(person -> person.context != null).forEach(person -> person.context.close());
    }
}
