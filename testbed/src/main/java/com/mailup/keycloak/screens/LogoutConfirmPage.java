package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** The question before a log-out that no application vouches for. */
public final class LogoutConfirmPage extends Page {

    public LogoutConfirmPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-logout-confirm");
    }

    public void confirm() {
        leave(() -> tab.click("#kc-logout"));
    }
}
