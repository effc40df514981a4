package com.mailup.platform.invoice;

import com.mailup.platform.billing.BillingData;
import com.mailup.platform.page.Days;
import com.mailup.platform.page.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Invoices, numbered from 1 in every year without a gap; what is issued never changes. */
@Component
public class Invoices {

    /** An invoice stays in the list even where nobody has translated its product. */
    private static final String SELECT = """
            select i.*, coalesce(t.name, i.product) as product_name from invoice i
            left join product_text t on t.product = i.product and t.language = :language
            where i.account = :account""";

    private static final String INSERT = """
            insert into invoice
              (account, purchase_order, accounting_year, number, issued_at, product, from_day, until_day,
               net, vat_percent, total, company, vat_number, street, postal_code, city, province, country,
               recipient_code, pec)
            values (:account, :order, :year, :number, :at, :product, :from, :until, :net, :percent, :total,
              :company, :vat, :street, :postalCode, :city, :province, :country, :code, :pec)""";

    private final JdbcClient database;

    Invoices(JdbcClient database) {
        this.database = database;
    }

    /** The newest first. */
    public List<Invoice> of(long account, Locale language) {
        return select(account, language, " order by i.accounting_year desc, i.number desc")
                .query(Invoices::read)
                .list();
    }

    /** Nothing of another account's. */
    public Optional<Invoice> of(long account, long id, Locale language) {
        return select(account, language, " and i.id = :id")
                .param("id", id)
                .query(Invoices::read)
                .optional();
    }

    /** Within the transaction of the payment: if that fails, the number is the next one's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long issue(Sale sale) {
        int year = Days.of(sale.at()).getYear();
        long number = next(year);
        BillingData buyer = sale.buyer();
        database.sql(INSERT)
                .param("account", sale.account())
                .param("order", sale.order())
                .param("year", year)
                .param("number", number)
                .param("at", sale.at().atOffset(ZoneOffset.UTC))
                .param("product", sale.product())
                .param("from", sale.from())
                .param("until", sale.until())
                .param("net", sale.net())
                .param("percent", sale.vatPercent())
                .param("total", sale.total())
                .param("company", buyer.company())
                .param("vat", buyer.vatNumber())
                .param("street", buyer.street())
                .param("postalCode", buyer.postalCode())
                .param("city", buyer.city())
                .param("province", buyer.province())
                .param("country", buyer.country())
                .param("code", buyer.recipientCode())
                .param("pec", buyer.pec())
                .update();
        return number;
    }

    /** The counter stays locked until the transaction ends. */
    private long next(int year) {
        database.sql(
                        "insert into invoice_counter (accounting_year, last_number) values (:year, 0) on conflict do nothing")
                .param("year", year)
                .update();
        database.sql("update invoice_counter set last_number = last_number + 1 where accounting_year = :year")
                .param("year", year)
                .update();
        return database.sql("select last_number from invoice_counter where accounting_year = :year")
                .param("year", year)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec select(long account, Locale language, String rest) {
        return database.sql(SELECT + rest).param("account", account).param("language", language.getLanguage());
    }

    private static Invoice read(ResultSet row, int number) throws SQLException {
        return new Invoice(
                row.getLong("id"),
                row.getLong("purchase_order"),
                row.getInt("accounting_year"),
                row.getLong("number"),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("product"),
                row.getString("product_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                new Money(row.getLong("net")),
                row.getInt("vat_percent"),
                new Money(row.getLong("total")),
                BillingData.read(row));
    }
}
