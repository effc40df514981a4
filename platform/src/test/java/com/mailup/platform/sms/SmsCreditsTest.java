package com.mailup.platform.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.platform.Shop;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SmsCreditsTest {

    private long account;

    private SmsCredits credits(Shop shop) {
        account = shop.buyer("tok_accept");
        return shop.get(SmsCredits.class);
    }

    private void bought(Shop shop, int many) {
        JdbcClient database = shop.get(JdbcClient.class);
        database.sql("""
                insert into purchase_order (account, form_key, product, net, vat_percent, total, method, state, ordered_at)
                values (:account, :key, 'sms-500', 1, 22, 1, 'card', 'paid', current_timestamp)""")
                .param("account", account)
                .param("key", java.util.UUID.randomUUID())
                .update();
        long order = database.sql("select max(id) from purchase_order")
                .query(Long.class)
                .single();
        shop.get(SmsCredits.class).add(account, order, many, shop.now());
    }

    @ParameterizedTest
    @MethodSource("com.mailup.platform.Shop#all")
    void the_oldest_are_spent_first(Shop shop) {
        SmsCredits credits = credits(shop);
        bought(shop, 10);
        shop.wait(Duration.ofDays(1));
        bought(shop, 20);

        assertThat(credits.spend(account, 12)).isTrue();

        assertThat(credits.of(account)).extracting(SmsPack::remaining).containsExactly(18);
    }

    @ParameterizedTest
    @MethodSource("com.mailup.platform.Shop#all")
    void where_there_are_not_enough_none_is_spent(Shop shop) {
        SmsCredits credits = credits(shop);
        bought(shop, 10);
        bought(shop, 5);

        assertThat(credits.spend(account, 16)).isFalse();

        assertThat(credits.balance(account)).isEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("com.mailup.platform.Shop#all")
    void after_two_years_they_are_gone(Shop shop) {
        SmsCredits credits = credits(shop);
        bought(shop, 10);

        shop.wait(Duration.ofDays(729));
        assertThat(credits.balance(account)).isEqualTo(10);
        shop.wait(Duration.ofDays(2));
        assertThat(credits.balance(account)).isZero();
        assertThat(credits.spend(account, 1)).isFalse();
    }
}
