package com.mailup.keycloak.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.account.EmailAddress;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * In Turkish, a capital I has a small one without a dot: code that lets the machine's language decide finds no address with
 * an i. Only what is ours can be tried: Keycloak 26.7.4 itself does not start in Turkish, where its themes' type "login"
 * becomes LOGİN. {@code house/ArchitectureTest} sees to the rest of our code.
 */
class TurkishTest {

    private final Locale usual = Locale.getDefault();

    @BeforeEach
    void turkish() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    }

    @AfterEach
    void as_before() {
        Locale.setDefault(usual);
    }

    @Test
    @Tag("A94")
    void an_address_in_capitals_is_the_one_on_record() {
        assertThat("I".toLowerCase(Locale.getDefault())).isEqualTo("ı");

        EmailAddress typed = EmailAddress.parse("IRIS.CIVILI@EXAMPLE.COM").orElseThrow();

        assertThat(typed.value()).isEqualTo("iris.civili@example.com");
        assertThat(typed.is("Iris.Civili@example.com")).isTrue();
        assertThat(typed.is("ırıs.cıvılı@example.com")).isFalse();
    }
}
