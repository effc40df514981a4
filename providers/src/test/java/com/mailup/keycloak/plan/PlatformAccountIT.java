package com.mailup.keycloak.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.BearerApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.TestBed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may write plans: the service account of the platform, and administrators. */
@ExtendWith(TestBed.class)
class PlatformAccountIT {

    private final Person person = Person.named("m" + UUID.randomUUID());
    private BearerApi platform;
    private AdminApi admin;
    private String user;

    @BeforeEach
    void somebody(AdminApi admin, RelyingParty platform) {
        this.admin = admin;
        this.platform = platform.admin();
        user = "/users/" + admin.create(person);
    }

    private int write(String plan, String end) {
        ObjectNode account = (ObjectNode) platform.get(user);
        account.withObject("/attributes").putArray("plan").add(plan);
        account.withObject("/attributes").putArray("planEndsAt").add(end);
        return platform.status("PUT", user, account);
    }

    @Test
    void the_platform_writes_plan_and_end() {
        assertThat(write("active", "2099-12-31T23:59:59Z")).isEqualTo(204);

        JsonNode attributes = admin.get(user.substring(1)).path("attributes");
        assertThat(attributes.path("plan").path(0).asText()).isEqualTo("active");
        assertThat(attributes.path("planEndsAt").path(0).asText()).isEqualTo("2099-12-31T23:59:59Z");
    }

    @ParameterizedTest
    @CsvSource({"gold,2099-12-31T23:59:59Z", "active,tomorrow", "active,2099-12-31"})
    void what_is_no_plan_is_refused(String plan, String end) {
        assertThat(write(plan, end)).isEqualTo(400);
    }

    @Test
    void it_finds_people_by_name() {
        assertThat(platform.get("/users?exact=true&username=" + person.username()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/clients",
        "GET,/roles",
        "GET,/groups",
        "GET,/events",
        "GET,/admin-events",
        "GET,/components",
        "GET,/authentication/flows",
        "PUT,''",
        "POST,/partial-export",
        "POST,/groups",
        "POST,/roles"
    })
    void of_all_else_it_can_neither_read_nor_write(String method, String path) {
        assertThat(platform.status(method, path, method.equals("GET") ? null : Map.of()))
                .isEqualTo(403);
    }

    @Test
    void it_cannot_become_somebody_or_give_roles() {
        assertThat(platform.status("POST", user + "/impersonation", Map.of())).isEqualTo(403);
        String role = admin.get("roles/offline_access").toString();
        assertThat(role).contains("offline_access");
        assertThat(platform.status(
                        "POST",
                        user + "/role-mappings/realm",
                        List.of(Map.of(
                                "id",
                                admin.get("roles/offline_access").path("id").asText(),
                                "name",
                                "offline_access"))))
                .isEqualTo(403);
        String group = admin.post("groups", Map.of("name", "g" + UUID.randomUUID()));
        try {
            assertThat(platform.status("PUT", user + "/groups/" + group, null)).isEqualTo(403);
        } finally {
            admin.delete("groups/" + group);
        }
    }

    @Test
    @Tag("A74")
    void nobody_writes_the_own_plan(Browser browser, KeycloakServer server) {
        BearerApi self = account(browser, server);
        ObjectNode profile = (ObjectNode) self.get("");
        profile.withObject("/attributes").putArray("plan").add("active");
        profile.withObject("/attributes").putArray("planEndsAt").add("2099-12-31T23:59:59Z");
        profile.withObject("/attributes").putArray("trialPending").add("true");
        profile.withObject("/attributes").putArray("company").add("Another Ltd");

        self.status("POST", "", profile);

        JsonNode attributes = admin.get(user.substring(1)).path("attributes");
        assertThat(attributes.path("plan")).isEmpty();
        assertThat(attributes.path("planEndsAt")).isEmpty();
        assertThat(attributes.path("trialPending")).isEmpty();
    }

    /** The API behind the account console, with the token that it got. */
    private BearerApi account(Browser browser, KeycloakServer server) {
        com.microsoft.playwright.Page tab = browser.open(server.realmUrl() + "/account");
        com.microsoft.playwright.Request request = tab.waitForRequest(
                asked -> asked.url().contains("/account/?") && asked.headers().containsKey("authorization"),
                () -> new LoginPage(tab).signIn(person.username(), Person.PASSWORD));
        return new BearerApi(
                server.realmUrl() + "/account/",
                request.headers().get("authorization").replaceFirst("Bearer ", ""));
    }
}
