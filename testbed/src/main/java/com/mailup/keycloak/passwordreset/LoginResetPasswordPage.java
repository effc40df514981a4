package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.RelyingParty;

/** "Reimposta la tua password": the page that asks for user name and e-mail address. */
public final class LoginResetPasswordPage extends Page {

    public LoginResetPasswordPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-login-reset-password");
    }

    /** The way a person takes: the login page, then its link. */
    public static LoginResetPasswordPage open(Browser browser, RelyingParty platform) {
        LoginPage.open(browser, platform).forgotPassword();
        return new LoginResetPasswordPage(browser.tab());
    }

    public void reset(String username, String email) {
        tab.fill("#username", username);
        tab.fill("#email", email);
        submit();
    }

    public String username() {
        return tab.inputValue("#username");
    }

    public String email() {
        return tab.inputValue("#email");
    }

    public void backToLogin() {
        leave(() -> tab.click("a[href*='/login-actions/authenticate']"));
    }
}
