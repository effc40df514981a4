package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.RelyingParty;

/** "Recupera nome utente": the page that asks for an e-mail address. */
public final class UsernameRecoveryPage extends Page {

    public UsernameRecoveryPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-username-recovery");
    }

    /** The way a person takes: the login page, then its link. */
    public static UsernameRecoveryPage open(Browser browser, RelyingParty platform) {
        LoginPage.open(browser, platform).forgotUsername();
        return new UsernameRecoveryPage(browser.tab());
    }

    public void recover(String email) {
        tab.fill("#email", email);
        submit();
    }

    public String email() {
        return tab.inputValue("#email");
    }

    public void backToLogin() {
        leave(() -> tab.click("a[href*='/login-actions/authenticate']"));
    }
}
