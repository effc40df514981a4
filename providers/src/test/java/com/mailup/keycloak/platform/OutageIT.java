package com.mailup.keycloak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.SpringPlatform;
import com.mailup.keycloak.testbed.TestBed;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keycloak is away while somebody buys: nothing is lost, and it learns of the plan once it is back. */
@ExtendWith(TestBed.class)
@Tag("release")
class OutageIT {

    private static final Duration UNTIL_TRIED_AGAIN = Duration.ofMinutes(3);

    @Test
    void a_purchase_needs_no_keycloak_and_reaches_it_later(Browser browser, Cluster cluster) {
        try (SpringPlatform platform = new SpringPlatform(cluster.node(0), cluster.admin())) {
            Shopper shopper = Shopper.onTrial(browser, cluster.admin(), platform);
            new Page(shopper.tab(), "platform-acquisto");

            cluster.kill(0);
            try {
                shopper.buy("starter", "tok_accept");
                assertThat(new Page(shopper.tab(), "platform-order").heading()).isEqualTo("Grazie, è tuo");
                assertThat(shopper.open("abbonamento").text()).contains("Starter");
            } finally {
                cluster.restart(0);
            }

            Await.until(
                    "Keycloak knows",
                    UNTIL_TRIED_AGAIN,
                    () -> "active".equals(cluster.admin().attribute(shopper.person(), "plan")));
        }
    }
}
