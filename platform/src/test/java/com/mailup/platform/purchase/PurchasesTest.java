package com.mailup.platform.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.platform.ParallelWork;
import com.mailup.platform.Shop;
import com.mailup.platform.account.Account;
import com.mailup.platform.account.Accounts;
import com.mailup.platform.account.Plan;
import com.mailup.platform.billing.BillingStore;
import com.mailup.platform.page.Days;
import com.mailup.platform.payment.PaymentMethod;
import com.mailup.platform.payment.PaymentMethods;
import com.mailup.platform.purchase.Order.State;
import com.mailup.platform.service.AdditionalServices;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code -Dpurchases=10000} buys more often than the usual run, and prints how long that took. */
class PurchasesTest {

    private static final int PURCHASES = Integer.getInteger("purchases", 200);
    private static final int THREADS = 20;

    static Stream<Shop> shops() {
        return Shop.all(Orders.class, Terms.class, Checkout.class, Fulfilment.class, Settlement.class);
    }

    private static Product product(Shop shop, String code) {
        return shop.get(Catalogue.class).find(code, Locale.ENGLISH).orElseThrow();
    }

    private static State buy(Shop shop, long account, UUID key, String code) {
        Optional<Order> order = place(shop, account, key, code, shown(shop, account, code));
        return order.map(shop.get(Settlement.class)::settle).orElse(State.DECLINED);
    }

    private static Optional<Order> place(Shop shop, long account, UUID key, String code, String shown) {
        return shop.get(Checkout.class).place(account, key, product(shop, code), shown);
    }

    private static String shown(Shop shop, long account, String code) {
        Account buyer = shop.get(Accounts.class).of(account);
        return shop.get(BillingStore.class)
                .of(account)
                .map(company -> shop.get(Checkout.class).offer(buyer, company, product(shop, code)))
                .map(Offer::fingerprint)
                .orElse("");
    }

