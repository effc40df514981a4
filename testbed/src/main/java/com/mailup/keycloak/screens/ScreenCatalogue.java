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
    LOGIN((browser, stage) -> LoginPage.open(browser, stage.platform())),
    USERNAME_RECOVERY((browser, stage) -> UsernameRecoveryPage.open(browser, stage.platform())),
    LOGIN_RESET_PASSWORD((browser, stage) ->
            new LoginResetPasswordPage(browser.open(stage.platform().forgotCredentialsUrl()))),
    LOGIN_UPDATE_PASSWORD((browser, stage) -> {
        signIn(browser, stage, person -> person.withRequiredActions("UPDATE_PASSWORD"));
        return new LoginUpdatePasswordPage(browser.tab());
    }),
    LOGIN_VERIFY_EMAIL((browser, stage) -> {
        signIn(browser, stage, Person::withUnverifiedEmail);
        return new LoginVerifyEmailPage(browser.tab());
    }),
    LOGIN_CONFIG_TOTP((browser, stage) -> {
        signIn(browser, stage, person -> person.withRequiredActions("CONFIGURE_TOTP"));
        return new LoginConfigTotpPage(browser.tab());
    }),
    LOGIN_OTP((browser, stage) -> {
        Browser before = browser.another();
        Person person = signIn(before, stage, it -> it.withRequiredActions("CONFIGURE_TOTP"));
        LoginConfigTotpPage setup = new LoginConfigTotpPage(before.tab());
        setup.confirm(new TimeBasedOTP().generateTOTP(setup.secret()));
        new PlatformPage(before.tab());
        LoginPage.open(browser, stage.platform()).signIn(person.username(), Person.PASSWORD);
        return new LoginOtpPage(browser.tab());
    }),
    SELECT_AUTHENTICATOR((browser, stage) -> {
        LoginPage.open(browser, stage.platform()).askForAnotherWay();
        return new SelectAuthenticatorPage(browser.tab());
    }),
    LOGIN_PAGE_EXPIRED((browser, stage) -> {
        LoginPage login = LoginPage.open(browser, stage.platform());
        String outdated = login.address();
        Person person = stage.someone(it -> it.withRequiredActions("UPDATE_PASSWORD"));
        login.signIn(person.username(), Person.PASSWORD);
        new LoginUpdatePasswordPage(browser.tab());
        return new LoginPageExpiredPage(browser.open(outdated));
    }),
    REGISTER((browser, stage) -> new RegisterPage(browser.open(stage.platform().registrationUrl()))),
    TRIAL_REGISTRATION((browser, stage) -> {
        register(browser, stage);
        return new TrialRegistrationPage(browser.tab());
    }),
    TRIAL_USERNAME((browser, stage) -> {
        String email = register(browser, stage);
        browser.open(stage.mailbox().await(email).link());
        new LoginUpdatePasswordPage(browser.tab()).choose(Person.PASSWORD);
        return new TrialUsernamePage(browser.tab());
    }),
    LOGOUT_CONFIRM((browser, stage) -> {
        signIn(browser, stage, UnaryOperator.identity());
        new PlatformPage(browser.tab());
        return new LogoutConfirmPage(browser.open(stage.server().realmUrl() + "/protocol/openid-connect/logout"));
    }),
    INFO((browser, stage) -> {
        LOGOUT_CONFIRM.open(browser, stage);
        new LogoutConfirmPage(browser.tab()).confirm();
        return new InfoPage(browser.tab());
    }),
    ERROR((browser, stage) ->
            new ErrorPage(browser.open(stage.server().realmUrl() + "/protocol/openid-connect/auth?client_id=nobody")));

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
    public Page open(Browser browser, ScreenFixture stage) {
        return way.apply(browser, stage);
    }

    private static String register(Browser browser, ScreenFixture stage) {
        String email = Applicant.any().email();
        new RegisterPage(browser.open(stage.platform().registrationUrl()))
                .fill(email)
                .send();
        new TrialRegistrationPage(browser.tab());
        return email;
    }

    private static Person signIn(Browser browser, ScreenFixture stage, UnaryOperator<Person> difference) {
        Person person = stage.someone(difference);
        LoginPage.open(browser, stage.platform()).signIn(person.username(), Person.PASSWORD);
        return person;
    }
}
