package com.mailup.platform.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.platform.Database;
import com.mailup.platform.payment.PaymentMethod.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PaymentMethodsTest {

    @ParameterizedTest
    @EnumSource
    void what_is_saved_last_is_found(Database database) {
        JdbcClient client = JdbcClient.create(database.fresh());
        PaymentMethods methods = new PaymentMethods(client);
        long account = Database.account(client);
        assertThat(methods.of(account)).isEmpty();
        methods.save(account, new PaymentMethod(Kind.CARD, "tok_accept"));
        assertThat(methods.of(account)).contains(new PaymentMethod(Kind.CARD, "tok_accept"));
        methods.save(account, new PaymentMethod(Kind.TRANSFER, null));
        assertThat(methods.of(account)).contains(new PaymentMethod(Kind.TRANSFER, null));
    }
}
