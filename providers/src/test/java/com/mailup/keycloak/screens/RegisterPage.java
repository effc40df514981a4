package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** The form for a new account. */
public final class RegisterPage extends Page {

    public RegisterPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-register");
    }

    public void register(String username, String email) {
        tab.fill("#username", username);
        tab.fill("#email", email);
        tab.fill("#firstName", "Prova");
        tab.fill("#lastName", "Nuova");
        submit();
    }
}
