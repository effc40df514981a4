package com.mailup.keycloak.planlanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.screens.PlatformPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.ClientScopeResource;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

@Tag("journey")
@ExtendWith(TestBed.class)
record PlanLandingIT(AdminApi admin, RelyingParty platform, KeycloakServer server) {

    private static final String LANDING = "?landing=plan";

    @BeforeEach
    void nothing_told_yet() {
        admin.forgetEvents();
    }

    private static Person on(String plan) {
        return Person.any().withPlan(plan, Instant.now().plus(Duration.ofDays(9)));
    }

    /** Signs in from this address of the platform; where Keycloak sends the browser then. */
    private URI signIn(Visitor visitor, Person person, String start) {
        visitor.open(start);
        return post(visitor, person);
    }

    private static URI post(Visitor visitor, Person person) {
        Reply reply = visitor.post(Map.of("username", person.username(), "password", Person.PASSWORD));
        return reply.location().orElseThrow(() -> new AssertionError(reply.status() + " " + reply.message()));
    }

    private URI signIn(Person person) {
        return signIn(new Visitor(), person, platform.loginUrl() + LANDING);
    }

    private void assertUsual(URI address) {
        assertThat(address.toString()).startsWith(platform.home() + "login/oauth2/code/mailup?");
        assertThat(address.getQuery()).contains("code=", "state=");
    }

    /** Keycloak says which session and issuer it is, as in every answer. */
    private void assertLanded(URI address, String path) {
        assertThat(address.toString().replaceFirst("\\?.*", "")).isEqualTo(platform.home() + path);
        assertThat(address.getQuery()).matches("session_state=[^&]+&iss=[^&]+");
    }

    private List<String> errors() {
        return admin.errors("CUSTOM_REQUIRED_ACTION_ERROR");
    }

    @Nested
    class given_an_application_that_asks_for_the_landing {

        @ParameterizedTest
        @CsvSource({"trial,acquisto", "expired,acquisto", "active,abbonamento"})
        void a_login_ends_at_the_landing_of_the_plan_and_the_page_is_there(String plan, String path, Browser browser) {
            Person person = admin.create(on(plan));
            browser.open(platform.loginUrl() + LANDING);
            new LoginPage(browser.tab()).signIn(person);

            PlatformPage page = new PlatformPage(browser.tab());
            assertThat(page.username()).isEqualTo(person.username());
            assertThat(page.text()).contains("/" + path);
            assertThat(platform.tokens().claims().path("plan").asText()).isEqualTo(plan);
            assertThat(platform.tokens().claims().path("landing_uri").asText()).isEqualTo(platform.home() + path);
        }

        @Test
        void no_code_and_no_state_goes_along() {
            assertLanded(signIn(admin.create(on("active"))), "abbonamento");
        }

        @Test
        void the_home_as_redirect_uri_asks_for_it_too(Visitor visitor) {
            Person person = admin.create(on("trial"));
            visitor.open(authorization(Map.of("redirect_uri", platform.home())));

            assertLanded(post(visitor, person), "acquisto");
        }

        @Test
        void a_plan_past_its_end_lands_as_expired() {
            Person person =
                    admin.create(Person.any().withPlan("active", Instant.now().minusSeconds(1)));

            assertLanded(signIn(person), "acquisto");
        }

        @Test
        void the_event_of_the_login_tells_the_plan() {
            signIn(admin.create(on("trial")));

            assertThat(AdminApi.detail(admin.events("LOGIN").get(0), "plan-landing"))
                    .isEqualTo("trial");
        }

        @Test
        void nobody_is_sent_there_twice_in_a_row() {
            Person person = admin.create(on("trial"));
            assertLanded(signIn(person), "acquisto");

            // Without the cookies of the first login, as if they had been lost on the way.
            assertUsual(signIn(person));
            assertLanded(signIn(person), "acquisto");
        }

        @Test
        void a_person_who_got_a_code_and_signs_out_lands_again(Browser browser) {
            Person person = admin.create(on("trial"));
            for (int i = 0; i < 2; i++) {
                browser.open(platform.loginUrl() + LANDING);
                new LoginPage(browser.tab()).signIn(person);
                new PlatformPage(browser.tab());
                assertThat(browser.tab().url()).startsWith(platform.home() + "acquisto");
                browser.open(platform.home() + "logout");
            }
        }

