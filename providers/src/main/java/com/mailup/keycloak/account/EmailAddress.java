package com.mailup.keycloak.account;

import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.keycloak.utils.EmailValidationUtil;

/**
 * An e-mail address that could exist, as it was typed but for blanks around it and letter case. Two texts are the same
 * address where their {@link #canonical} forms are equal.
 */
public record EmailAddress(String value) {

    /** RFC 5321, 4.5.3.1.3: a path has at most 256 octets, two of them angle brackets. */
    private static final int MAX_LENGTH = 254;

    /** The address, or nothing where the text cannot be one. */
    public static Optional<EmailAddress> parse(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.length() <= MAX_LENGTH)
                .filter(EmailValidationUtil::isValidEmail)
                .map(EmailAddress::new);
    }

    /** Whether a stored address is this one; an account without an address never is. */
    public boolean is(String stored) {
        return stored != null && canonical().equals(new EmailAddress(stored.toLowerCase(Locale.ROOT)).canonical());
    }

    /** One form for all spellings of an internationalised domain. */
    public String canonical() {
        return withDomain(IDN::toASCII);
    }

    /** Every form in which Keycloak may have stored it: as typed, and with the domain's ASCII and Unicode spelling. */
    public Set<String> spellings() {
        return new LinkedHashSet<>(List.of(value, canonical(), withDomain(IDN::toUnicode)));
    }

    /** A domain that no registry would take stays as it is. */
    private String withDomain(UnaryOperator<String> spelling) {
        int at = value.lastIndexOf('@');
        try {
            return value.substring(0, at + 1)
                    + spelling.apply(value.substring(at + 1)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
