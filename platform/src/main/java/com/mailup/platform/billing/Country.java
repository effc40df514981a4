package com.mailup.platform.billing;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * A country whose companies we sell to, by its name in one language.
 *
 * @param code of ISO 3166
 */
public record Country(String code, String name) {

    static final String ITALY = "IT";

    public static Country of(String code, Locale language) {
        return new Country(code, new Locale.Builder().setRegion(code).build().getDisplayCountry(language));
    }

    /** Those of the EU, in the order of the language's alphabet. */
    static List<Country> all(Locale language) {
        return codes().stream()
                .map(code -> of(code, language))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(language)))
                .toList();
    }

    static List<String> codes() {
        return StreamSupport.stream(VatNumber.prefixes().spliterator(), false)
                .map(VatNumber::country)
                .toList();
    }
}
