package com.mailup.keycloak.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    /** Of this many characters. */
    private static String address(int length) {
        String domain = "@" + ("a".repeat(60) + ".").repeat(3) + "example.com";
        return "m".repeat(length - domain.length()) + domain;
    }

    @Test
    void it_has_at_most_254_characters() {
        assertThat(EmailAddress.parse(address(254))).isPresent();
        assertThat(EmailAddress.parse(address(255))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "m00001",
                "@example.com",
                "anna@",
                "anna@example.com\nBcc: eva@example.com",
                "anna@exa!mple.com",
                "anna@exa_mple.com",
                "anna@a`b.example.com"
            })
    void what_cannot_be_one_is_none(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void every_spelling_of_its_domain_is_the_same_address() {
        EmailAddress typed = EmailAddress.parse(" Anna@M\u00dcLLER.example ").orElseThrow();

        assertThat(typed.value()).isEqualTo("anna@m\u00fcller.example");
        assertThat(typed.canonical()).isEqualTo("anna@xn--mller-kva.example");
        assertThat(typed.spellings()).containsExactly("anna@m\u00fcller.example", "anna@xn--mller-kva.example");
        assertThat(typed.is("ANNA@xn--mller-kva.example")).isTrue();
        assertThat(typed.is("anna@mueller.example")).isFalse();
        assertThat(typed.is(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example.com,anna@example.com",
        "anna+shop@example.com,anna@example.com",
        "anna+a+b@müller.example.com,anna@xn--mller-kva.example.com",
        "'\"anna\"@example.com',anna@example.com",
        "'\"an\\na+x\"@example.com',anna@example.com",
        "'\"anna\".rossi@example.com',anna.rossi@example.com",
        "'anna.\"rossi\"@example.com',anna.rossi@example.com",
        "'\"anna\".\"ro\\ssi\"@example.com',anna.rossi@example.com",
        "+anna@example.com,+anna@example.com"
    })
    void all_addresses_of_a_mailbox_count_as_one(String address, String mailbox) {
        assertThat(new EmailAddress(address).mailbox()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com,true",
        "müller.de,true",
        "xn--mller-kva.xn--p1ai,true",
        "mail.example.museum,true",
        "intranet,false",
        "localhost,false",
        "mail.local,false",
        "server.internal,false",
        "nas.home.arpa,false",
        "[192.0.2.1],false",
        "192.0.2.1,false"
    })
    void a_domain_is_public_where_it_can_be_somebodys_on_the_internet(String domain, boolean expected) {
        assertThat(new EmailAddress("anna@" + domain).hasPublicDomain()).isEqualTo(expected);
    }
}
