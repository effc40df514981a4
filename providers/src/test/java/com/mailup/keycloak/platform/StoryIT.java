package com.mailup.keycloak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.screens.LoginUpdatePasswordPage;
import com.mailup.keycloak.screens.RegisterPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.SpringPlatform;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.trialregistration.Applicant;
import com.mailup.keycloak.trialregistration.TrialRegistrationPage;
import com.mailup.keycloak.trialusername.TrialUsernamePage;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the trial to the subscription and all that it offers, as people go through it. */
@Tag("journey")
@ExtendWith(TestBed.class)
record StoryIT(SpringPlatform platform, AdminApi admin) {

    @Test
    void a_person_who_tries_gets_a_user_name_by_mail_and_lands_on_the_purchase(Browser browser, Mailbox mailbox) {
        com.microsoft.playwright.Page tab = browser.open(platform.home());
        tab.click("#prova");
        Applicant applicant = Applicant.any();
        new RegisterPage(tab).fill(applicant.email()).send();
        new TrialRegistrationPage(tab);
        String link = mailbox.await(applicant.email()).links().stream()
                .filter(it -> it.contains("action-token"))
                .findFirst()
                .orElseThrow();

        browser.open(link);
        new LoginUpdatePasswordPage(tab).choose(Person.PASSWORD);
        TrialUsernamePage named = new TrialUsernamePage(tab);
        String username = named.username();
        named.goOn();

        Page purchase = new Page(tab, "platform-acquisto");
        assertThat(purchase.text()).contains(username, "restano 30 giorni");
        assertThat(tab.isVisible("#cart")).isTrue();
    }

    @Test
    void a_trial_buys_and_keycloak_learns_of_it(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        Person person = shopper.person();
        com.microsoft.playwright.Page tab = shopper.tab();

        Page purchase = new Page(tab, "platform-acquisto");
        assertThat(purchase.text()).contains("restano 9 giorni").contains("Enterprise");
        tab.click("[data-edition=plus] a");
        shopper.fillBillingData();
        shopper.choose("tok_accept");
        assertThat(new Page(tab, "platform-checkout").text()).contains("690,00").contains("841,80");
        tab.click("#pay");

        assertThat(new Page(tab, "platform-order").heading()).isEqualTo("Grazie, è tuo");
        Await.until("Keycloak knows", () -> "active".equals(admin.attribute(person, "plan")));
        tab.click("#to-subscription");
        Page subscription = new Page(tab, "platform-abbonamento");
        assertThat(subscription.text()).contains("Plus").contains("1/").contains("841,80");

        tab.click("#logout");
        new Page(tab, "platform-home");
        tab.click("#accedi");
        new LoginPage(tab).signIn(person);
        new Page(tab, "platform-abbonamento");
        tab.click("#username");
        tab.click("#subscription-link");
        new Page(tab, "platform-abbonamento").assertAccessible();
    }

    @Test
    void an_expired_trial_is_told_so_and_buys(Browser browser) {
        Person person = Person.any()
                .withPlan("expired", Instant.now().minus(Duration.ofDays(1)))
                .withAttribute("planEnded", "trial");
        Shopper shopper = Shopper.signIn(person, admin, platform, browser.open(platform.home()));

        assertThat(new Page(shopper.tab(), "platform-acquisto").text()).contains("La tua prova è finita il");
        shopper.buy("starter", "tok_accept");

        Await.until("Keycloak knows", () -> "active".equals(admin.attribute(person, "plan")));
        assertThat(admin.attribute(person, "planEnded")).isNull();
    }

    @Test
    void what_an_active_platform_may_have_beside(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        com.microsoft.playwright.Page tab = shopper.tab();
        shopper.buy("starter", "tok_accept");
        tab.click("#to-subscription");

        tab.click("#buy-sms-500");
        tab.click("#pay");
        tab.click("#to-subscription");
        assertThat(tab.textContent("#balance")).isEqualTo("500");
        tab.click("#send-sms");
        assertThat(tab.textContent("#balance")).isEqualTo("499");
        tab.click("#buy-training");
        tab.click("#pay");
        tab.click("#to-subscription");
        assertThat(tab.textContent("#services")).contains("Formazione, fino al");
        tab.click("#buy-training");
        assertThat(tab.textContent("#extension")).contains("questo acquisto lo prolunga");
        tab.click("#back");

        String end = tab.textContent("#ends");
        tab.click("#renew");
        tab.click("#pay");
        tab.click("#to-subscription");
        assertThat(tab.textContent("#ends")).isNotEqualTo(end).contains(String.valueOf(year(end) + 1));
        assertThat(tab.locator("#invoices tbody tr").count()).isEqualTo(4);
    }

