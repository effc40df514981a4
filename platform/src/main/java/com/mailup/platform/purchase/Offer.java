package com.mailup.platform.purchase;

import com.mailup.platform.page.Days;

/**
 * What a checkout page shows.
 *
 * @param term of an edition or a service; null: the product has none that depends on the account
 * @param extension whether the term begins when the one that runs ends
 */
record Offer(Quote quote, Term term, boolean extension) {

    /** What the form brings back: another price, or another end, is another offer. */
    public String fingerprint() {
        return quote.total().cents() + "/" + (term == null ? "" : Days.of(term.until()));
    }
}
