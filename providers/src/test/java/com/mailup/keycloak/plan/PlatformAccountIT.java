package com.mailup.keycloak.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.BearerApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.ClientLogin;
import com.mailup.keycloak.testbed.Directory;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.OurRealm;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.TestBed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.idm.authorization.UserPolicyRepresentation;

/** Who may write plans: the service account of the platform, and administrators. */
@ExtendWith(TestBed.class)
@Tag("release")
record PlatformAccountIT(AdminApi admin, BearerApi platform, KeycloakServer server, Person person) {

    private String user() {
        return "/users/" + admin.userId(person.username());
    }

    private int write(String plan, String end) {
        ObjectNode account = (ObjectNode) platform.get(user());
        account.withObject("/attributes").putArray("plan").add(plan);
        account.withObject("/attributes").putArray("planEndsAt").add(end);
        return platform.status("PUT", user(), account);
    }

    @Test
    void the_platform_writes_plan_and_end() {
        assertThat(write("active", "2099-12-31T23:59:59Z")).isEqualTo(204);

        UserRepresentation account = admin.user(person.username()).orElseThrow();
        assertThat(account.firstAttribute("plan")).isEqualTo("active");
        assertThat(account.firstAttribute("planEndsAt")).isEqualTo("2099-12-31T23:59:59Z");
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
        assertThat(platform.status("POST", user() + "/impersonation", Map.of())).isEqualTo(403);
        RoleRepresentation role = admin.realm().roles().get("offline_access").toRepresentation();
        assertThat(platform.status("POST", user() + "/role-mappings/realm", List.of(role)))
                .isEqualTo(403);
        GroupRepresentation some = new GroupRepresentation();
        some.setName("g" + UUID.randomUUID());
        String group = AdminApi.created(admin.realm().groups().add(some));
        try {
            assertThat(platform.status("PUT", user() + "/groups/" + group, null))
                    .isEqualTo(403);
        } finally {
            admin.realm().groups().group(group).remove();
        }
    }

    @Test
    @Tag("S1")
    void it_creates_changes_signs_out_and_deletes_people() {
        String name = "m" + UUID.randomUUID();
        assertThat(platform.status("POST", "/users", Map.of("username", name, "enabled", true)))
                .isEqualTo(201);
        String created = "/users/" + admin.userId(name);
        ObjectNode account = (ObjectNode) platform.get(created);
        account.put("email", name + "@example.com");
        assertThat(platform.status("PUT", created, account)).isEqualTo(204);
        assertThat(admin.user(name).orElseThrow().getEmail()).isEqualTo(name + "@example.com");
        assertThat(platform.status("PUT", created + "/execute-actions-email", List.of("UPDATE_PASSWORD")))
                .isEqualTo(204);
        assertThat(platform.status("POST", created + "/logout", Map.of())).isEqualTo(204);
        assertThat(platform.status("DELETE", created, null)).isEqualTo(204);
        assertThat(admin.user(name)).isEmpty();
    }

    @Test
    @Tag("S1")
    void a_realm_of_before_in_which_whole_clients_do_is_named_at_start() {
        assertThat(server.log())
                .containsPattern("ERROR.*In the realm wrong the token of each person .* run into-realm")
                .doesNotContain("In the realm mailup the token of each person");
    }

    @Test
    @Tag("S1")
    void it_removes_a_password() {
        String password =
                platform.get(user() + "/credentials").path(0).path("id").asText();

        assertThat(platform.status("DELETE", user() + "/credentials/" + password, null))
                .isEqualTo(204);
        assertThat(admin.account(person.username()).credentials()).isEmpty();
    }

    private static final CredentialRepresentation STOLEN = Person.credential("una-parola-rubata-42");

    @Test
    @Tag("S1")
    void it_sets_no_password() {
        ObjectNode account = (ObjectNode) platform.get(user());
        account.putArray("credentials").addPOJO(STOLEN);
        String name = "m" + UUID.randomUUID();
        Map<String, Object> newcomer = Map.of("username", name, "enabled", true, "credentials", List.of(STOLEN));

        assertThat(platform.status("PUT", user() + "/reset-password", STOLEN)).isEqualTo(403);
        assertThat(platform.status("PUT", user(), account)).isEqualTo(403);
        assertThat(platform.status("POST", "/users", newcomer)).isEqualTo(403);

        assertThat(admin.user(name)).isEmpty();
        // The old one still opens.
        assertThat(ClientLogin.at(server)
                        .signIn("account-console", server.realmUrl() + "/account/", person)
                        .access())
                .isNotEmpty();
        account.putArray("credentials");
        assertThat(platform.status("PUT", user(), account)).isEqualTo(204);
    }

    /** Two of them Keycloak itself refuses. */
    @ParameterizedTest
    @Tag("S1")
    @CsvSource({"/reset-password,403", "/reset-password/,403", "/reset%2Dpassword,400", "/reset-password;a=b,400"})
    void it_sets_no_password_however_the_address_is_written(String address, int answer) {
        JsonNode before = admin.json().get(user() + "/credentials");

        assertThat(platform.status("PUT", user() + address, STOLEN)).isEqualTo(answer);
        assertThat(admin.json().get(user() + "/credentials")).isEqualTo(before).hasSize(1);
    }

