package com.mailup.platform.invoice;

import com.mailup.platform.billing.BillingData;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What an invoice is issued for.
 *
 * @param product its code
 * @param from first day of what was bought; null, as {@code until}: of SMS credits
 * @param net in cents, as {@code total}
 */
public record Sale(
        long account,
        long order,
        Instant at,
        String product,
        LocalDate from,
        LocalDate until,
        long net,
        int vatPercent,
        long total,
        BillingData buyer) {}
