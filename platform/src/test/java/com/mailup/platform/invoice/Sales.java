package com.mailup.platform.invoice;

import com.mailup.platform.billing.BillingData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sales for tests, each with an order of its own. */
final class Sales {

    static final BillingData BUYER = new BillingData(
            "Rossi & Figli S.r.l.", "IT12345678903", "Via Roma 1", "20121", "Milano", "MI", "IT", "M5UXCR1", null);

    private final JdbcClient database;

    Sales(JdbcClient database) {
        this.database = database;
    }

    Sale of(long account, Instant at) {
        LocalDate from = LocalDate.of(2026, 11, 24);
        return new Sale(account, order(account, at), at, "plus", from, from.plusYears(1), 69000, 22, 84180, BUYER);
    }

    private long order(long account, Instant at) {
        UUID key = UUID.randomUUID();
        database.sql("""
                insert into purchase_order (account, form_key, product, net, vat_percent, total, method, state, ordered_at)
                values (:account, :key, 'plus', 69000, 22, 84180, 'transfer', 'paid', :at)""")
                .param("account", account)
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("select id from purchase_order where form_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
