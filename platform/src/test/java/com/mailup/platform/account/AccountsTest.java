package com.mailup.platform.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.platform.Shop;
import com.mailup.platform.planjob.PlanJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

class AccountsTest {

    private static OidcUser token(Instant issued, String plan, Instant end) {
        return token(issued, plan, end, null);
    }

    private static OidcUser token(Instant issued, String plan, Instant end, String ended) {
        Map<String, Object> claims = new HashMap<>(Map.of("sub", "s-1", "preferred_username", "m00001", "plan", plan));
        if (ended != null) {
            claims.put("plan_ended", ended);
        }
        claims.put("plan_ends_at", end.toString());
        claims.put("iat", issued);
        return new DefaultOidcUser(List.of(), new OidcIdToken("t", issued, issued.plusSeconds(60), claims));
    }

    @ParameterizedTest
    @MethodSource("com.mailup.platform.Shop#all")
    void a_login_tells_the_plan(Shop shop) {
        Accounts accounts = shop.get(Accounts.class);
        OidcUser person = token(shop.now(), "trial", shop.now().plus(Duration.ofDays(2)));

        accounts.syncFromLogin(person);

        assertThat(accounts.of(person).plan()).isEqualTo(Plan.TRIAL);
        assertThat(accounts.of(person).daysLeft(shop.now())).isEqualTo(2);
        shop.wait(Duration.ofDays(2));
        assertThat(accounts.of(person).plan()).isEqualTo(Plan.EXPIRED);
    }

    @ParameterizedTest
    @MethodSource("com.mailup.platform.Shop#all")
    void an_expired_trial_is_told_from_a_subscription_that_has_lapsed(Shop shop) {
        Accounts accounts = shop.get(Accounts.class);
        OidcUser person = token(shop.now(), "expired", shop.now(), "trial");

        assertThat(accounts.of(person).hasLapsed()).isFalse();
        assertThat(accounts.of(person).ended()).isEqualTo(Plan.TRIAL);

        accounts.syncFromLogin(token(shop.now(), "expired", shop.now(), "active"));
        assertThat(accounts.of(person).hasLapsed()).isTrue();
        // Written as expired, and by an administrator who did not say what it was.
        accounts.syncFromLogin(token(shop.now(), "expired", shop.now()));
        assertThat(accounts.of(person).hasLapsed()).isFalse();
        assertThat(accounts.of(person).ended()).isNull();
    }

    @ParameterizedTest
    @MethodSource("com.mailup.platform.Shop#all")
    void a_plan_that_ends_between_two_logins_is_the_one_that_has_ended(Shop shop) {
        Accounts accounts = shop.get(Accounts.class);
        OidcUser person = token(shop.now(), "trial", shop.now().plus(Duration.ofDays(2)));
        long account = accounts.of(person).id();

        assertThat(accounts.of(person).ended()).isNull();
        shop.wait(Duration.ofDays(2));
        assertThat(accounts.of(person).ended()).isEqualTo(Plan.TRIAL);

        accounts.activate(account, "plus", shop.now().plus(Duration.ofDays(365)));
        assertThat(accounts.of(account).ended()).isNull();
        shop.wait(Duration.ofDays(365));
        assertThat(accounts.of(account).hasLapsed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("com.mailup.platform.Shop#all")
    void a_token_from_before_a_purchase_does_not_undo_it(Shop shop) {
        Accounts accounts = shop.get(Accounts.class);
        OidcUser before = token(shop.now(), "trial", shop.now().plus(Duration.ofDays(2)));
        long account = accounts.of(before).id();
        shop.wait(Duration.ofMinutes(1));
        Instant end = shop.now().plus(Duration.ofDays(365));
        accounts.activate(account, "plus", end);
        shop.get(PlanJobs.class).add(account, shop.now());

        accounts.syncFromLogin(
                token(shop.now().plusSeconds(1), "trial", shop.now().plus(Duration.ofDays(2))));
        assertThat(accounts.of(account).plan()).isEqualTo(Plan.ACTIVE);

        shop.get(JdbcClient.class)
                .sql("update plan_job set done_at = :now")
                .param("now", shop.now().atOffset(java.time.ZoneOffset.UTC))
                .update();
        accounts.syncFromLogin(before);
        assertThat(accounts.of(account).plan()).isEqualTo(Plan.ACTIVE);

        accounts.syncFromLogin(token(shop.now().plusSeconds(1), "expired", shop.now()));
        assertThat(accounts.of(account).plan()).isEqualTo(Plan.EXPIRED);
    }
}
