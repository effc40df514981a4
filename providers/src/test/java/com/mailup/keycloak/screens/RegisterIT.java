package com.mailup.keycloak.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Journey;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.TestBed;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestBed.class)
class RegisterIT {

    @Journey
    void whoever_registers_verifies_the_address_sets_a_password_and_is_in(
            Browser browser, Mailbox mailbox, RelyingParty platform) {
        String name = "m" + UUID.randomUUID();
        new RegisterPage(browser.open(platform.registrationUrl())).register(name, name + "@example.com");
        new LoginVerifyEmailPage(browser.tab());

        browser.open(mailbox.await(name + "@example.com").link());

        new LoginUpdatePasswordPage(browser.tab()).choose(Person.PASSWORD);
        assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(name);
    }

    @Test
    void an_email_address_is_no_user_name(Browser browser, RelyingParty platform) {
        String email = UUID.randomUUID() + "@example.com";

        new RegisterPage(browser.open(platform.registrationUrl())).register(email, email);

        assertThat(new RegisterPage(browser.tab()).errorOf("username")).contains("non è l'email");
    }
}
