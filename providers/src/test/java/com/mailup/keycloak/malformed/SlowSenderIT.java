package com.mailup.keycloak.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Figures;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.SlowSenders;
import com.mailup.keycloak.testbed.SpringPlatform;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a server bears of requests that come byte by byte, with no proxy in front that waits for them. */
@Tag("S2")
@ExtendWith(TestBed.class)
@Tag("release")
class SlowSenderIT {

    /** Each holds a thread for as long as it sends, so that its threads are what a node bears: 50, or more of many cores. */
    @Test
    void keycloak_answers_while_it_has_a_thread_left(KeycloakServer server, RelyingParty platform, Figures figures)
            throws Exception {
        String page = new Visitor().open(platform.loginUrl()).uri().toString();
        int borne = borne(page, server.realmUrl() + "/protocol/openid-connect/token", 10, 400);

        figures.put("slow senders that a node of Keycloak bears without a proxy", borne);
        assertThat(borne).isBetween(30, 390);
    }

    @Test
    void the_platform_answers_while_it_has_a_thread_left(SpringPlatform platform, Figures figures) throws Exception {
        int borne = borne(platform.home(), platform.home(), 50, 400);

        figures.put("slow senders that the platform bears without a proxy", borne);
        assertThat(borne).isBetween(100, 350);
    }

    /** The most, in steps, with which the page still comes; afterwards all is as before. */
    private static int borne(String page, String target, int step, int most) throws Exception {
        int borne = 0;
        while (borne < most && answers(page, target, borne + step)) {
            borne += step;
        }
        assertThat(new Visitor().open(page).status()).isEqualTo(200);
        return borne;
    }

    /** Whether the page comes within two seconds while so many send. */
    private static boolean answers(String page, String target, int senders)
            throws InterruptedException, ExecutionException {
        try (SlowSenders slow = SlowSenders.ofBodies(target, senders)) {
            CompletableFuture<Reply> visit = CompletableFuture.supplyAsync(() -> new Visitor().open(page));
            assertThat(visit.get(2, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThat(slow.cutOff()).isZero();
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