    @ParameterizedTest
    @MethodSource("shops")
    void from_twenty_threads_and_sent_twice_each_is_charged_once_and_the_numbers_have_no_gap(Shop shop)
            throws Exception {
        List<Callable<State>> clicks = new ArrayList<>();
        for (int i = 0; i < PURCHASES; i++) {
            long account = shop.buyer(i % 10 == 1 ? "tok_decline" : i % 10 == 2 ? "tok_timeout" : "tok_accept");
            UUID key = UUID.randomUUID();
            clicks.add(() -> buy(shop, account, key, "plus"));
            clicks.add(() -> buy(shop, account, key, "plus"));
        }
        long start = System.nanoTime();
        ParallelWork.of(THREADS, clicks);
        shop.wait(Duration.ofMinutes(1));
        while (shop.count("purchase_order", "state = 'open'") > 0) {
            shop.get(Settlement.class).settleDueOrders();
        }
        System.out.printf(
                "FIGURE %s: %d purchases, each sent twice, from %d threads in %d ms%n",
                shop, PURCHASES, THREADS, (System.nanoTime() - start) / 1_000_000);

        long paid = PURCHASES - PURCHASES / 10;
        assertThat(shop.count("purchase_order", "true")).isEqualTo(PURCHASES);
        assertThat(shop.count("purchase_order", "state = 'paid'")).isEqualTo(paid);
        assertThat(shop.count("payment", "true")).isEqualTo(paid);
        assertThat(shop.count("sandbox_charge", "accepted")).isEqualTo(paid);
        assertThat(shop.count("plan_job", "true")).isEqualTo(paid);
        assertThat(shop.get(JdbcClient.class)
                        .sql("select number from invoice order by number")
                        .query(Long.class)
                        .list())
                .isEqualTo(LongStream.rangeClosed(1, paid).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("shops")
    void a_trial_becomes_active_for_twelve_months_and_a_renewal_adds_twelve(Shop shop) {
        long account = shop.buyer("tok_accept");
        Accounts accounts = shop.get(Accounts.class);

        assertThat(buy(shop, account, UUID.randomUUID(), "starter")).isEqualTo(State.PAID);
        Instant first = Days.plusMonths(shop.now(), 12);
        assertThat(accounts.of(account).plan()).isEqualTo(Plan.ACTIVE);
        assertThat(accounts.of(account).endsAt()).isEqualTo(first);

        shop.wait(Duration.ofDays(30));
        buy(shop, account, UUID.randomUUID(), "starter");
        assertThat(accounts.of(account).endsAt()).isEqualTo(Days.plusMonths(first, 12));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void within_ten_days_of_its_end_it_goes_on_as_if_it_had_not_ended_and_later_it_begins_anew(Shop shop) {
        long account = shop.buyer("tok_accept");
        long late = shop.buyer("tok_accept");
        buy(shop, account, UUID.randomUUID(), "starter");
        buy(shop, late, UUID.randomUUID(), "starter");
        Instant end = shop.get(Accounts.class).of(account).endsAt();

        shop.wait(Duration.between(shop.now(), end).plusDays(9));
        assertThat(shop.get(Accounts.class).of(account).plan()).isEqualTo(Plan.EXPIRED);
        buy(shop, account, UUID.randomUUID(), "starter");
        assertThat(shop.get(Accounts.class).of(account).endsAt()).isEqualTo(Days.plusMonths(end, 12));

        shop.wait(Duration.ofDays(1));
        buy(shop, late, UUID.randomUUID(), "starter");
        assertThat(shop.get(Accounts.class).of(late).endsAt()).isEqualTo(Days.plusMonths(shop.now(), 12));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void a_second_edition_waits_until_the_first_is_paid_or_declined(Shop shop) {
        long account = shop.buyer("tok_timeout");
        assertThat(buy(shop, account, UUID.randomUUID(), "starter")).isEqualTo(State.OPEN);

        assertThat(place(shop, account, UUID.randomUUID(), "plus", shown(shop, account, "plus")))
                .isEmpty();
        assertThat(shop.count("purchase_order", "true")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("shops")
    void while_an_edition_runs_only_the_same_is_sold_again(Shop shop) {
        long account = shop.buyer("tok_accept");
        buy(shop, account, UUID.randomUUID(), "starter");

        assertThat(place(shop, account, UUID.randomUUID(), "enterprise", shown(shop, account, "enterprise")))
                .isEmpty();
        assertThat(buy(shop, account, UUID.randomUUID(), "starter")).isEqualTo(State.PAID);
    }

    @ParameterizedTest
    @MethodSource("shops")
    void what_the_page_has_not_shown_is_not_ordered(Shop shop) {
        long account = shop.buyer("tok_accept");
        String shown = shown(shop, account, "starter");
        buy(shop, account, UUID.randomUUID(), "starter");

        assertThat(place(shop, account, UUID.randomUUID(), "starter", shown))
                .as("the other tab's form, which showed an earlier end")
                .isEmpty();
        assertThat(place(shop, account, UUID.randomUUID(), "starter", "")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shops")
    void a_transfer_that_never_comes_is_waited_for_for_two_weeks(Shop shop) {
        long account = shop.buyer("tok_timeout");
        buy(shop, account, UUID.randomUUID(), "starter");
        shop.get(JdbcClient.class)
                .sql("update sandbox_charge set settled_at = :never")
                .param("never", shop.now().plus(Duration.ofDays(365)).atOffset(ZoneOffset.UTC))
                .update();

        shop.wait(Duration.ofDays(13));
        shop.get(Settlement.class).settleDueOrders();
        assertThat(shop.count("purchase_order", "state = 'open'")).isEqualTo(1);
        shop.wait(Duration.ofDays(1));
        shop.get(Settlement.class).settleDueOrders();
        assertThat(shop.count("purchase_order", "state = 'declined'")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("shops")
    void credits_and_services_are_for_those_with_a_platform(Shop shop) {
        long account = shop.buyer("tok_accept");
        assertThat(place(shop, account, UUID.randomUUID(), "sms-500", shown(shop, account, "sms-500")))
                .isEmpty();

        buy(shop, account, UUID.randomUUID(), "starter");
        assertThat(buy(shop, account, UUID.randomUUID(), "sms-500")).isEqualTo(State.PAID);
        assertThat(buy(shop, account, UUID.randomUUID(), "training")).isEqualTo(State.PAID);
        assertThat(shop.count("sms_pack", "remaining = 500")).isEqualTo(1);
        assertThat(shop.count("additional_service", "product = 'training'")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("shops")
    void a_service_that_runs_is_extended_and_not_ordered_again_while_its_payment_is_waited_for(Shop shop) {
        long account = shop.buyer("tok_accept");
        buy(shop, account, UUID.randomUUID(), "starter");
        buy(shop, account, UUID.randomUUID(), "training");
        shop.wait(Duration.ofDays(30));
        Instant first = shop.get(AdditionalServices.class)
                .end(account, "training", shop.now())
                .orElseThrow();

        buy(shop, account, UUID.randomUUID(), "training");
        assertThat(shop.get(AdditionalServices.class).of(account, Locale.ENGLISH))
                .extracting(AdditionalServices.Running::endsAt)
                .containsExactly(Days.plusMonths(first, 12));

        shop.get(PaymentMethods.class).save(account, new PaymentMethod(PaymentMethod.Kind.CARD, "tok_timeout"));
        assertThat(buy(shop, account, UUID.randomUUID(), "training")).isEqualTo(State.OPEN);
        assertThat(place(shop, account, UUID.randomUUID(), "training", shown(shop, account, "training")))
                .isEmpty();
        assertThat(place(shop, account, UUID.randomUUID(), "dedicated-ip", shown(shop, account, "dedicated-ip")))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("shops")
    void the_invoice_has_the_billing_data_of_the_order(Shop shop) {
        long account = shop.buyer("tok_timeout");
        buy(shop, account, UUID.randomUUID(), "starter");
        shop.get(BillingStore.class)
                .save(
                        account,
                        new com.mailup.platform.billing.BillingData(
                                "Murphy Ltd", "IE6433435F", "1 Main St", "", "Dublin", null, "IE", null, null));

        shop.wait(Duration.ofMinutes(1));
        shop.get(Settlement.class).settleDueOrders();

        assertThat(shop.count("invoice", "company = 'Rossi & Figli S.r.l.' and vat_percent = 22"))
                .isEqualTo(1);
    }
}
