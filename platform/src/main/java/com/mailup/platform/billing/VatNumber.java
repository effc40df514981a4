package com.mailup.platform.billing;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The VAT number of a company of the EU, with the letters of its country before it; that it is in use is not known. */
record VatNumber(String value) {

    private static final Pattern SPACING = Pattern.compile("[\\s\\p{Z}.\\p{Pd}]");
    private static final Pattern BARE_ITALIAN = Pattern.compile("\\d{11}");
    private static final String GREEK = "EL";

    /** As the Commission publishes them for VIES. */
    private static final Map<String, String> FORMATS = Map.ofEntries(
            entry("AT", "U\\d{8}"),
            entry("BE", "[01]\\d{9}"),
            entry("BG", "\\d{9,10}"),
            entry("CY", "\\d{8}[A-Z]"),
            entry("CZ", "\\d{8,10}"),
            entry("DE", "\\d{9}"),
            entry("DK", "\\d{8}"),
            entry("EE", "\\d{9}"),
            entry(GREEK, "\\d{9}"),
            entry("ES", "[A-Z]\\d{7}[A-Z0-9]|\\d{8}[A-Z]"),
            entry("FI", "\\d{8}"),
            entry("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
            entry("HR", "\\d{11}"),
            entry("HU", "\\d{8}"),
            entry("IE", "\\d{7}[A-Z]{1,2}|\\d[A-Z+*]\\d{5}[A-Z]"),
            // Its first seven digits number the companies, from 1
            entry("IT", "(?!0{7})\\d{11}"),
            entry("LT", "\\d{9}|\\d{12}"),
            entry("LU", "\\d{8}"),
            entry("LV", "\\d{11}"),
            entry("MT", "\\d{8}"),
            entry("NL", "\\d{9}B\\d{2}"),
            entry("PL", "\\d{10}"),
            entry("PT", "\\d{9}"),
            entry("RO", "\\d{2,10}"),
            entry("SE", "\\d{12}"),
            entry("SI", "\\d{8}"),
            entry("SK", "\\d{10}"));

    static Optional<VatNumber> parse(String typed) {
        String bare = SPACING.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        String value = BARE_ITALIAN.matcher(bare).matches() ? "IT" + bare : bare;
        return Optional.of(value).filter(VatNumber::wellFormed).map(VatNumber::new);
    }

    /** By its code of ISO 3166, which for Greece is another than that of its numbers. */
    String country() {
        return country(prefix(value));
    }

    static String country(String prefix) {
        return GREEK.equals(prefix) ? "GR" : prefix;
    }

    static Iterable<String> prefixes() {
        return FORMATS.keySet();
    }

    private static boolean wellFormed(String value) {
        String form = FORMATS.get(prefix(value));
        return form != null
                && value.substring(2).matches(form)
                && (!value.startsWith("IT") || hasValidCheckDigit(value.substring(2)));
    }

    private static String prefix(String value) {
        return value.length() < 2 ? "" : value.substring(0, 2);
    }

    /** Luhn's sum, whose last digit is the check digit. */
    private static boolean hasValidCheckDigit(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(at) - '0';
            int counted = at % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
