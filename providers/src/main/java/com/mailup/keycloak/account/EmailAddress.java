package com.mailup.keycloak.account;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
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

    /** Top levels that are nobody's on the Internet: of RFC 6761, 6762, 7686 and of ICANN, and what routers make up. */
    private static final Set<String> PRIVATE = Set.of(
            "corp",
            "example",
            "home",
            "internal",
            "intranet",
            "invalid",
            "lan",
            "local",
            "localdomain",
            "localhost",
            "onion",
            "private",
            "test");

    /** The address, or nothing where the text cannot be one. */
    public static Optional<EmailAddress> parse(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.length() <= MAX_LENGTH)
                .filter(EmailValidationUtil::isValidEmail)
                .map(EmailAddress::new)
                .filter(EmailAddress::canBeWrittenTo);
    }

    /** Keycloak takes more characters in a domain than mails do. */
    private boolean canBeWrittenTo() {
        try {
            new InternetAddress(canonical()).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
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

    /**
     * One form for all addresses of a mailbox, for counting: a quoted word is as good as a plain one, and what follows a
     * plus sign is the owner's choice. Never for finding accounts: not every mail server reads it so.
     */
    public String mailbox() {
        int at = canonical().lastIndexOf('@');
        String local = canonical().substring(0, at);
        local = local.replaceAll("\"((?:[^\"\\\\]|\\\\.)*)\"", "$1").replaceAll("\\\\(.)", "$1");
        int tag = local.indexOf('+');
        return (tag > 0 ? local.substring(0, tag) : local) + canonical().substring(at);
    }

    /** Whether the domain can be somebody's on the Internet: it has a top level, which no standard keeps for private use. */
    public boolean hasPublicDomain() {
        String domain = canonical().substring(canonical().lastIndexOf('@') + 1);
        String top = domain.substring(domain.lastIndexOf('.') + 1);
        return domain.indexOf('.') > 0
                && !domain.startsWith("[")
                && !domain.endsWith("home.arpa")
                && top.chars().anyMatch(Character::isLetter)
                && !PRIVATE.contains(top);
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
