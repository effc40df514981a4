package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** The choice of another way to sign in. */
public final class SelectAuthenticatorPage extends Page {

    public SelectAuthenticatorPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-select-authenticator");
    }

    public void startAgain() {
        leave(() -> tab.click("a[href*='/login-actions/restart']"));
    }
}
