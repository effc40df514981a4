package com.mailup.keycloak.weight;

import com.mailup.keycloak.screens.ScreenCatalogue;
import com.mailup.keycloak.screens.ScreenFixture;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Chromium;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.NetworkCost;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.StockRealm;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Prints what every screen weighs, ours beside stock Keycloak's, both realms on one server in production mode: bytes on
 * the wire with headers, requests, and the first contentful paint on emulated slow 3G (400 ms, 400 kbit/s). The login
 * page is a first visit; every further screen comes with a warm cache. Started by {@code ./test weight}, which writes
 * {@code docs/page-weight.md}.
 */
public final class PageWeight {

    private final KeycloakServer server;
    private final Mailbox mailbox;
    private final Chromium chromium;

    private PageWeight(KeycloakServer server, Mailbox mailbox, Chromium chromium) {
        this.server = server;
        this.mailbox = mailbox;
        this.chromium = chromium;
    }

    public static void main(String[] arguments) throws IOException {
        int port = FreePort.find();
        String realms = "http://localhost:" + port + "/realms/";
        try (Mailbox mailbox = new Mailbox();
                RelyingParty platform = new RelyingParty(0, realms + "mailup");
                RelyingParty stockPlatform = new RelyingParty(0, realms + StockRealm.NAME);
                KeycloakServer server = KeycloakSetup.named("page-weight")
                        .port(port)
                        .with(mailbox)
                        .with(platform)
                        .imports(Repository.here().realm().get(0), StockRealm.file(stockPlatform))
                        .start();
                Chromium chromium = new Chromium()) {
            String table = new PageWeight(server, mailbox, chromium).table(platform, stockPlatform);
            System.out.println(table);
            Files.writeString(Repository.here().root().resolve("docs/page-weight.md"), page(table));
        }
    }

    private String table(RelyingParty platform, RelyingParty stockPlatform) {
        StringBuilder table = new StringBuilder("""
                | screen | bytes | stock | requests | stock | first paint | stock |
                |---|--:|--:|--:|--:|--:|--:|
                """);
        warmUp(platform);
        warmUp(stockPlatform);
        for (ScreenCatalogue screen : ScreenCatalogue.values()) {
            String ours = cost(screen, "mailup", platform);
            String stock = screen.isOurs() ? "– / – / –" : cost(screen, StockRealm.NAME, stockPlatform);
            table.append(row(screen.slug(), ours.split(" / "), stock.split(" / ")));
        }
        return table.toString();
    }

    /** A server that has just started reads its theme first, and compresses the style sheet for the first visitor. */
    private void warmUp(RelyingParty platform) {
        try (Browser somebody = chromium.person()) {
            somebody.open(platform.loginRedirect());
        }
    }

    private static String row(String screen, String[] ours, String[] stock) {
        return "| %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(screen, ours[0], stock[0], ours[1], stock[1], ours[2], stock[2]);
    }

    private String cost(ScreenCatalogue screen, String realm, RelyingParty platform) {
        try (Browser browser = chromium.person().unrecorded()) {
            boolean firstVisit = screen == ScreenCatalogue.LOGIN;
            if (!firstVisit) {
                browser.open(platform.loginRedirect());
            }
            NetworkCost wire = new NetworkCost(browser.tab()).slow();
            if (firstVisit) {
                browser.open(platform.loginRedirect());
            } else {
                screen.open(browser, new ScreenFixture(server, new AdminApi(server, realm), mailbox, platform));
            }
            long paint = wire.firstContentfulPaint();
            return "%,d / %d / %,d ms".formatted(wire.bytes(), wire.requests(), paint);
        }
    }

    private static String page(String table) {
        return """
                # What the pages weigh

                Bytes on the wire with headers, HTTP requests, and first contentful paint on emulated slow 3G (400 ms, 400 kbit/s),
                beside Keycloak's own theme: both realms on one server %s in production mode, one run. `login` is a first visit;
                every further screen comes with a warm cache. Redirects on the way to a page are not counted. Made by
                `./test weight`.

                %s""".formatted(System.getProperty("keycloak.version"), table);
    }
}
