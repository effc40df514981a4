package com.mailup.platform.purchase;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mailup.platform.Shop;
import com.mailup.platform.SignedInPages;
import com.mailup.platform.account.Account;
import com.mailup.platform.account.Plan;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(
        classes = {
            SignedInPages.class,
            Shop.Parts.class,
            PurchasePageTest.Time.class,
            PurchasePage.class,
            Checkout.class,
            Settlement.class,
            Fulfilment.class,
            Orders.class,
            Terms.class
        })
class PurchasePageTest {

    private static final Instant END = Instant.parse("2026-11-20T11:00:00Z");

    @Autowired
    private MockMvc browser;

    @ParameterizedTest
    @CsvSource({
        "ACTIVE,  true,  Your platform expired on November 20",
        "ACTIVE,  false, Your platform has expired.",
        "TRIAL,   true,  Your trial ended on November 20",
        "TRIAL,   false, Your trial has ended.",
        "'',      true,  Your platform expired on November 20",
        "'',      false, Your platform has expired."
    })
    void what_has_expired_is_said_with_its_end_where_it_has_one(String ended, boolean dated, String told)
            throws Exception {
        Plan plan = ended.isEmpty() ? null : Plan.valueOf(ended);
        Account account = new Account(1, "subject", "m00001", Plan.EXPIRED, dated ? END : null, plan, null);

        browser.perform(get("/acquisto").header("Accept-Language", "en").requestAttr(SignedInPages.ACCOUNT, account))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(told)))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void a_french_apostrophe_stands_once() throws Exception {
        Account account = new Account(1, "subject", "m00001", Plan.EXPIRED, null, null, null);

        browser.perform(get("/acquisto").header("Accept-Language", "fr").requestAttr(SignedInPages.ACCOUNT, account))
                .andExpect(content().string(containsString("L&#39;accès")));
    }

    @TestConfiguration
    static class Time {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
