package com.mailup.keycloak.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.TestBed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the script of the pages adds to them; without it all of them work too. */
@ExtendWith(TestBed.class)
record ScriptIT(RelyingParty platform) {

    private static final String COUNT = """
            () => {
              window.sent = 0;
              addEventListener("submit", event => {
                if (!event.defaultPrevented) window.sent++;
                event.preventDefault();
              });
            }""";

    /** From now on what would be sent is counted, and the page stays. */
    private static void count(com.microsoft.playwright.Page tab) {
        // The script is a module: it has run when the page has loaded.
        tab.waitForLoadState();
        tab.evaluate(COUNT);
    }

    private static int sentAfter(com.microsoft.playwright.Page tab, int presses) {
        for (int i = 0; i < presses; i++) {
            tab.evaluate("() => document.querySelector('main form button:not([type=button])').click()");
        }
        return ((Number) tab.evaluate("() => window.sent")).intValue();
    }

    @Test
    void a_form_is_sent_once_however_often_somebody_presses(Browser browser) {
        com.microsoft.playwright.Page tab = LoginPage.open(browser, platform).tab();
        count(tab);

        assertThat(sentAfter(tab, 3)).isOne();
    }

    @Test
    void a_form_that_waits_in_vain_can_be_sent_again(Browser browser) {
        com.microsoft.playwright.Page tab = LoginPage.open(browser, platform).tab();
        tab.clock().install();
        tab.reload();
        count(tab);
        assertThat(sentAfter(tab, 1)).isOne();

        tab.clock().fastForward(9_000);

        assertThat(sentAfter(tab, 1)).isEqualTo(2);
    }

    @Test
    void a_password_is_shown_and_hidden_and_hidden_when_it_is_sent(Browser browser) {
        com.microsoft.playwright.Page tab = LoginPage.open(browser, platform).tab();
        count(tab);
        assertThat(tab.getAttribute("#password", "type")).isEqualTo("password");

        tab.click("#password-show-password");
        assertThat(tab.getAttribute("#password", "type")).isEqualTo("text");
        tab.click("#password-show-password");
        assertThat(tab.getAttribute("#password", "type")).isEqualTo("password");
        tab.click("#password-show-password");

        assertThat(sentAfter(tab, 1)).isOne();
        assertThat(tab.getAttribute("#password", "type")).isEqualTo("password");
    }
}
