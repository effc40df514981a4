package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** The question for the second factor's code. */
public final class LoginOtpPage extends Page {

    public LoginOtpPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-login-otp");
    }

    public void enter(String code) {
        tab.fill("#otp", code);
        submit();
    }
}
