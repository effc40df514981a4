package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.screens.RegisterPage;
import com.mailup.keycloak.testbed.Page;

/** What everybody sees who has asked for a trial: a mail is on its way. */
public final class TrialRegistrationPage extends Page {

    public TrialRegistrationPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-trial-registration");
    }

    public TrialRegistrationPage sendAgain() {
        leave(() -> tab.click("[name=again]"));
        return new TrialRegistrationPage(tab);
    }

    public RegisterPage change() {
        leave(() -> tab.click("[name=change]"));
        return new RegisterPage(tab);
    }

    public LoginPage backToLogin() {
        leave(() -> tab.click(".back a"));
        return new LoginPage(tab);
    }
}
