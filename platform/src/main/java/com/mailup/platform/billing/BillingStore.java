package com.mailup.platform.billing;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The billing data of accounts, one company each. */
@Component
public class BillingStore {

    private static final String INSERT = """
        insert into billing_data
          (account, company, vat_number, street, postal_code, city, province, country, recipient_code, pec)
        values (:account, :company, :vat, :street, :postalCode, :city, :province, :country, :code, :pec)
        on conflict do nothing\
        """;
    private static final String UPDATE = """
        update billing_data set company = :company, vat_number = :vat, street = :street, postal_code = :postalCode,
          city = :city, province = :province, country = :country, recipient_code = :code, pec = :pec
        where account = :account\
        """;

    private static final String COPY = """
        insert into order_billing
          (purchase_order, company, vat_number, street, postal_code, city, province, country, recipient_code, pec)
        select :order, company, vat_number, street, postal_code, city, province, country, recipient_code, pec
        from billing_data where account = :account\
        """;

    private final JdbcClient database;

    BillingStore(JdbcClient database) {
        this.database = database;
    }

    public Optional<BillingData> of(long account) {
        return database.sql("select * from billing_data where account = :account")
                .param("account", account)
                .query((row, number) -> BillingData.read(row))
                .optional();
    }

    /** Of two at once the last one stays. */
    public void save(long account, BillingData data) {
        // H2 has no "on conflict do update". No row is ever taken away between the two.
        if (write(INSERT, account, data) == 0) {
            write(UPDATE, account, data);
        }
    }

    /** Keeps what the account has now for an order: its price rests on it, and so will its invoice. */
    public void copyToOrder(long account, long order) {
        database.sql(COPY).param("order", order).param("account", account).update();
    }

    public BillingData ofOrder(long order) {
        return database.sql("select * from order_billing where purchase_order = :order")
                .param("order", order)
                .query((row, number) -> BillingData.read(row))
                .single();
    }

    private int write(String statement, long account, BillingData data) {
        return database.sql(statement)
                .param("account", account)
                .param("company", data.company())
                .param("vat", data.vatNumber())
                .param("street", data.street())
                .param("postalCode", data.postalCode())
                .param("city", data.city())
                .param("province", data.province())
                .param("country", data.country())
                .param("code", data.recipientCode())
                .param("pec", data.pec())
                .update();
    }
}
