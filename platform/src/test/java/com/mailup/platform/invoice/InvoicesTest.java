package com.mailup.platform.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.platform.Database;
import com.mailup.platform.ParallelWork;
import com.mailup.platform.page.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InvoicesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    /** In Rome it is the first of January. */
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T23:00:00Z");

    private JdbcClient client;
    private Invoices invoices;
    private TransactionTemplate payment;
    private long account;

    @ParameterizedTest
    @EnumSource
    void an_invoice_is_found_as_it_was_issued(Database database) {
        open(database);
        Sale sale = issued(NOON, 1);
        Invoice found = invoices.of(account, Locale.ITALIAN).get(0);
        assertThat(found)
                .isEqualTo(new Invoice(
                        found.id(),
                        sale.order(),
                        2026,
                        1,
                        NOON,
                        "plus",
                        "Plus",
                        sale.from(),
                        sale.until(),
                        new Money(69000),
                        22,
                        new Money(84180),
                        Sales.BUYER));
        assertThat(found.label()).isEqualTo("1/2026");
        assertThat(found.vat()).isEqualTo(new Money(15180));
        assertThat(invoices.of(account, found.id(), Locale.ENGLISH)).contains(found);
    }

    @ParameterizedTest
    @EnumSource
    void every_year_begins_with_one_at_the_companys_midnight(Database database) {
        open(database);
        issued(NOON, 1);
        issued(NEW_YEAR.minusSeconds(1), 2);
        issued(NEW_YEAR, 1);
        assertThat(invoices.of(account, Locale.ITALIAN))
                .extracting(Invoice::label)
                .containsExactly("1/2027", "2/2026", "1/2026");
    }

    @ParameterizedTest
    @EnumSource
    void nobody_sees_anothers(Database database) {
        open(database);
        issued(NOON, 1);
        long id = invoices.of(account, Locale.ITALIAN).get(0).id();
        long other = Database.account(client);
        assertThat(invoices.of(other, Locale.ITALIAN)).isEmpty();
        assertThat(invoices.of(other, id, Locale.ITALIAN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_payment_that_fails_takes_no_number(Database database) {
        open(database);
        Sale lost = new Sales(client).of(account, NOON);
        payment.executeWithoutResult(status -> {
            assertThat(invoices.issue(lost)).isEqualTo(1);
            status.setRollbackOnly();
        });
        issued(NOON, 1);
    }

    @ParameterizedTest
    @EnumSource
    void a_product_without_a_text_stays_in_the_list(Database database) {
        open(database);
        issued(NOON, 1);
        assertThat(invoices.of(account, Locale.JAPANESE))
                .extracting(Invoice::productName)
                .containsExactly("plus");
    }

    @ParameterizedTest
    @EnumSource
    void many_at_once_have_all_numbers_of_the_year_and_no_other(Database database) throws Exception {
        open(database);
        List<Sale> sales = Stream.generate(() -> new Sales(client).of(account, NOON))
                .limit(40)
                .toList();
        ParallelWork.of(
                8,
                sales.stream()
                        .map(sale -> (Callable<Long>) () -> payment.execute(status -> invoices.issue(sale)))
                        .toList());
        assertThat(invoices.of(account, Locale.ITALIAN).stream()
                        .map(Invoice::number)
                        .sorted())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 40).boxed().toList());
    }

    private void open(Database database) {
        DataSource source = database.fresh();
        client = JdbcClient.create(source);
        invoices = new Invoices(client);
        payment = new TransactionTemplate(new JdbcTransactionManager(source));
        account = Database.account(client);
    }

    private Sale issued(Instant at, long number) {
        Sale sale = new Sales(client).of(account, at);
        assertThat(payment.<Long>execute(status -> invoices.issue(sale))).isEqualTo(number);
        return sale;
    }
}
