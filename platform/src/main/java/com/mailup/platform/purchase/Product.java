package com.mailup.platform.purchase;

import com.mailup.platform.page.Money;
import java.util.List;

/**
 * Something for sale, with its texts in one language.
 *
 * @param price without VAT; of editions and services for 12 months
 * @param credits of an SMS pack, else 0
 * @param included what one gets, one thing a line
 */
public record Product(String code, Kind kind, Money price, int credits, String name, List<String> included) {

    /** How the platform's database writes it is the name in lower case. */
    public enum Kind {
        EDITION,
        SMS,
        SERVICE
    }

    public boolean is(Kind asked) {
        return kind == asked;
    }
}
