package com.mailup.keycloak.platform;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Chromium;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.SpringPlatform;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pictures of the platform's pages, in the order in which somebody who buys sees them. */
public final class PlatformPictures {

    /** The day on which they are taken, so that two runs show the same dates. */
    private static final Instant DAY = Instant.parse("2030-01-15T09:00:00Z");

    private static final Instant TRIAL_ENDS = DAY.plus(Duration.ofDays(9));

    private final Path folder;
    private final KeycloakServer server;
    private final AdminApi admin;
    private final Chromium chromium;
    private int people = 10_000;

    /** @param folder where they are put */
    public PlatformPictures(Path folder, KeycloakServer server, AdminApi admin, Chromium chromium) {
        this.folder = folder;
        this.server = server;
        this.admin = admin;
        this.chromium = chromium;
    }

    /** Takes them in every language, and returns a chapter of {@code docs/screens.md}. */
    public String take() {
        Map<String, StringBuilder> rows = new LinkedHashMap<>();
        try (SpringPlatform platform = new SpringPlatform(server, admin)) {
            platform.travel(Duration.between(Instant.now(), DAY));
            Repository.languages().forEach(language -> {
                try (Browser wide = chromium.person();
                        Browser narrow = chromium.person()) {
                    walk(wide.inLanguage(language).sized(1280, 900), platform, language + "-light-1280", 320, rows);
                    walk(
                            narrow.inLanguage(language).sized(320, 640).inTheDark(),
                            platform,
                            language + "-dark-320",
                            120,
                            rows);
                }
            });
        }
        StringBuilder chapter = new StringBuilder("""

                ## The platform

                What somebody on trial sees who buys: wide and light, narrow and dark, in each language.

                """);
        rows.values().forEach(row -> chapter.append(row).append("\n\n"));
        return chapter.deleteCharAt(chapter.length() - 1).toString();
    }

    private void walk(
            Browser browser, SpringPlatform platform, String look, int width, Map<String, StringBuilder> rows) {
        com.microsoft.playwright.Page tab = browser.open(platform.home());
        Visit visit = page -> {
            String file = "platform-%s-%s.png".formatted(page, look);
            tab.screenshot(new ScreenshotOptions().setPath(folder.resolve(file)).setFullPage(true));
            rows.computeIfAbsent(page, heading -> new StringBuilder("### " + heading + "\n\n"))
                    .append("<img src=\"screens/%s\" width=\"%d\" alt=\"\"> ".formatted(file, width));
        };
        visit.to("home");
        Shopper shopper = Shopper.signIn(someone(), admin, platform, tab);
        visit.to("purchase");
        shopper.open("acquisto/plus");
        shopper.fillBillingData("Caffè Rossi S.r.l.");
        visit.to("payment");
        shopper.choose("tok_accept");
        visit.to("checkout");
        tab.click("#pay");
        visit.to("order");
        shopper.open("abbonamento/fatturazione");
        visit.to("billing");
        shopper.open("abbonamento");
        visit.to("subscription");
    }

    private Person someone() {
        return Person.named("m" + people++).withPlan("trial", TRIAL_ENDS);
    }

    /** Somebody looks at a page, and a picture is taken. */
    private interface Visit {
        void to(String page);
    }
}
