package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** The page that an outdated form leads to: start again or go on. */
public final class LoginPageExpiredPage extends Page {

    public LoginPageExpiredPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-login-page-expired");
    }
}
