package com.mailup.platform.billing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BillingDataTest {

    static final BillingData ITALIAN = new BillingData(
            "Rossi & Figli S.r.l.", "IT12345678903", "Via Roma 1", "20121", "Milano", "MI", "IT", "M5UXCR1", null);
    static final BillingData IRISH =
            new BillingData("Murphy Ltd", "IE6433435F", "1 Main Street", "", "Dublin", null, "IE", null, null);

    @Test
    void italian_companies_pay_vat() {
        assertThat(ITALIAN.reverseCharge()).isFalse();
        assertThat(ITALIAN.vatPercent()).isEqualTo(22);
    }

    @Test
    void other_companies_owe_it_themselves() {
        assertThat(IRISH.reverseCharge()).isTrue();
        assertThat(IRISH.vatPercent()).isZero();
    }

    @Test
    void the_address_is_one_line() {
        assertThat(ITALIAN.address()).isEqualTo("Via Roma 1, 20121 Milano (MI), IT");
        assertThat(IRISH.address()).isEqualTo("1 Main Street, Dublin, IE");
    }
}
