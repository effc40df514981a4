package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** "Scegli una nuova password": reached by the link in the mail, or on an administrator's order. */
public final class LoginUpdatePasswordPage extends Page {

    public LoginUpdatePasswordPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-login-update-password");
    }

    public void choose(String password) {
        choose(password, password);
    }

    public void choose(String password, String again) {
        tab.fill("#password-new", password);
        tab.fill("#password-confirm", again);
        submit();
    }
}
