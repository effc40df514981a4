package com.mailup.platform.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mailup.platform.SignedInPages;
import com.mailup.platform.payment.PaymentMethod.Kind;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = {SignedInPages.class, PaymentPage.class, PaymentMethods.class})
class PaymentPageTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private PaymentMethods methods;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothing_is_stored() {
        database.sql("delete from payment_method").update();
    }

    @ParameterizedTest
    @FieldSource("com.mailup.platform.page.Languages#ALL")
    void the_form_offers_cards_and_transfer(Locale language) throws Exception {
        browser.perform(get(PaymentPage.PATH).header("Accept-Language", language.toLanguageTag()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-page-id=\"platform-payment\"")))
                .andExpect(content().string(containsString("value=\"tok_timeout\"")))
                .andExpect(content().string(containsString("id=\"kind-transfer\"")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void what_is_stored_is_chosen() throws Exception {
        methods.save(1, new PaymentMethod(Kind.CARD, "tok_decline"));
        browser.perform(get(PaymentPage.PATH))
                .andExpect(content().string(containsString("value=\"tok_decline\" selected")));
    }

    @Test
    void a_card_is_saved_and_told() throws Exception {
        browser.perform(post(PaymentPage.PATH).param("kind", "card").param("card", "tok_accept"))
                .andExpect(redirectedUrl("/abbonamento"))
                .andExpect(flash().attribute("notice", "payment.saved"));
        assertThat(methods.of(1)).contains(new PaymentMethod(Kind.CARD, "tok_accept"));
    }

    @Test
    void a_transfer_has_no_card() throws Exception {
        browser.perform(post(PaymentPage.PATH)
                        .param("kind", "transfer")
                        .param("card", "tok_accept")
                        .param("next", "acquisto/plus"))
                .andExpect(redirectedUrl("/acquisto/plus"));
        assertThat(methods.of(1)).contains(new PaymentMethod(Kind.TRANSFER, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "transfer", ""})
    void a_card_number_is_refused_and_not_shown_again(String kind) throws Exception {
        browser.perform(post(PaymentPage.PATH)
                        .header("Accept-Language", "it")
                        .param("kind", kind)
                        .param("card", "4111 1111 1111 1111"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("il numero di una carta: non l&#39;abbiamo conservato")))
                .andExpect(content().string(not(containsString("1111"))));
        assertThat(methods.of(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "card", "next"})
    void no_field_breaks_the_page(String field) throws Exception {
        browser.perform(post(PaymentPage.PATH)).andExpect(status().isOk());
        for (String typed : new String[] {"\0", "x".repeat(1_000_000), "\uD800", "4111111111111111", "${7*7}"}) {
            browser.perform(post(PaymentPage.PATH).param(field, typed))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("4111"))));
        }
        browser.perform(post(PaymentPage.PATH).param(field, "a", "b")).andExpect(status().isOk());
        assertThat(methods.of(1)).isEmpty();
    }
}
