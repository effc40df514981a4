package com.mailup.keycloak.flow;

import java.util.Locale;
import java.util.Optional;
import org.keycloak.utils.EmailValidationUtil;

/**
 * An e-mail address that could exist, in the form in which Keycloak stores it: without surrounding blanks, in lower
 * case. Equal values are the same address.
 */
public record EmailAddress(String value) {

    /** RFC 5321, 4.5.3.1.3: a path has at most 256 octets, two of them angle brackets. */
    private static final int LONGEST = 254;

    /** The address, or nothing where the text cannot be one. */
    public static Optional<EmailAddress> parse(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.length() <= LONGEST)
                .filter(EmailValidationUtil::isValidEmail)
                .map(EmailAddress::new);
    }

    /** Whether a stored address is this one; an account without an address never is. */
    public boolean is(String stored) {
        return stored != null && value.equals(stored.toLowerCase(Locale.ROOT));
    }
}
