package com.mailup.platform.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mailup.platform.Database;
import com.mailup.platform.SignedInPages;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = {SignedInPages.class, InvoicePage.class, Invoices.class, CourtesyCopy.class})
class InvoicePageTest {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

    @Autowired
    private MockMvc browser;

    @Autowired
    private Invoices invoices;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void ones_own_is_a_pdf_that_no_cache_keeps() throws Exception {
        long number = issue(1);
        byte[] pdf = browser.perform(get("/abbonamento/fatture/" + newest(1) + ".pdf"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Cache-Control", "no-store, private"))
                .andExpect(
                        header().string("Content-Disposition", "inline; filename=\"fattura-2026-" + number + ".pdf\""))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(pdf).startsWith("%PDF-".getBytes());
    }

    @Test
    void anothers_is_not_there() throws Exception {
        long other = Database.account(database);
        issue(other);
        browser.perform(get("/abbonamento/fatture/" + newest(other) + ".pdf")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999", "99999999999999999999", "abc", "1 or 1=1", "1.5", "%00", "١"})
    void what_is_no_id_is_not_there(String id) throws Exception {
        browser.perform(get("/abbonamento/fatture/{id}.pdf", id)).andExpect(status().isNotFound());
    }

    @Test
    void none_is_issued_outside_a_transaction() {
        Sale sale = new Sales(database).of(1, NOON);
        assertThatThrownBy(() -> invoices.issue(sale)).isInstanceOf(IllegalTransactionStateException.class);
    }

    private long issue(long account) {
        Sale sale = new Sales(database).of(account, NOON);
        return new TransactionTemplate(transactions).execute(status -> invoices.issue(sale));
    }

    private long newest(long account) {
        return invoices.of(account, Locale.ITALIAN).get(0).id();
    }
}
