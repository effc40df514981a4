package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** The form that asks for a trial. */
public final class RegisterPage extends Page {

    public RegisterPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-register");
    }

    /** Everything filled in, and both consents given. */
    public RegisterPage fill(String email) {
        tab.fill("#firstName", "Prova");
        tab.fill("#lastName", "Nuova");
        tab.fill("#company", "Prova S.r.l.");
        tab.fill("#email", email);
        return consent("terms").consent("privacy");
    }

    public RegisterPage consent(String which) {
        tab.check("#" + which);
        return this;
    }

    public RegisterPage language(String tag) {
        tab.selectOption("#locale", tag);
        return this;
    }

    public String chosenLanguage() {
        return tab.inputValue("#locale");
    }

    public boolean isTicked(String which) {
        return tab.isChecked("#" + which);
    }

    public String value(String field) {
        return tab.inputValue("#" + field);
    }

    public boolean asksFor(String field) {
        return tab.locator("[name='" + field + "']").count() > 0;
    }

    public void backToLogin() {
        tab.click(".back a");
    }

    public void send() {
        submit();
    }
}