        @Test
        void a_required_action_comes_first(Browser browser) {
            Person person = admin.create(on("trial").withRequiredActions("UPDATE_PASSWORD"));
            browser.open(platform.loginUrl() + LANDING);
            new LoginPage(browser.tab()).signIn(person);
            new com.mailup.keycloak.screens.LoginUpdatePasswordPage(browser.tab()).choose("un-altra-parola-42");

            new PlatformPage(browser.tab());
            assertThat(browser.tab().url()).startsWith(platform.home() + "acquisto");
        }
    }

    @Nested
    class given_a_login_that_is_not_to_be_led_away {

        @Test
        void a_deep_link_ends_where_it_leads(Browser browser) {
            Person person = admin.create(on("trial"));
            browser.open(platform.home() + "statistiche");
            new LoginPage(browser.tab()).signIn(person);

            assertThat(new PlatformPage(browser.tab()).text()).contains("/statistiche");
        }

        @Test
        @Tag("A77")
        void a_person_who_is_signed_in_gets_a_code(Visitor visitor) {
            Person person = admin.create(on("trial"));
            assertUsual(signIn(visitor, person, platform.loginUrl()));

            assertUsual(authorize(visitor, Map.of("landing", "plan")));
            assertUsual(authorize(visitor, Map.of("landing", "plan", "prompt", "none")));
        }

        @Test
        @Tag("A77")
        void a_person_who_is_to_prove_it_once_more_gets_a_code(Visitor visitor) {
            Person person = admin.create(on("trial"));
            assertUsual(signIn(visitor, person, platform.loginUrl()));

            visitor.open(authorization(Map.of("landing", "plan", "prompt", "login")));
            assertUsual(again(visitor));
            server.travel(Duration.ofSeconds(5));
            visitor.open(authorization(Map.of("landing", "plan", "max_age", "1")));
            assertUsual(again(visitor));
        }

        private URI again(Visitor visitor) {
            return visitor.post(Map.of("password", Person.PASSWORD)).location().orElseThrow();
        }

        @Test
        @Tag("A77")
        void a_first_login_with_an_age_limit_gets_a_code(Visitor visitor) {
            Person person = admin.create(on("trial"));
            visitor.open(authorization(Map.of("landing", "plan", "max_age", "600")));

            assertUsual(post(visitor, person));
        }

        @Test
        @Tag("A75")
        void an_application_without_landings_is_untouched() throws Exception {
            Person person = admin.create(on("trial"));
            Map<String, String> none = Map.of("landing.trial", "", "landing.active", "", "landing.expired", "");
            try (AutoCloseable empty = admin.changedMapper("platform", "addresses", none)) {
                assertUsual(signIn(person));
                assertThat(errors()).isEmpty();
            }
        }
    }

    @Nested
    class given_a_plan_that_cannot_be_read {

        @Test
        @Tag("A78")
        void nobody_without_a_plan_is_led_anywhere_but_to_the_default() throws Exception {
            assertUsual(signIn(admin.create(Person.any())));
            try (AutoCloseable set = admin.changedMapper("platform", "addresses", Map.of("landing.default", "/"))) {
                assertLanded(signIn(admin.create(Person.any())), "");
            }
            assertThat(errors()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"several", "unknown", "long", "end"})
        @Tag("A78")
        void it_counts_as_none_with_an_event(String what) throws Exception {
            Person person = Person.any();
            Person broken = switch (what) {
                case "several" -> person.withAttributes("plan", List.of("trial", "active"));
                case "unknown" -> person.withAttribute("plan", "gold");
                case "long" -> person.withAttribute("plan", "trial".repeat(400));
                default -> person.withAttribute("plan", "trial").withAttribute("planEndsAt", "tomorrow");
            };
            // As an import brings them: the console refuses such values.
            admin.create(List.of(broken));
            try (AutoCloseable set =
                    admin.changedMapper("platform", "addresses", Map.of("landing.default", "/abbonamento"))) {
                assertLanded(signIn(broken), "abbonamento");
            }

            EventRepresentation event =
                    admin.events("CUSTOM_REQUIRED_ACTION_ERROR").get(0);
            assertThat(event.getError()).isEqualTo("plan_unreadable");
            assertThat(event.getDetails().toString()).contains("plan-landing").doesNotContain("gold", "tomorrow");
        }
    }

