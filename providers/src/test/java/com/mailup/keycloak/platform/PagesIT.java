package com.mailup.keycloak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.SpringPlatform;
import com.mailup.keycloak.testbed.TestBed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every page of the platform: no barrier, no overflow, no text without its translation, a strict policy. */
@ExtendWith(TestBed.class)
@Tag("release")
record PagesIT(SpringPlatform platform, AdminApi admin) {

    private static final List<String> PAGES = List.of(
            "",
            "accesso-non-riuscito",
            "acquisto",
            "acquisto/starter",
            "abbonamento",
            "abbonamento/fatturazione",
            "abbonamento/pagamento",
            "non-esiste");

    @ParameterizedTest
    @MethodSource("com.mailup.keycloak.testbed.Repository#languages")
    void in_a_wide_light_window(String language, Browser browser) {
        walk(browser, language);
    }

    @Test
    void in_a_dark_window_of_320_pixels(Browser browser) {
        walk(browser.sized(320, 640).inTheDark(), "es");
    }

    private void walk(Browser browser, String language) {
        List<String> errors = new ArrayList<>();
        browser.context().onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                errors.add(message.text());
            }
        });
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        shopper.buy("starter", "tok_accept");
        order(shopper, language);
        shopper.open("acquisto/sms-500");
        shopper.tab().click("#pay");
        for (String path : PAGES) {
            check(shopper.open(path + "?lang=" + language), language);
        }
        shopper.tab().click("#username");
        check(new Page(shopper.tab(), "platform-error"), language);
        assertThat(errors).isEmpty();
    }

    private static void order(Shopper shopper, String language) {
        shopper.tab().navigate(shopper.tab().url() + "?lang=" + language);
        check(new Page(shopper.tab(), "platform-order"), language);
    }

    private static void check(Page page, String language) {
        assertThat(page.text()).doesNotContain("??");
        assertThat(page.language()).isEqualTo(language);
        assertThat(page.horizontalOverflow()).as(page.heading()).isZero();
        page.assertAccessible();
    }
}
