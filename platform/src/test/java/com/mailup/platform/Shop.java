package com.mailup.platform;

import com.mailup.platform.account.Accounts;
import com.mailup.platform.billing.BillingData;
import com.mailup.platform.billing.BillingStore;
import com.mailup.platform.invoice.Invoices;
import com.mailup.platform.payment.PaymentMethod;
import com.mailup.platform.payment.PaymentMethods;
import com.mailup.platform.payment.SandboxGateway;
import com.mailup.platform.planjob.PlanJobs;
import com.mailup.platform.purchase.Catalogue;
import com.mailup.platform.service.AdditionalServices;
import com.mailup.platform.sms.SmsCredits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** All that sells, on a database of its own and by a clock that stands until it is moved; no pages, no Keycloak. */
public final class Shop implements AutoCloseable {

    public static final BillingData COMPANY = new BillingData(
            "Rossi & Figli S.r.l.", "IT12345678903", "Via Roma 1", "20121", "Milano", "MI", "IT", "M5UXCR1", null);

    private final AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
    private final StandingClock clock = new StandingClock();

    private final Database database;

    private Shop(Database database, Class<?>... more) {
        this.database = database;
        DataSource source = database.fresh();
        parts.registerBean(DataSource.class, () -> source);
        parts.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        parts.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
        parts.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(source)));
        parts.registerBean(Clock.class, () -> clock);
        parts.register(Transactions.class, Parts.class);
        for (Class<?> part : more) {
            parts.register(part);
        }
        parts.refresh();
    }

    public static Stream<Shop> all() {
        return all(new Class<?>[0]);
    }

    /** One on each database, with further parts. */
    public static Stream<Shop> all(Class<?>... more) {
        return Stream.of(Database.values()).map(database -> new Shop(database, more));
    }

    @Override
    public String toString() {
        return database.toString();
    }

    public <T> T get(Class<T> part) {
        return parts.getBean(part);
    }

    public Instant now() {
        return clock.now;
    }

    public void wait(Duration so) {
        clock.now = clock.now.plus(so);
    }

    /** Somebody on trial who has typed in everything already. */
    public long buyer(String card) {
        long account = Database.account(get(JdbcClient.class));
        get(BillingStore.class).save(account, COMPANY);
        get(PaymentMethods.class).save(account, new PaymentMethod(PaymentMethod.Kind.CARD, card));
        return account;
    }

    public long count(String table, String condition) {
        return get(JdbcClient.class)
                .sql("select count(*) from " + table + " where " + condition)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        parts.close();
    }

    @EnableTransactionManagement
    static class Transactions {}

    /** What a purchase needs beside the classes of its own package. */
    @Import({
        Accounts.class,
        BillingStore.class,
        PaymentMethods.class,
        SandboxGateway.class,
        Invoices.class,
        PlanJobs.class,
        SmsCredits.class,
        AdditionalServices.class,
        Catalogue.class
    })
    public static class Parts {}

    private static final class StandingClock extends Clock {

        private volatile Instant now = Instant.parse("2026-11-24T11:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
