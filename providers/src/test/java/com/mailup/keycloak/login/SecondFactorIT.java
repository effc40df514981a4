package com.mailup.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.passwordreset.LoginResetPasswordPage;
import com.mailup.keycloak.screens.LoginConfigTotpPage;
import com.mailup.keycloak.screens.LoginOtpPage;
import com.mailup.keycloak.screens.LoginUpdatePasswordPage;
import com.mailup.keycloak.screens.PlatformPage;
import com.mailup.keycloak.screens.SelectAuthenticatorPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Journey;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.TestBed;
import java.util.Calendar;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.models.utils.TimeBasedOTP;

@Tag("journey")
@ExtendWith(TestBed.class)
record SecondFactorIT(RelyingParty platform, AdminApi admin, Mailbox mailbox) {

    @Journey
    void a_person_who_is_told_to_sets_one_up_and_is_asked_for_it_from_then_on(Browser browser) {
        Person person = admin.create(Person.any().withRequiredActions("CONFIGURE_TOTP"));
        LoginPage.open(browser, platform).signIn(person);

        LoginConfigTotpPage setup = new LoginConfigTotpPage(browser.tab());
        String secret = setup.secret();
        setup.confirm("000000");
        LoginConfigTotpPage again = new LoginConfigTotpPage(browser.tab());
        assertThat(again.errorOf("totp")).isNotEmpty();
        again.confirm(new TimeBasedOTP().generateTOTP(secret));
        new PlatformPage(browser.tab());

        Browser later = browser.another();
        LoginPage.open(later, platform).signIn(person);
        LoginOtpPage question = new LoginOtpPage(later.tab());
        question.enter("000000");
        LoginOtpPage asked = new LoginOtpPage(later.tab());
        assertThat(asked.errorOf("otp")).isNotEmpty();
        asked.enter(nextCode(secret));
        assertThat(new PlatformPage(later.tab()).username()).isEqualTo(person.username());
    }

    @Test
    @Tag("A63")
    void a_password_reset_does_not_lead_around_it(Browser browser) {
        Person person = admin.create(Person.any().withRequiredActions("CONFIGURE_TOTP"));
        LoginPage.open(browser, platform).signIn(person);
        LoginConfigTotpPage setup = new LoginConfigTotpPage(browser.tab());
        setup.confirm(new TimeBasedOTP().generateTOTP(setup.secret()));
        new PlatformPage(browser.tab());

        Browser later = browser.another();
        LoginResetPasswordPage.open(later, platform).reset(person.username(), person.email());
        later.open(mailbox.await(person.email()).link());
        new LoginUpdatePasswordPage(later.tab()).choose("una-nuova-parola-43");
        new LoginPage(later.tab()).signIn(person.username(), "una-nuova-parola-43");

        new LoginOtpPage(later.tab());
    }

    @Test
    void no_page_offers_another_way_and_who_asks_for_one_all_the_same_finds_the_way_back(Browser browser) {
        LoginPage login = LoginPage.open(browser, platform);
        assertThat(login.tab().locator("[name=tryAnotherWay]").count()).isZero();

        login.askForAnotherWay();

        new SelectAuthenticatorPage(login.tab()).startAgain();
        new LoginPage(browser.tab());
    }

    /** A code serves once; Keycloak takes the next half minute's early. */
    private static String nextCode(String secret) {
        Calendar soon = Calendar.getInstance();
        soon.add(Calendar.SECOND, TimeBasedOTP.DEFAULT_INTERVAL_SECONDS);
        TimeBasedOTP generator = new TimeBasedOTP();
        generator.setCalendar(soon);
        return generator.generateTOTP(secret);
    }
}
