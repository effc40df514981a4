package com.mailup.platform.purchase;

import com.mailup.platform.billing.BillingData;
import com.mailup.platform.page.Money;

/** What a product costs a company: VAT depends on where it is. */
record Quote(Product product, int vatPercent, Money vat, Money total) {

    static Quote of(Product product, BillingData company) {
        Money vat = product.price().percent(company.vatPercent());
        return new Quote(product, company.vatPercent(), vat, product.price().plus(vat));
    }
}
