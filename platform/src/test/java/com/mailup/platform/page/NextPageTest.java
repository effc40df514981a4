package com.mailup.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

class NextPageTest {

    private final RedirectAttributesModelMap next = new RedirectAttributesModelMap();

    @Test
    void a_purchase_goes_on() {
        assertThat(NextPage.parse("acquisto/sms-500").redirect(next, "notice")).isEqualTo("redirect:/acquisto/sms-500");
        assertThat(next.getFlashAttributes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acquisto",
                "acquisto/",
                "acquisto/A",
                "acquisto/a/b",
                "acquisto/..",
                "acquisto/a?b=c",
                "acquisto/a\n",
                "acquisto/a,acquisto/b",
                "acquisto/a\0",
                "/acquisto/a",
                "/evil.example/acquisto/a",
                "//evil.example",
                "https://evil.example",
                "\\evil.example",
                "acquisto/012345678901234567890123456789012"
            })
    void anything_else_goes_back_to_the_subscription_which_tells(String asked) {
        assertThat(NextPage.parse(asked).redirect(next, "notice")).isEqualTo("redirect:/abbonamento");
        assertThat(next.getFlashAttributes()).hasToString("{notice=notice}");
    }
}
