package com.mailup.platform.billing;

import java.util.Locale;

/** Billing data as typed, with nothing missing: a field that was not sent is empty. */
record BillingForm(
        String company,
        String vatNumber,
        String street,
        String postalCode,
        String city,
        String province,
        String country,
        String recipientCode,
        String pec) {

    static final BillingForm EMPTY = new BillingForm("", "", "", "", "", "", Country.ITALY, "", "");

    BillingForm {
        company = text(company);
        vatNumber = text(vatNumber);
        street = text(street);
        postalCode = text(postalCode);
        city = text(city);
        province = text(province);
        country = text(country);
        recipientCode = text(recipientCode);
        pec = text(pec);
    }

    static BillingForm of(BillingData data) {
        return new BillingForm(
                data.company(),
                data.vatNumber(),
                data.street(),
                data.postalCode(),
                data.city(),
                data.province(),
                data.country(),
                data.recipientCode(),
                data.pec());
    }

    boolean italian() {
        return Country.ITALY.equals(country);
    }

    /** To be called where {@link BillingCheck} finds nothing wrong; what only Italy has is left out elsewhere. */
    BillingData data() {
        return new BillingData(
                company,
                VatNumber.parse(vatNumber).orElseThrow().value(),
                street,
                postalCode,
                city,
                italian() ? province.toUpperCase(Locale.ROOT) : null,
                country,
                italian()
                        ? RecipientCode.parse(recipientCode)
                                .map(RecipientCode::value)
                                .orElse(null)
                        : null,
                italian() && !pec.isEmpty() ? pec : null);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