    @Test
    void a_declined_card_buys_nothing_and_another_one_does(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        com.microsoft.playwright.Page tab = shopper.tab();
        shopper.buy("starter", "tok_decline");

        assertThat(new Page(tab, "platform-order").heading()).isEqualTo("Il pagamento è stato rifiutato");
        tab.getByRole(
                        AriaRole.LINK,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName("Scegli un altro pagamento"))
                .click();
        shopper.choose("tok_accept");
        tab.click("#pay");
        assertThat(new Page(tab, "platform-order").heading()).isEqualTo("Grazie, è tuo");
    }

    @Test
    void a_lost_answer_is_asked_for_again_and_charges_once(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        com.microsoft.playwright.Page tab = shopper.tab();
        shopper.buy("starter", "tok_timeout");

        assertThat(new Page(tab, "platform-order").heading()).isEqualTo("Aspettiamo il pagamento");
        Await.until("the order is paid", () -> {
            tab.reload();
            return new Page(tab, "platform-order").heading().equals("Grazie, è tuo");
        });
        tab.click("#to-subscription");
        assertThat(tab.locator("#invoices tbody tr").count()).isEqualTo(1);
    }

    @Test
    void a_bank_transfer_is_waited_for(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        com.microsoft.playwright.Page tab = shopper.tab();
        shopper.open("acquisto/premium");
        shopper.fillBillingData();
        tab.check("#kind-transfer");
        tab.click("#save");
        tab.click("#pay");

        assertThat(new Page(tab, "platform-order").text())
                .contains("Aspettiamo il pagamento")
                .contains("IBAN");
        shopper.open("acquisto");
        assertThat(tab.locator("[data-edition] a").count()).isZero();
        assertThat(shopper.open("abbonamento").text()).contains("Aspettiamo il pagamento di", "Premium");
        tab.click("#open a");
        Await.until("the money has come", () -> {
            tab.click("#look-again");
            return new Page(tab, "platform-order").heading().equals("Grazie, è tuo");
        });
    }

    @Test
    void an_expired_subscription_says_what_still_works_and_is_taken_up_again(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        com.microsoft.playwright.Page tab = shopper.tab();
        shopper.buy("starter", "tok_accept");
        tab.click("#to-subscription");
        int year = year(tab.textContent("#ends"));

        platform.travel(Duration.ofDays(370));
        // Over Keycloak, which has not travelled along.
        tab.reload();
        assertThat(tab.textContent("#ends")).startsWith("è scaduta");
        assertThat(tab.isVisible("#send-sms")).isFalse();
        assertThat(shopper.open("acquisto").text()).contains("è scaduta", "fatture");
        shopper.open("abbonamento");
        tab.click("#renew");
        tab.click("#pay");
        tab.click("#to-subscription");
        assertThat(year(tab.textContent("#ends"))).isEqualTo(year + 1);
    }

    private static int year(String date) {
        return Integer.parseInt(date.strip().replaceAll(".* ", ""));
    }

    @Test
    void what_is_somebody_elses_is_not_there(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        com.microsoft.playwright.Page tab = shopper.tab();
        shopper.buy("starter", "tok_accept");
        String order = tab.url();
        tab.click("#to-subscription");
        String invoice = tab.locator("#invoices tbody a").getAttribute("href").substring(1);
        assertThat(tab.request().get(platform.home() + invoice).status()).isEqualTo(200);

        com.microsoft.playwright.Page other =
                Shopper.onTrial(browser.another(), admin, platform).tab();
        assertThat(other.request().get(platform.home() + invoice).status()).isEqualTo(404);
        assertThat(other.request().get(order).status()).isEqualTo(404);
    }
}
