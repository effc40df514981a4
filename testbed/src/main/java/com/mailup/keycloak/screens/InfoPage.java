package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** A page with one piece of news and the way on. */
public final class InfoPage extends Page {

    public InfoPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-info");
    }

    /** Follows the one link of the page. */
    public void proceed() {
        leave(() -> tab.click("main a"));
    }
}
