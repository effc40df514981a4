package com.mailup.keycloak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.SpringPlatform;
import com.mailup.keycloak.testbed.TestBed;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Thirty minutes without a request end both sessions, ours and Keycloak's, and never a minute of work before. */
@ExtendWith(TestBed.class)
@Tag("release")
record IdleIT(SpringPlatform platform, AdminApi admin, KeycloakServer server) {

    private void travel(Duration ahead) {
        server.travel(ahead);
        platform.travel(ahead);
    }

    private com.microsoft.playwright.Page signIn(Browser browser, String path) {
        Person person = admin.create(Person.any().withAttribute("plan", "active"));
        com.microsoft.playwright.Page tab = browser.open(platform.home() + path);
        new LoginPage(tab).signIn(person);
        return tab;
    }

    @Test
    void both_are_over_and_the_login_page_says_why(Browser browser) {
        com.microsoft.playwright.Page tab = signIn(browser, "abbonamento");

        travel(Duration.ofMinutes(31));
        tab.reload();

        assertThat(new LoginPage(tab).message()).contains("30 minuti");
    }

    /** Keycloak gives a code unasked, and so the page is there again, in a session of the platform that is a new one. */
    @Test
    void after_31_minutes_ours_is_over_though_keycloaks_lives(Browser browser) {
        com.microsoft.playwright.Page tab = signIn(browser, "abbonamento");
        new Page(tab, "platform-abbonamento");
        String before = platform.session(browser);

        platform.travel(Duration.ofMinutes(29));
        tab.reload();
        assertThat(platform.session(browser)).isEqualTo(before);
        platform.travel(Duration.ofMinutes(60).plusSeconds(30));
        tab.reload();

        assertThat(platform.session(browser)).isNotEqualTo(before);
    }

    @Test
    void work_keeps_both_alive_however_long_it_takes(Browser browser) {
        com.microsoft.playwright.Page tab = signIn(browser, "abbonamento");

        for (int minutes : new int[] {25, 50, 75}) {
            travel(Duration.ofMinutes(minutes));
            tab.reload();
            new Page(tab, "platform-abbonamento");
        }
        // Keycloak's session was kept too: it gives a code unasked, from a future that the platform does not believe
        // in.
        tab.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("PLATFORM"));
        tab.navigate(platform.home() + "oauth2/authorization/mailup");
        new Page(tab, "platform-login-failed");
    }

    @Test
    void who_is_signed_out_at_keycloak_is_signed_out_here(Browser browser) {
        com.microsoft.playwright.Page tab = signIn(browser, "abbonamento");
        String username = tab.textContent("#username");

        admin.account(username).logout();
        platform.travel(Duration.ofMinutes(1));
        tab.reload();

        new LoginPage(tab);
    }

    @Test
    void a_warning_comes_two_minutes_before_and_a_click_stays(Browser browser) {
        com.microsoft.playwright.Page tab = signIn(browser, "abbonamento");
        tab.clock().install();
        tab.reload();

        tab.clock().fastForward("27:55");
        assertThat(tab.isVisible("#idle")).isFalse();
        tab.clock().fastForward("00:10");
        assertThat(tab.textContent("#idle-left")).startsWith("1:5");
        tab.click("#stay");
        tab.waitForSelector(
                "#idle",
                new com.microsoft.playwright.Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        tab.clock().fastForward("29:55");
        assertThat(tab.isVisible("#stay")).isTrue();
        tab.clock().fastForward("00:10");
        assertThat(tab.isVisible("#sign-in-again")).isTrue();
    }

    @Test
    void what_has_been_sent_is_not_offered_again(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        com.microsoft.playwright.Page tab = shopper.tab();
        shopper.open("abbonamento/fatturazione");
        tab.fill("#company", "Rossi");
        tab.click("#save");
        assertThat(tab.isVisible("[role=alert]")).isTrue();
        assertThat(tab.isVisible("#draft-note")).isFalse();

        shopper.fillBillingData();
        new Page(tab, "platform-abbonamento");
        shopper.open("abbonamento/fatturazione");
        assertThat(tab.isVisible("#draft-note")).isFalse();
    }

    @Test
    void what_was_being_written_is_there_after_the_next_login(Browser browser) {
        com.microsoft.playwright.Page tab = signIn(browser, "abbonamento/fatturazione");
        String username = tab.textContent("#username");
        // The page is there before its script is.
        tab.waitForLoadState();
        tab.locator("#company").pressSequentially("Rossi");

        admin.account(username).logout();
        platform.travel(Duration.ofMinutes(31));
        tab.onDialog(com.microsoft.playwright.Dialog::accept);
        tab.reload();
        new LoginPage(tab).signIn(username, Person.PASSWORD);

        new Page(tab, "platform-billing");
        assertThat(tab.inputValue("#company")).isEqualTo("Rossi");
        assertThat(tab.isVisible("#draft-note")).isTrue();
    }
}
