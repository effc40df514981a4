package com.mailup.platform.billing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientCodeTest {

    @Test
    void letters_become_capitals() {
        assertThat(RecipientCode.parse(" m5uxcr1 ")).contains(new RecipientCode("M5UXCR1"));
    }

    @Test
    void only_zeros_mean_the_pec_address() {
        assertThat(new RecipientCode("0000000").byPec()).isTrue();
        assertThat(new RecipientCode("M5UXCR1").byPec()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M5UXCR", "M5UXCR12", "M5-XCR1", "M5UXCRÀ", "M5UXCR\0"})
    void nothing_else_is_one(String typed) {
        assertThat(RecipientCode.parse(typed)).isEmpty();
    }
}
