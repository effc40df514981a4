package com.mailup.keycloak.flowcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAdviceTest {

    private static final List<String> REALMS = List.of("a", "mailup");

    @Nested
    @Tag("S12")
    class Of_a_hostname {

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", " "})
        void a_production_server_without_one_is_named_with_its_realms(String hostname) {
            assertThat(new HostnameWarning(false, hostname).warning(REALMS))
                    .hasValueSatisfying(
                            warning -> assertThat(warning).contains("no fixed hostname", "a, mailup", "--hostname"));
        }

        @Test
        void one_with_it_or_in_development_or_without_a_realm_of_ours_is_not() {
            assertThat(new HostnameWarning(false, "https://login.example.com").warning(REALMS))
                    .isEmpty();
            assertThat(new HostnameWarning(false, "login.example.com").warning(REALMS))
                    .isEmpty();
            assertThat(new HostnameWarning(true, null).warning(REALMS)).isEmpty();
            assertThat(new HostnameWarning(false, null).warning(List.of())).isEmpty();
        }
    }

    @Nested
    @Tag("S12")
    class Of_a_proxy {

        private final AtomicLong clock = new AtomicLong(-5);

        @Test
        void a_server_that_does_not_listen_is_named_once_a_minute() {
            ProxyHeadersWarning deaf = new ProxyHeadersWarning(false, clock::get);

            assertThat(deaf.trustsProxy()).isFalse();
            assertThat(deaf.warning())
                    .hasValueSatisfying(warning -> assertThat(warning)
                            .contains("--proxy-headers", "--proxy-trusted-addresses", "one client address"));
            clock.addAndGet(TimeUnit.SECONDS.toNanos(59));
            assertThat(deaf.warning()).isEmpty();
            clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertThat(deaf.warning()).isNotEmpty();
        }

        @Test
        void one_that_listens_is_not() {
            assertThat(new ProxyHeadersWarning(true, clock::get).trustsProxy()).isTrue();
            assertThat(new ProxyHeadersWarning(true, clock::get).warning()).isEmpty();
        }
    }
}
