package com.mailup.keycloak.trialusername;

import com.mailup.keycloak.testbed.Page;

/** Shows the user name that was made for a trial. */
public final class TrialUsernamePage extends Page {

    public TrialUsernamePage(com.microsoft.playwright.Page tab) {
        super(tab, "login-trial-username");
    }

    public String username() {
        return tab.locator("#new-username").innerText().strip();
    }

    public void goOn() {
        submit();
    }
}