    @Test
    @Tag("S1")
    void that_it_tried_is_in_the_log_and_the_password_is_not() {
        int before = refusals();

        assertThat(platform.status("PUT", user() + "/reset-password", STOLEN)).isEqualTo(403);

        assertThat(refusals()).isEqualTo(before + 1);
        assertThat(server.log()).doesNotContain(STOLEN.getValue());
    }

    private int refusals() {
        String account = admin.userId("service-account-platform");
        return (int) Pattern.compile(
                        "WARN .*The account %s of the client platform tried to set a password in the realm mailup"
                                .formatted(account))
                .matcher(server.log())
                .results()
                .count();
    }

    /** Keycloak changes the password there at once, and no transaction takes that back. */
    @Test
    @Tag("S1")
    void nor_one_that_lives_in_a_directory(Mailbox mailbox) throws Exception {
        Person rosa = Person.named("rosa");
        try (Directory directory = new Directory();
                OurRealm realm = new OurRealm(server, admin, mailbox, "passwords-in-a-directory")) {
            directory.add(rosa);
            try (AutoCloseable attached = Federation.mode("WRITABLE").attach(realm.admin(), directory)) {
                BearerApi theirs = realm.platform().admin();
                String path = "/users/" + realm.admin().userId("rosa");
                ObjectNode account = (ObjectNode) theirs.get(path);
                account.putArray("credentials").addPOJO(STOLEN);

                assertThat(theirs.status("PUT", path + "/reset-password", STOLEN))
                        .isEqualTo(403);
                assertThat(directory.accepts("rosa", Person.PASSWORD)).isTrue();
                assertThat(theirs.status("PUT", path, account)).isEqualTo(403);
                assertThat(directory.accepts("rosa", Person.PASSWORD)).isTrue();

                realm.admin().setPassword("rosa", "una-parola-di-chi-amministra-7");
                assertThat(directory.accepts("rosa", Person.PASSWORD)).isFalse();
            }
        }
    }

    /** Why our jar sees to it: once this fails, a permission can. */
    @Test
    @Tag("S1")
    void a_permission_that_denied_it_would_take_everything() {
        UserPolicyRepresentation another = new UserPolicyRepresentation();
        another.setName("another");
        another.addUser(admin.userId(person.username()));
        AdminApi.created(admin.permissions().resource().policies().user().create(another));
        admin.permissions().create("no passwords", "another", "reset-password");
        try {
            assertThat(platform.status("GET", user(), null)).isEqualTo(403);
        } finally {
            admin.permissions().remove("no passwords");
            admin.permissions().remove("another");
        }
    }

    @Test
    @Tag("S1")
    void an_administrator_of_the_realm_still_does() {
        Person administrator = admin.create(Person.named("a" + UUID.randomUUID()));
        ClientResource management = admin.client("realm-management");
        admin.account(administrator.username())
                .roles()
                .clientLevel(management.toRepresentation().getId())
                .add(List.of(management.roles().get("manage-users").toRepresentation()));
        BearerApi theirs = new BearerApi(
                server.url() + "/admin/realms/" + server.realm(),
                ClientLogin.at(server)
                        .signIn("security-admin-console", server.url() + "/admin/mailup/console/", administrator)
                        .access());
        ObjectNode account = (ObjectNode) theirs.get(user());
        account.putArray("credentials").addPOJO(STOLEN);

        assertThat(theirs.status("PUT", user() + "/reset-password", STOLEN)).isEqualTo(204);
        assertThat(theirs.status("PUT", user(), account)).isEqualTo(204);
    }

    @Test
    @Tag("A74")
    void nobody_writes_the_own_plan(Browser browser) {
        BearerApi self = account(browser);
        ObjectNode profile = (ObjectNode) self.get("");
        profile.withObject("/attributes").putArray("plan").add("active");
        profile.withObject("/attributes").putArray("planEndsAt").add("2099-12-31T23:59:59Z");
        profile.withObject("/attributes").putArray("trialPending").add("true");
        profile.withObject("/attributes").putArray("company").add("Another Ltd");

        self.status("POST", "", profile);

        assertThat(admin.json().get(user()).path("attributes").properties())
                .extracting(Map.Entry::getKey)
                .doesNotContain("plan", "planEndsAt", "trialPending");
    }

    /** The API behind the account console, with the token that it got. */
    private BearerApi account(Browser browser) {
        com.microsoft.playwright.Page tab = browser.open(server.realmUrl() + "/account");
        com.microsoft.playwright.Request request = tab.waitForRequest(
                asked -> asked.url().contains("/account/?") && asked.headers().containsKey("authorization"),
                () -> new LoginPage(tab).signIn(person));
        return new BearerApi(
                server.realmUrl() + "/account/",
                request.headers().get("authorization").replaceFirst("Bearer ", ""));
    }
}