    @Nested
    class given_a_landing_that_is_no_redirect_uri {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/altrove",
                    "//evil.example",
                    "\\\\evil.example",
                    "https:evil.example",
                    "https://evil.example/",
                    "javascript:alert(1)",
                    "JaVaScRiPt:alert(1)",
                    "data:text/html,hi",
                    "HOME@evil.example/acquisto",
                    "https://evil.example#HOMEacquisto",
                    "https://evil.example?@HOMEacquisto",
                    "https://a@b@evil.example/acquisto",
                    "/..;/acquisto",
                    "/x/../acquisto",
                    "/%2e%2e%2facquisto",
                    "/%252e%252e/acquisto",
                    "/acqui\tsto",
                    "/acquisto\r\nX: y",
                    "HOMEacquisto#x",
                    "HOMEacquisto?x=y",
                    "HOMEacquisto/",
                    "http://user@localhost:PORT/acquisto",
                    "http://localhost:1/acquisto",
                    "http://localhost.:PORT/acquisto",
                    "http://lоcalhost:PORT/acquisto"
                })
        @Tag("A71")
        void the_console_refuses_it(String text) {
            String address = text.replace("HOME", platform.home())
                    .replace("PORT", String.valueOf(URI.create(platform.home()).getPort()));

            assertThatThrownBy(() -> admin.changedMapper("platform", "addresses", Map.of("landing.trial", address)))
                    .hasMessageContaining("400")
                    .hasMessageContaining("Landing of trials");
        }

        @Test
        @Tag("A70")
        void one_that_has_ceased_to_be_one_is_not_followed() throws Exception {
            Person person = admin.create(on("trial"));
            try (AutoCloseable fewer = admin.changedClient(
                    "platform", client -> client.getRedirectUris().removeIf(uri -> uri.endsWith("/acquisto")))) {
                assertUsual(signIn(person));
                assertThat(errors()).containsExactly("landing_refused");
            }
        }

        @Test
        @Tag("A72")
        void an_entry_with_a_wildcard_allows_none() throws Exception {
            Person person = admin.create(on("trial"));
            try (AutoCloseable wild =
                    admin.changedClient("platform", client -> client.setRedirectUris(List.of(platform.home() + "*")))) {
                assertUsual(signIn(person));
                assertThat(errors()).containsExactly("landing_refused");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/initiate-login#x"})
    void a_login_is_begun_at_an_address_of_the_web(String uri) {
        assertThatThrownBy(() -> admin.changedMapper("platform", "addresses", Map.of("initiateLoginUri", uri)))
                .hasMessageContaining("400")
                .hasMessageContaining("Initiate login URI");
    }

    @Test
    void a_scope_has_no_addresses() {
        ClientScopeRepresentation scope = new ClientScopeRepresentation();
        scope.setName("s" + UUID.randomUUID());
        scope.setProtocol("openid-connect");
        ProtocolMapperRepresentation addresses = new ProtocolMapperRepresentation();
        addresses.setName("addresses");
        addresses.setProtocol("openid-connect");
        addresses.setProtocolMapper("mailup-application");
        ClientScopeResource created = admin.realm()
                .clientScopes()
                .get(AdminApi.created(admin.realm().clientScopes().create(scope)));
        try {
            assertThatThrownBy(
                            () -> AdminApi.created(created.getProtocolMappers().createMapper(addresses)))
                    .hasMessageContaining("400");
        } finally {
            created.remove();
        }
    }

    /** By its end, or as the reminder or an administrator has written it. */
    @ParameterizedTest
    @CsvSource({"trial,'',trial", "active,'',active", "expired,trial,trial", "expired,active,active", "expired,'',''"})
    void the_claims_tell_what_has_expired(String plan, String written, String ended) {
        Person person = Person.any().withPlan(plan, Instant.now().minusSeconds(60));
        new Visitor()
                .signIn(
                        platform,
                        admin.create(written.isEmpty() ? person : person.withAttribute("planEnded", written)));

        JsonNode claims = platform.tokens().claims();
        assertThat(claims.path("plan").asText()).isEqualTo("expired");
        assertThat(claims.path("plan_ended").asText()).isEqualTo(ended);
    }

    @Test
    void userinfo_tells_the_plan_too(Visitor visitor) {
        Person person = admin.create(on("active"));
        visitor.open(platform.loginUrl());
        visitor.submit(Map.of("username", person.username(), "password", Person.PASSWORD));

        JsonNode told = platform.userinfo();
        assertThat(told.path("plan").asText()).isEqualTo("active");
        assertThat(Instant.parse(told.path("plan_ends_at").asText())).isAfter(Instant.now());
        assertThat(told.path("landing_uri").asText()).isEqualTo(platform.home() + "abbonamento");
    }

    private String authorization(Map<String, String> further) {
        return platform.authorization(further);
    }

    private URI authorize(Visitor visitor, Map<String, String> further) {
        return visitor.send(java.net.http.HttpRequest.newBuilder(URI.create(authorization(further))))
                .location()
                .orElseThrow();
    }
}
