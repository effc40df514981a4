package com.mailup.keycloak.screens;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.passwordreset.LoginResetPasswordPage;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.trialregistration.Applicant;
import com.mailup.keycloak.trialregistration.TrialRegistrationPage;
import com.mailup.keycloak.trialusername.TrialUsernamePage;
import com.mailup.keycloak.usernamerecovery.UsernameRecoveryPage;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.keycloak.models.utils.TimeBasedOTP;

/** Every screen with the shortest way to it: for what must hold on all of them, and for their pictures. */
public enum ScreenCatalogue {
    LOGIN((browser, fixture) -> LoginPage.open(browser, fixture.platform())),
    USERNAME_RECOVERY((browser, fixture) -> UsernameRecoveryPage.open(browser, fixture.platform())),
    LOGIN_RESET_PASSWORD((browser, fixture) ->
            new LoginResetPasswordPage(browser.open(fixture.platform().forgotCredentialsUrl()))),
    LOGIN_UPDATE_PASSWORD((browser, fixture) -> {
        signIn(browser, fixture, person -> person.withRequiredActions("UPDATE_PASSWORD"));
        return new LoginUpdatePasswordPage(browser.tab());
    }),
    LOGIN_VERIFY_EMAIL((browser, fixture) -> {
        signIn(browser, fixture, Person::withUnverifiedEmail);
        return new LoginVerifyEmailPage(browser.tab());
    }),
    LOGIN_CONFIG_TOTP((browser, fixture) -> {
        signIn(browser, fixture, person -> person.withRequiredActions("CONFIGURE_TOTP"));
        return new LoginConfigTotpPage(browser.tab());
    }),
    LOGIN_OTP((browser, fixture) -> {
        Browser before = browser.another();
        Person person = signIn(before, fixture, it -> it.withRequiredActions("CONFIGURE_TOTP"));
        LoginConfigTotpPage setup = new LoginConfigTotpPage(before.tab());
        setup.confirm(new TimeBasedOTP().generateTOTP(setup.secret()));
        new PlatformPage(before.tab());
        LoginPage.open(browser, fixture.platform()).signIn(person);
        return new LoginOtpPage(browser.tab());
    }),
    SELECT_AUTHENTICATOR((browser, fixture) -> {
        LoginPage.open(browser, fixture.platform()).askForAnotherWay();
        return new SelectAuthenticatorPage(browser.tab());
    }),
    LOGIN_PAGE_EXPIRED((browser, fixture) -> {
        LoginPage login = LoginPage.open(browser, fixture.platform());
        String outdated = login.address();
        Person person = fixture.someone(it -> it.withRequiredActions("UPDATE_PASSWORD"));
        login.signIn(person);
        new LoginUpdatePasswordPage(browser.tab());
        return new LoginPageExpiredPage(browser.open(outdated));
    }),
    REGISTER((browser, fixture) ->
            new RegisterPage(browser.open(fixture.platform().registrationUrl()))),
    TRIAL_REGISTRATION((browser, fixture) -> {
        register(browser, fixture);
        return new TrialRegistrationPage(browser.tab());
    }),
    TRIAL_USERNAME((browser, fixture) -> {
        String email = register(browser, fixture);
        browser.open(fixture.mailbox().await(email).link());
        new LoginUpdatePasswordPage(browser.tab()).choose(Person.PASSWORD);
        return new TrialUsernamePage(browser.tab());
    }),
    LOGOUT_CONFIRM((browser, fixture) -> {
        signIn(browser, fixture, UnaryOperator.identity());
        new PlatformPage(browser.tab());
        return new LogoutConfirmPage(browser.open(fixture.server().realmUrl() + "/protocol/openid-connect/logout"));
    }),
    INFO((browser, fixture) -> {
        LOGOUT_CONFIRM.open(browser, fixture);
        new LogoutConfirmPage(browser.tab()).confirm();
        return new InfoPage(browser.tab());
    }),
    ERROR((browser, fixture) -> new ErrorPage(
            browser.open(fixture.server().realmUrl() + "/protocol/openid-connect/auth?client_id=nobody")));

    private final BiFunction<Browser, ScreenFixture, Page> way;

    ScreenCatalogue(BiFunction<Browser, ScreenFixture, Page> way) {
        this.way = way;
    }

    /** Name of the theme's template. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether stock Keycloak has no such screen. */
    public boolean isOurs() {
        return this == USERNAME_RECOVERY || this == TRIAL_REGISTRATION || this == TRIAL_USERNAME;
    }

    /** Goes to the screen, as a person would where that is possible. */
    public Page open(Browser browser, ScreenFixture fixture) {
        return way.apply(browser, fixture);
    }

    private static String register(Browser browser, ScreenFixture fixture) {
        String email = Applicant.any().email();
        new RegisterPage(browser.open(fixture.platform().registrationUrl()))
                .fill(email)
                .send();
        new TrialRegistrationPage(browser.tab());
        return email;
    }

    private static Person signIn(Browser browser, ScreenFixture fixture, UnaryOperator<Person> difference) {
        Person person = fixture.someone(difference);
        LoginPage.open(browser, fixture.platform()).signIn(person);
        return person;
    }
}
