package com.mailup.keycloak.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.TestBed;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on every screen. */
@ExtendWith(TestBed.class)
class ScreensIT {

    private ScreenFixture stage;

    @BeforeEach
    void setTheStage(KeycloakServer server, AdminApi admin, Mailbox mailbox, RelyingParty platform) {
        stage = new ScreenFixture(server, admin, mailbox, platform);
    }

    @ParameterizedTest
    @EnumSource
    void there_is_no_barrier_in_a_wide_light_window(ScreenCatalogue screen, Browser browser) {
        Page page = screen.open(browser, stage);

        page.assertAccessible();
        assertThat(page.horizontalOverflow()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void there_is_no_barrier_in_a_dark_window_of_320_pixels(ScreenCatalogue screen, Browser browser) {
        Page page = screen.open(browser.sized(320, 640).inTheDark(), stage);

        page.assertAccessible();
        assertThat(page.horizontalOverflow()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("release")
    void nothing_is_left_in_the_dress_of_keycloak(ScreenCatalogue screen, Browser browser) {
        List<String> requests = new ArrayList<>();
        browser.context().onRequest(request -> requests.add(request.url()));

        Page page = screen.open(browser, stage);

        assertThat(page.text()).contains("BE RELEVANT").doesNotContainIgnoringCase("keycloak");
        assertThat(requests)
                .filteredOn(url -> url.contains("/resources/"))
                .isNotEmpty()
                .allMatch(url -> url.contains("/login/mailup/"));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("release")
    void a_strict_content_security_policy_holds_and_nothing_runs_into_it(ScreenCatalogue screen, Browser browser) {
        List<String> complaints = new ArrayList<>();
        browser.context().onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("400 (Bad Request)")) {
                complaints.add(message.text());
            }
        });

        Page page = screen.open(browser, stage);

        String policy =
                page.tab().locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.tab()
                        .locator("script:not([src]), style, [style], [onclick], [onsubmit], [onchange]")
                        .count())
                .isZero();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("release")
    void every_language_is_spoken_throughout(ScreenCatalogue screen, Browser browser) {
        for (String language : Repository.languages()) {
            Page page = screen.open(browser.inLanguage(language), stage);

            assertThat(page.language()).isEqualTo(language);
            // A key without a text is shown as it is: loginUsernameNotEmail, auth-otp-form-help-text.
            assertThat(page.text())
                    .doesNotContainPattern("\\b[a-z]+[A-Z][a-z]+[A-Z][A-Za-z]*\\b")
                    .doesNotContain("-display-name", "-help-text");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("release")
    void the_language_switch_shows_the_same_screen(ScreenCatalogue screen, Browser browser) {
        Page page = screen.open(browser, stage);
        String id = Page.idOf(page.tab());

        page.switchLanguage("de");

        assertThat(page.language()).isEqualTo("de");
        assertThat(Page.idOf(page.tab())).isEqualTo(id);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("release")
    void there_is_a_way_on(ScreenCatalogue screen, Browser browser) {
        Page page = screen.open(browser, stage);

        assertThat(page.tab().locator("main a:visible, main button:visible").count())
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("release")
    void the_keyboard_reaches_every_control_in_reading_order(ScreenCatalogue screen, Browser browser) {
        Page page = screen.open(browser, stage);
        List<Integer> everyControl =
                IntStream.range(0, controls(page).count()).boxed().toList();

        page.tab().evaluate("() => { document.body.tabIndex = -1; document.body.focus() }");
        List<Integer> reached = everyControl.stream().map(i -> next(page)).toList();

        assertThat(reached).isNotEmpty().isEqualTo(everyControl);
    }

    private static Locator controls(Page page) {
        return page.tab().locator("a[href]:visible, button:visible, input:not([type=hidden]):visible, select:visible");
    }

    /** Which control the tabulator key leads to. */
    private static int next(Page page) {
        page.tab().keyboard().press("Tab");
        return ((Number) controls(page).evaluateAll("controls => controls.indexOf(document.activeElement)")).intValue();
    }
}
