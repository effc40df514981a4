package com.mailup.platform.billing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with a form: by field, the key of the message that says what is expected. */
final class BillingCheck {

    /** Control characters, halves of characters, and what turns the text around it. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]");

    private static final Pattern ADDRESS = Pattern.compile("[!-?A-~]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int MAX_ADDRESS_LENGTH = 255;

    private final BillingForm form;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private BillingCheck(BillingForm form) {
        this.form = form;
    }

    static Map<String, String> of(BillingForm form) {
        BillingCheck check = new BillingCheck(form);
        check.text("company", form.company(), 120);
        check.vatNumber();
        check.text("street", form.street(), 120);
        check.text("city", form.city(), 80);
        if (form.italian()) {
            check.form("postalCode", form.postalCode(), "\\d{5}", "billing.postalCode.wrong");
            check.form("province", form.province(), "[A-Za-z]{2}", "billing.province.wrong");
            check.delivery();
        } else {
            check.form("postalCode", form.postalCode(), "[A-Za-z0-9 -]{0,10}", "billing.postalCode.abroad");
        }
        return check.wrong;
    }

    private void text(String field, String typed, int maxLength) {
        if (typed.isEmpty()) {
            wrong.put(field, "billing." + field + ".missing");
        } else if (UNPRINTABLE.matcher(typed).find()) {
            wrong.put(field, "billing.unprintable");
        } else if (typed.length() > maxLength) {
            wrong.put(field, "billing.tooLong." + maxLength);
        }
    }

    private void form(String field, String typed, String form, String message) {
        if (!typed.matches(form)) {
            wrong.put(field, message);
        }
    }

    /** Of the country of the address: it decides whether VAT is due. */
    private void vatNumber() {
        Optional<VatNumber> number = VatNumber.parse(form.vatNumber());
        if (!Country.codes().contains(form.country())) {
            wrong.put("country", "billing.country.wrong");
        } else if (number.isEmpty()) {
            wrong.put("vatNumber", form.italian() ? "billing.vatNumber.wrong" : "billing.vatNumber.abroad");
        } else if (!number.get().country().equals(form.country())) {
            wrong.put("vatNumber", "billing.vatNumber.country");
        }
    }

    /** One of the two is enough. */
    private void delivery() {
        Optional<RecipientCode> code = RecipientCode.parse(form.recipientCode());
        if (!form.recipientCode().isEmpty() && code.isEmpty()) {
            wrong.put("recipientCode", "billing.recipientCode.wrong");
        }
        if (!form.pec().isEmpty()) {
            address();
        } else if (form.recipientCode().isEmpty()) {
            wrong.put("recipientCode", "billing.recipientCode.missing");
        } else if (code.filter(RecipientCode::byPec).isPresent()) {
            wrong.put("pec", "billing.pec.missing");
        }
    }

    private void address() {
        if (form.pec().length() > MAX_ADDRESS_LENGTH
                || !ADDRESS.matcher(form.pec()).matches()) {
            wrong.put("pec", "billing.pec.wrong");
        }
    }
}
