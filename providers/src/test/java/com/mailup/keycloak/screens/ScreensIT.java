package com.mailup.keycloak.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.TestBed;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on every screen. */
@ExtendWith(TestBed.class)
record ScreensIT(ScreenFixture fixture) {

    /** One journey for all of it: to reach a screen takes longer than to look at it. */
    @ParameterizedTest
    @EnumSource
    void in_a_wide_light_window_it_has_no_barrier_and_a_strict_policy(ScreenCatalogue screen, Browser browser) {
        List<String> requests = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        browser.context().onRequest(request -> requests.add(request.url()));
        browser.context().onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("400 (Bad Request)")) {
                errors.add(message.text());
            }
        });

        Page page = screen.open(browser, fixture);

        page.assertAccessible();
        assertThat(page.horizontalOverflow()).isZero();
        assertIsOurs(page, requests);
        assertHasAStrictPolicy(page);
        assertThat(page.tab().locator("main a:visible, main button:visible").count())
                .as("ways on")
                .isPositive();
        assertTheKeyboardReachesEveryControlInReadingOrder(page);
        assertThat(errors).isEmpty();
    }

    private static void assertIsOurs(Page page, List<String> requests) {
        assertThat(page.text()).contains("BE RELEVANT").doesNotContainIgnoringCase("keycloak");
        assertThat(requests)
                .filteredOn(url -> url.contains("/resources/"))
                .isNotEmpty()
                .allMatch(url -> url.contains("/login/mailup/"));
    }

    private static void assertHasAStrictPolicy(Page page) {
        String policy =
                page.tab().locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.tab()
                        .locator("script:not([src]), style, [style], [onclick], [onsubmit], [onchange]")
                        .count())
                .isZero();
    }

    private static void assertTheKeyboardReachesEveryControlInReadingOrder(Page page) {
        List<Integer> everyControl =
                IntStream.range(0, controls(page).count()).boxed().toList();

        page.tab().evaluate("() => { document.body.tabIndex = -1; document.body.focus() }");
        List<Integer> reached = everyControl.stream().map(i -> next(page)).toList();

        assertThat(reached).isNotEmpty().isEqualTo(everyControl);
    }

    @ParameterizedTest
    @EnumSource
    void there_is_no_barrier_in_a_dark_window_of_320_pixels(ScreenCatalogue screen, Browser browser) {
        Page page = screen.open(browser.sized(320, 640).inTheDark(), fixture);

        page.assertAccessible();
        assertThat(page.horizontalOverflow()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("release")
    void the_switch_shows_the_same_screen_in_every_language_throughout(ScreenCatalogue screen, Browser browser) {
        Page page = screen.open(browser, fixture);
        String id = Page.idOf(page.tab());
        List<String> languages = new ArrayList<>(Repository.languages());
        Collections.rotate(languages, -1);
        assertThat(languages).last().isEqualTo(page.language());

        for (String language : languages) {
            page.switchLanguage(language);

            assertThat(page.language()).isEqualTo(language);
            assertThat(Page.idOf(page.tab())).isEqualTo(id);
            // A key without a text is shown as it is: loginUsernameNotEmail, auth-otp-form-help-text.
            assertThat(page.text())
                    .doesNotContainPattern("\\b[a-z]+[A-Z][a-z]+[A-Z][A-Za-z]*\\b")
                    .doesNotContain("-display-name", "-help-text");
        }
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
