package com.mailup.keycloak.platform;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.SpringPlatform;
import java.time.Duration;
import java.time.Instant;

/** Somebody on trial who has signed in to the platform, and what such people do there. */
record Shopper(SpringPlatform platform, Person person, com.microsoft.playwright.Page tab) {

    /** With nine days left. */
    static Shopper onTrial(Browser browser, AdminApi admin, SpringPlatform platform) {
        Person person = Person.any().withPlan("trial", Instant.now().plus(Duration.ofDays(9)));
        return signIn(person, admin, platform, browser.open(platform.home()));
    }

    /** @param tab on the platform's home */
    static Shopper signIn(Person person, AdminApi admin, SpringPlatform platform, com.microsoft.playwright.Page tab) {
        admin.create(person);
        tab.click("#accedi");
        new LoginPage(tab).signIn(person);
        return new Shopper(platform, person, tab);
    }

    Page open(String path) {
        tab.navigate(platform.home() + path);
        return new Page(tab, Page.idOf(tab));
    }

    void fillBillingData() {
        fillBillingData("Caffè Ω & Figli <b>S.r.l.</b>");
    }

    void fillBillingData(String company) {
        new Page(tab, "platform-billing");
        tab.fill("#company", company);
        tab.selectOption("#country", "IT");
        tab.fill("#vatNumber", "12345678903");
        tab.fill("#street", "Via Roma 1");
        tab.fill("#postalCode", "20121");
        tab.fill("#city", "Milano");
        tab.fill("#province", "MI");
        tab.fill("#recipientCode", "ABC1234");
        tab.click("#save");
    }

    void choose(String card) {
        new Page(tab, "platform-payment");
        tab.check("#kind-card");
        tab.selectOption("#card", card);
        tab.click("#save");
    }

    /** The first thing that is bought: who the buyer is and how it is paid are asked for on the way. */
    void buy(String product, String card) {
        open("acquisto/" + product);
        fillBillingData();
        choose(card);
        new Page(tab, "platform-checkout");
        tab.click("#pay");
    }
}
