package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** Where a login ends: the application's page, with the user name at the top right. */
public final class PlatformPage extends Page {

    public PlatformPage(com.microsoft.playwright.Page tab) {
        super(tab, "platform");
    }

    public String username() {
        return tab.locator("#username").innerText().strip();
    }

    public void logOut() {
        leave(() -> tab.click("#logout"));
    }
}
