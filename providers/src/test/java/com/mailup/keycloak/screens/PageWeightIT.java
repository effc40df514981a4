package com.mailup.keycloak.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.NetworkCost;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.TestBed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages weigh: bytes and requests are exact; times are measured by {@code ./test weight}. */
@ExtendWith(TestBed.class)
@Tag("release")
record PageWeightIT(RelyingParty platform, ScreenFixture fixture) {

    @Test
    void a_first_visit_of_the_login_page_takes_at_most_10_000_bytes_in_at_most_3_requests(Browser browser) {
        NetworkCost wire = new NetworkCost(browser.tab());

        browser.open(platform.loginRedirect());

        assertThat(wire.bytes()).isBetween(1L, 10_000L);
        assertThat(wire.requests()).isBetween(1, 3);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOGIN")
    void every_further_screen_takes_at_most_5_000_bytes(ScreenCatalogue screen, Browser browser) {
        browser.open(platform.loginRedirect());
        NetworkCost wire = new NetworkCost(browser.tab());

        screen.open(browser, fixture);

        assertThat(wire.bytes()).isBetween(1L, 5_000L);
    }
}
