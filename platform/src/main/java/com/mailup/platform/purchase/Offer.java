package com.mailup.platform.purchase;

import com.mailup.platform.page.Days;

/**
 * What a checkout page shows.
 *
 * @param term of an edition; null: the product has none that depends on the account
 */
record Offer(Quote quote, Term term) {

    /** What the form brings back: another price, or another end, is another offer. */
    public String mark() {
        return quote.total().cents() + "/" + (term == null ? "" : Days.of(term.until()));
    }
}
