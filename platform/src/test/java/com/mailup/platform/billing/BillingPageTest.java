package com.mailup.platform.billing;

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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = {SignedInPages.class, BillingPage.class, BillingStore.class})
class BillingPageTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private BillingStore store;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothing_is_stored() {
        database.sql("delete from billing_data").update();
    }

    @Test
    void an_empty_form_is_for_an_italian_company() throws Exception {
        browser.perform(get(BillingPage.PATH).header("Accept-Language", "it"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-page-id=\"platform-billing\"")))
                .andExpect(content().string(containsString("data-draft=\"billing\"")))
                .andExpect(
                        content().string(containsString("<option value=\"IT\" selected=\"selected\">Italia</option>")))
                .andExpect(content().string(not(containsString("class=\"err\""))))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void what_is_stored_is_shown() throws Exception {
        store.save(1, BillingDataTest.ITALIAN);
        browser.perform(get(BillingPage.PATH))
                .andExpect(content().string(containsString("value=\"Rossi &amp; Figli S.r.l.\"")))
                .andExpect(content().string(containsString("value=\"M5UXCR1\"")));
    }

    @Test
    void right_data_are_saved_and_told() throws Exception {
        browser.perform(italian())
                .andExpect(redirectedUrl("/abbonamento"))
                .andExpect(flash().attribute("notice", "billing.saved"));
        assertThat(store.of(1)).contains(BillingDataTest.ITALIAN);
    }

    @Test
    void then_the_purchase_goes_on() throws Exception {
        browser.perform(italian().param("next", "acquisto/plus")).andExpect(redirectedUrl("/acquisto/plus"));
    }

    @Test
    void another_language_still_leads_to_the_purchase() throws Exception {
        browser.perform(get(BillingPage.PATH).param("next", "acquisto/plus"))
                .andExpect(content().string(containsString("href=\"?lang=en&amp;next=acquisto/plus\"")));
    }

    @Test
    void nobody_is_led_elsewhere() throws Exception {
        browser.perform(italian().param("next", "/evil.example")).andExpect(redirectedUrl("/abbonamento"));
        browser.perform(get(BillingPage.PATH).param("next", "//evil.example"))
                .andExpect(content().string(not(containsString("evil"))));
    }

    @ParameterizedTest
    @FieldSource("com.mailup.platform.page.Languages#ALL")
    void wrong_data_are_kept_and_each_error_is_beside_its_field(Locale language) throws Exception {
        browser.perform(post(BillingPage.PATH)
                        .header("Accept-Language", language.toLanguageTag())
                        .param("company", "<b>Rossi\"")
                        .param("vatNumber", "12345678901")
                        .param("country", "IT")
                        .param("next", "acquisto/plus"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"&lt;b&gt;Rossi&quot;\"")))
                .andExpect(content().string(containsString("value=\"12345678901\"")))
                .andExpect(content().string(containsString("id=\"vatNumber-error\"")))
                .andExpect(content()
                        .string(containsString(
                                "aria-invalid=\"true\" aria-describedby=\"vatNumber-error vatNumber-hint\"")))
                .andExpect(content().string(containsString("value=\"acquisto/plus\"")))
                .andExpect(content().string(not(containsString("id=\"company-error\""))))
                .andExpect(content().string(not(containsString("??"))));
        assertThat(store.of(1)).isEmpty();
    }

    @Test
    void a_form_without_a_field_is_shown_again() throws Exception {
        browser.perform(post(BillingPage.PATH)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "company",
                "vatNumber",
                "street",
                "postalCode",
                "city",
                "province",
                "country",
                "recipientCode",
                "pec",
                "next"
            })
    void no_field_breaks_the_page(String field) throws Exception {
        for (String typed : new String[] {"\0", "x".repeat(1_000_000), "\uD800", "😀", "${7*7}", "'", "%"}) {
            browser.perform(post(BillingPage.PATH).param(field, typed)).andExpect(status().isOk());
        }
        browser.perform(post(BillingPage.PATH).param(field, "a", "b")).andExpect(status().isOk());
        browser.perform(post(BillingPage.PATH).param(field + "[0]", "a").param(field + ".bytes[999]", "b"))
                .andExpect(status().isOk());
    }

    private static MockHttpServletRequestBuilder italian() {
        return post(BillingPage.PATH)
                .param("company", " Rossi & Figli S.r.l. ")
                .param("vatNumber", "it 12345678903")
                .param("street", "Via Roma 1")
                .param("postalCode", "20121")
                .param("city", "Milano")
                .param("province", "mi")
                .param("country", "IT")
                .param("recipientCode", "m5uxcr1")
                .param("pec", "");
    }
}
