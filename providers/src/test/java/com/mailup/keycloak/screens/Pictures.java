package com.mailup.keycloak.screens;

import com.mailup.keycloak.console.Console;
import com.mailup.keycloak.platform.PlatformPictures;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Chromium;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Repository;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Takes a picture of every screen in every language, light and dark, 320 and 1280 pixels wide, of the platform's pages and
 * of the console, and writes {@code docs/screens.md}. Started by {@code ./test pictures}.
 */
public final class Pictures {

    private static final Path DOCS = Repository.here().root().resolve("docs");
    /** So that the pictures of two runs differ only where the screens do. */
    private static final Pattern RANDOM_NAME = Pattern.compile("m[0-9a-f]{8}");

    private Pictures() {}

    public static void main(String[] arguments) throws IOException {
        int port = FreePort.find();
        try (Mailbox mailbox = new Mailbox();
                RelyingParty platform = new RelyingParty(0, "http://localhost:" + port + "/realms/mailup");
                KeycloakServer server = KeycloakSetup.named("pictures")
                        .port(port)
                        .with(mailbox)
                        .with(platform)
                        .start();
                Chromium chromium = new Chromium()) {
            ScreenFixture fixture = new ScreenFixture(server, new AdminApi(server, "mailup"), mailbox, platform);
            Files.createDirectories(DOCS.resolve("screens"));
            StringBuilder page = new StringBuilder("""
                    # Screens

                    Every screen in every language, light and dark, 1280 and 320 pixels wide. Made by `./test pictures`.
                    """);
            for (ScreenCatalogue screen : ScreenCatalogue.values()) {
                page.append("\n## ").append(screen.slug()).append("\n\n");
                page.append("| | light | dark | light, 320 | dark, 320 |\n|---|---|---|---|---|\n");
                for (String language : Repository.languages()) {
                    page.append(row(screen, language, fixture, chromium));
                }
            }
            page.append(new PlatformPictures(DOCS.resolve("screens"), server, fixture.admin(), chromium).take());
            page.append(console(fixture, chromium));
            Files.writeString(DOCS.resolve("screens.md"), page);
        }
    }

    /** What administrators see of it: the plan of somebody, the addresses of an application, the settings of trials. */
    private static String console(ScreenFixture fixture, Chromium chromium) {
        try (Browser everybody = chromium.person()) {
            Console console = Console.open(everybody.inLanguage("en-GB").sized(1280, 1100), fixture.server());
            AdminApi admin = fixture.admin();
            admin.create(Person.named("m00000").withPlan("trial", Instant.parse("2099-12-31T23:59:59Z")));
            String client = admin.client("platform").toRepresentation().getId();
            String mapper = admin.mapper("platform", "addresses").getId();
            return "\n## Console\n\nThe plan of somebody, the addresses of an application, the settings of trials.\n\n"
                    + picture(console.user(admin.userId("m00000")).showPlanHelp(), "console-plan")
                    + picture(console.mapper(client, mapper), "console-landing")
                    + picture(console.trialSettings(), "console-trial");
        }
    }

    private static String picture(Console console, String name) {
        String file = "screens/" + name + ".png";
        console.tab().screenshot(new ScreenshotOptions().setPath(DOCS.resolve(file)));
        return "<img src=\"%s\" width=\"640\" alt=\"\">\n".formatted(file);
    }

    private static String row(ScreenCatalogue screen, String language, ScreenFixture fixture, Chromium chromium) {
        StringBuilder row = new StringBuilder("| " + language + " |");
        for (int width : new int[] {1280, 320}) {
            for (String colours : new String[] {"light", "dark"}) {
                String file = "screens/%s-%s-%s-%d.png".formatted(screen.slug(), language, colours, width);
                try (Browser everybody = chromium.person()) {
                    Browser browser = everybody.inLanguage(language).sized(width, width == 320 ? 640 : 900);
                    take(screen, colours.equals("dark") ? browser.inTheDark() : browser, fixture, DOCS.resolve(file));
                }
                row.append(" <img src=\"%s\" width=\"%d\" alt=\"\"> |".formatted(file, width == 320 ? 120 : 320));
            }
        }
        return row.append('\n').toString();
    }

    private static void take(ScreenCatalogue screen, Browser browser, ScreenFixture fixture, Path file) {
        com.microsoft.playwright.Page tab = screen.open(browser, fixture).tab();
        tab.evaluate(
                "name => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); while"
                        + " (walk.nextNode()) walk.currentNode.data = walk.currentNode.data.replace(new RegExp(name, 'g'),"
                        + " 'm00000') }",
                RANDOM_NAME.pattern());
        tab.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
    }
}
