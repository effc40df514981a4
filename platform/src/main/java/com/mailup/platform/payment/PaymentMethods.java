package com.mailup.platform.payment;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How accounts pay, each in one way. */
@Component
public class PaymentMethods {

    private static final String INSERT =
            "insert into payment_method (account, kind, card_token) values (:account, :kind, :token) on conflict do nothing";
    private static final String UPDATE =
            "update payment_method set kind = :kind, card_token = :token where account = :account";

    private final JdbcClient database;

    PaymentMethods(JdbcClient database) {
        this.database = database;
    }

    public Optional<PaymentMethod> of(long account) {
        return database.sql("select * from payment_method where account = :account")
                .param("account", account)
                .query((row, number) -> new PaymentMethod(
                        PaymentMethod.Kind.parse(row.getString("kind")).orElseThrow(), row.getString("card_token")))
                .optional();
    }

    /** Of two at once the last one stays. */
    public void save(long account, PaymentMethod method) {
        // H2 has no "on conflict do update". No row is ever taken away between the two.
        if (write(INSERT, account, method) == 0) {
            write(UPDATE, account, method);
        }
    }

    private int write(String statement, long account, PaymentMethod method) {
        return database.sql(statement)
                .param("account", account)
                .param("kind", method.kind().text())
                .param("token", method.cardToken())
                .update();
    }
}
