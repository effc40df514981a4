package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** The page that waits for the click on the link in the verification mail. */
public final class LoginVerifyEmailPage extends Page {

    public LoginVerifyEmailPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-login-verify-email");
    }
}
