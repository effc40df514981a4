package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** The page that sets up a second factor. */
public final class LoginConfigTotpPage extends Page {

    public LoginConfigTotpPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-login-config-totp");
    }

    /** The secret that an authenticator app would read from the picture. */
    public String secret() {
        return tab.inputValue("#totpSecret");
    }

    public void confirm(String code) {
        tab.fill("#totp", code);
        submit();
    }
}
