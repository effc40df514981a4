package com.mailup.platform.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** An amount in cents of a euro. */
public record Money(long cents) {

    private static final Currency EURO = Currency.getInstance("EUR");

    /** As the language writes it, such as {@code 1.490,00 €}. */
    public String in(Locale language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(EURO);
        // Without a country some languages show no cents.
        format.setMinimumFractionDigits(2);
        return format.format(BigDecimal.valueOf(cents, 2));
    }

    /** This share of it, to the nearest cent. */
    public Money percent(int percent) {
        return new Money(Math.floorDiv(cents * percent + 50, 100));
    }

    public Money plus(Money other) {
        return new Money(cents + other.cents);
    }
}
