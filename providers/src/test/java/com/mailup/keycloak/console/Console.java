package com.mailup.keycloak.console;

import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Keycloak's administration console, for our realm, as an administrator uses it. */
public final class Console {

    private final Page tab;
    private final String home;

    private Console(Page tab, String home) {
        this.tab = tab;
        this.home = home;
    }

    public static Console open(Browser browser, KeycloakServer server) {
        String home = server.url() + "/admin/master/console/#/" + server.realm();
        Page tab = browser.open(home);
        tab.fill("#username", KeycloakServer.ADMIN);
        tab.fill("#password", KeycloakServer.ADMIN);
        tab.click("#kc-login");
        tab.locator("#nav-item-clients").waitFor();
        return new Console(tab, home);
    }

    public Page tab() {
        return tab;
    }

    /** The details of a user, among them the attributes of the user profile. */
    public Console user(String id) {
        tab.navigate(home + "/users/" + id + "/settings");
        tab.locator("[data-testid='firstName']").waitFor();
        return this;
    }

    /** The mappers of a client's own. */
    public Console mapper(String client, String id) {
        tab.navigate(home + "/clients/" + client + "/clientScopes/dedicated/mappers/" + id + "/edit");
        tab.locator("[data-testid='name']").waitFor();
        return this;
    }

    /** The help beside the select of plans, opened as a click opens it. */
    public Console showPlanHelp() {
        tab.locator(".pf-v5-c-form__group:has(#plan) .pf-v5-c-form__group-label button")
                .first()
                .click();
        tab.locator(".pf-v5-c-popover").waitFor();
        return this;
    }

    public String help() {
        return tab.locator(".pf-v5-c-popover").innerText();
    }

    /** What the step that mails links of trials is set to. */
    public Console trialSettings() {
        tab.navigate(home + "/authentication");
        tab.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName("mailup registration")
                                .setExact(true))
                .click();
        tab.getByText("Trial: mail").first().waitFor();
        tab.locator("[aria-label='Settings'], [data-testid$='-config']").last().click();
        tab.getByText("Days of a trial").first().waitFor();
        return this;
    }
}
