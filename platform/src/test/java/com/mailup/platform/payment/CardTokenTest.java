package com.mailup.platform.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"tok_accept", "tok_decline", "tok_timeout", "tok_12345678901", "tok_a_1"})
    void a_token_is_what_a_gateway_gives(String typed) {
        assertThat(CardToken.parse(typed)).contains(new CardToken(typed));
        assertThat(CardToken.hasCardNumber(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tok_", "tok_A", "TOK_accept", "tok_accept\n", "tok_a\0", " tok_accept", "accept", "tok_a-b"
            })
    void nothing_else_is_one(String typed) {
        assertThat(CardToken.parse(typed)).isEmpty();
        assertThat(CardToken.parse("tok_" + "a".repeat(61))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111–1111\u00A01111\t1111",
                "tok_4111111111111111",
                "carta: 4111 1111 1111 1111 grazie",
                "123456789012",
                "1234567890123456789",
                "00004111111111111111999",
                "４１１１１１１１１１１１１１１１"
            })
    void a_card_number_is_seen_wherever_it_is(String typed) {
        assertThat(CardToken.hasCardNumber(typed)).isTrue();
        assertThat(CardToken.parse(typed)).isEmpty();
    }
}
