package com.mailup.keycloak.clientsecret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S10")
class ClientSecretTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${PLATFORM_SECRET}",
                "${env.SECRET:}",
                "${}",
                "abc${SECRET}",
                "${A}${B}",
                "x${vault.key}",
                "${vault.}",
                "**********",
                "",
                " ",
                "\t\n"
            })
    void what_nobody_has_filled_in_is_a_placeholder(String secret) {
        assertThat(ClientSecret.isUnfilled(secret)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${vault.key}", "${vault.a_b}", "$", "${", "a+b/c%20=&d", "{x}", "$x}"})
    void all_else_is_none(String secret) {
        assertThat(ClientSecret.isUnfilled(secret)).isFalse();
    }

    @Test
    void nor_is_none_at_all() {
        assertThat(ClientSecret.isUnfilled(null)).isFalse();
    }
}
