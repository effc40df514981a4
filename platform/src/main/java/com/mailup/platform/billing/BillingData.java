package com.mailup.platform.billing;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The company that an invoice is made out to.
 *
 * @param vatNumber with the letters of its country, such as {@code IT12345678903}
 * @param postalCode may be empty outside Italy
 * @param province two letters; null outside Italy
 * @param country of ISO 3166
 * @param recipientCode where the SDI delivers; null: at the PEC address, or outside Italy
 * @param pec certified mail address; null: at the recipient code, or outside Italy
 */
public record BillingData(
        String company,
        String vatNumber,
        String street,
        String postalCode,
        String city,
        String province,
        String country,
        String recipientCode,
        String pec) {

    private static final int ITALIAN_VAT = 22;

    /** From a row that has the columns of the table billing_data. */
    public static BillingData read(ResultSet row) throws SQLException {
        return new BillingData(
                row.getString("company"),
                row.getString("vat_number"),
                row.getString("street"),
                row.getString("postal_code"),
                row.getString("city"),
                row.getString("province"),
                row.getString("country"),
                row.getString("recipient_code"),
                row.getString("pec"));
    }

    /** Whether the buyer owes the VAT, as every company of another country of the EU does. */
    public boolean reverseCharge() {
        return !Country.ITALY.equals(country);
    }

    public int vatPercent() {
        return reverseCharge() ? 0 : ITALIAN_VAT;
    }

    /** In one line, such as {@code Via Roma 1, 20121 Milano (MI), IT}. */
    public String address() {
        return street + ", " + town() + ", " + country;
    }

    /** Such as {@code 20121 Milano (MI)}. */
    public String town() {
        return (postalCode + " " + city + (province == null ? "" : " (" + province + ")")).strip();
    }
}
