package com.mailup.platform.invoice;

import com.mailup.platform.billing.BillingData;
import com.mailup.platform.page.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An invoice as it was issued.
 *
 * @param number within its year, from 1
 * @param product its code
 * @param productName in the language of the reader
 * @param from first day of what was bought; null, as {@code until}: of SMS credits
 * @param buyer as on the day of the invoice
 */
public record Invoice(
        long id,
        long order,
        int year,
        long number,
        Instant issuedAt,
        String product,
        String productName,
        LocalDate from,
        LocalDate until,
        Money net,
        int vatPercent,
        Money total,
        BillingData buyer) {

    /** What people call it by, such as {@code 17/2026}. */
    public String label() {
        return number + "/" + year;
    }

    public Money vat() {
        return new Money(total.cents() - net.cents());
    }
}
