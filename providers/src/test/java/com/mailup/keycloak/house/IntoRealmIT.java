package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.BearerApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Directory;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.Kcadm;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.TestBed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.admin.client.resource.ScopePermissionsResource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.authorization.ClientPolicyRepresentation;
import org.keycloak.representations.idm.authorization.PolicyRepresentation;
import org.keycloak.util.JsonSerialization;

/** {@code realm-export/into-realm} adds what is ours to a realm, once, and leaves what is theirs. */
@ExtendWith(TestBed.class)
@Tag("release")
class IntoRealmIT {

    private static final String REALM = "somebody-elses";
    private static final String[] EVERYTHING = {REALM, "--application", "platform", "--plan-writer", "platform"};

    private AdminApi theirs;
    private RelyingParty application;

    @AfterEach
    void nothing_is_left() {
        if (theirs != null) {
            theirs.realm().remove();
            application.close();
        }
    }

    private Kcadm realmOfTheirs(KeycloakServer server, AdminApi admin) throws IOException {
        application = new RelyingParty(0, server.url() + "/realms/" + REALM);
        try (InputStream file = IntoRealmIT.class.getResourceAsStream(REALM + "-realm.json")) {
            String realm = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${PLATFORM_URL}", application.home().replaceFirst("/$", ""))
                    .replace("${PLATFORM_SECRET}", RelyingParty.SECRET);
            theirs = admin.createRealm(JsonSerialization.readValue(realm, RealmRepresentation.class));
        }
        return new Kcadm(server);
    }

    /** But for what the script says that it sets. */
    private List<JsonNode> whatIsTheirs() {
        JsonNode client = get("/clients?clientId=platform").path(0);
        List<JsonNode> found = new ArrayList<>(List.of(
                get("/users/" + theirs.userId("anna")),
                get("/users/" + theirs.userId("anna") + "/credentials"),
                client.path("redirectUris"),
                client.path("name"),
                client.path("attributes"),
                client.path("serviceAccountsEnabled"),
                get("/authentication/flows/their%20browser/executions"),
                get("/authentication/flows/browser/executions"),
                get("").path("displayName"),
                get("").path("attributes").path("theirs"),
                get("").path("passwordPolicy"),
                get("").path("registrationAllowed"),
                get("").path("defaultLocale"),
                get("/users/profile").path("unmanagedAttributePolicy"),
                named("groups", "theirs")));
        get("/authentication/flows").forEach(flow -> {
            if (!flow.path("alias").asText().startsWith("mailup ")) {
                found.add(flow);
            }
        });
        List.of("badge", "email").forEach(attribute -> found.add(named("attributes", attribute)));
        return found;
    }

    private JsonNode get(String path) {
        return theirs.json().get(path);
    }

    private JsonNode export() {
        return theirs.json().send("POST", "/partial-export?exportClients=true", null);
    }

    private JsonNode named(String sort, String name) {
        return StreamSupport.stream(get("/users/profile").path(sort).spliterator(), false)
                .filter(entry -> entry.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("S1")
    @Tag("S9")
    void a_second_run_changes_nothing_and_what_was_there_stays(Browser browser, KeycloakServer server, AdminApi admin)
            throws IOException {
        Kcadm kcadm = realmOfTheirs(server, admin);
        theirs.create(Person.named("bruno").withUnverifiedEmail());
        List<JsonNode> before = whatIsTheirs();
        theyWereOnceMetByAnOlderRun();

        assertThat(kcadm.intoRealm(EVERYTHING))
                .contains(
                        "+ step mailup-login of mailup browser forms",
                        "  browserFlow was: their browser",
                        "+ policy the platform's account",
                        "+ permission the platform writes plans: for the account of platform alone",
                        "+ policy the platform: removed, it held for the tokens of people too")
                .anyMatch(line -> line.startsWith("! The client admin-cli takes passwords past the login page"))
                .anyMatch(line -> line.startsWith("! User events are off"))
                .anyMatch(line -> line.startsWith("! Brute force detection is off"))
                .anyMatch(line -> line.startsWith("! Enabled accounts whose e-mail address was never verified: 1."));
        assertThat(policies()).containsExactlyInAnyOrder("the platform's account");
        JsonNode once = export();
        JsonNode workflows = get("/workflows");
        assertThat(kcadm.intoRealm(EVERYTHING))
                .noneMatch(line -> line.startsWith("+"))
                .contains("Nothing to do: somebody-elses has everything already. Nothing was changed.");

        assertThat(export()).isEqualTo(once);
        assertThat(get("/workflows")).isEqualTo(workflows).hasSize(2);
        assertThat(whatIsTheirs()).containsExactlyElementsOf(before);
        assertThat(named("attributes", "username").at("/validations/length/max").asInt())
                .isEqualTo(40);
        assertThat(server.log()).doesNotContain("Recovery or registration does not run in the realm " + REALM);
        assertPeopleComeIn(browser);
        assertThePlatformWritesPlans();
    }

    /** Which let every token of the platform write plans. */
    private void theyWereOnceMetByAnOlderRun() {
        theirs.changedRealm(realm -> realm.setAdminPermissionsEnabled(true));
        ClientPolicyRepresentation policy = new ClientPolicyRepresentation();
        policy.setName("the platform");
        policy.addClient("platform");
        AdminApi.created(theirs.permissions().resource().policies().client().create(policy));
        theirs.permissions().create("the platform writes plans", "the platform", "view", "manage");
    }

    private List<String> allPolicies() {
        return theirs.permissions().resource().policies().policies().stream()
                .map(PolicyRepresentation::getName)
                .toList();
    }

    /** Of the permission, not of the realm. */
    private List<String> policies() {
        assertThat(allPolicies()).doesNotContain("the platform");
        ScopePermissionsResource permissions =
                theirs.permissions().resource().permissions().scope();
        String permission = permissions.findByName("the platform writes plans").getId();
        return permissions.findById(permission).associatedPolicies().stream()
                .map(PolicyRepresentation::getName)
                .toList();
    }

    private void assertPeopleComeIn(Browser browser) {
        LoginPage login = LoginPage.open(browser.inLanguage("it-IT"), application);
        assertThat(login.heading()).isEqualTo("Entra in piattaforma");
        login.signIn("anna", Person.PASSWORD);
        assertThat(application.tokens().claims().path("preferred_username").asText())
                .isEqualTo("anna");

        com.microsoft.playwright.Page tab = browser.another().open(application.registrationUrl());
        new Page(tab, "login-register");
        assertThat(tab.locator("#email").count()).isOne();
        assertThat(tab.locator("#username").count()).isZero();

        new Page(
                browser.another().open(application.forgotCredentialsUrl() + "?recover=username"),
                "login-username-recovery");
    }

    private void assertThePlatformWritesPlans() {
        String anna = "/users/" + theirs.userId("anna");
        JsonNode account = application.admin().get(anna);
        account.withObject("/attributes").putArray("plan").add("active");

        assertThat(application.admin().status("PUT", anna, account)).isEqualTo(204);
        assertThat(theirs.user("anna").orElseThrow().firstAttribute("badge")).isEqualTo("42");
        assertThat(application.admin().status("GET", "/clients", null)).isEqualTo(403);
        BearerApi annas =
                new BearerApi(application.admin().base(), application.tokens().access());
        assertThat(annas.status("GET", "/users", null)).isEqualTo(403);
    }

    private static final String[] OF_THE_OLDER_RUN = {
        "+ permission the platform writes plans: removed, it was for the tokens of people too",
        "+ policy the platform: removed, it held for the tokens of people too"
    };

    @Test
    @Tag("S1")
    void what_an_older_or_an_interrupted_run_has_left_is_mended(KeycloakServer server, AdminApi admin)
            throws IOException {
        Kcadm kcadm = realmOfTheirs(server, admin);
        theyWereOnceMetByAnOlderRun();
        assertThat(kcadm.intoRealm(REALM))
                .containsSubsequence(OF_THE_OLDER_RUN)
                .anyMatch(line -> line.startsWith("! No client may write plans any more"));
        JsonNode whole = steps();
        theirs.changedRealm(realm -> realm.setBrowserFlow("browser"));
        for (JsonNode step : whole) {
            if (step.path("level").asInt() == 1) {
                theirs.realm().flows().removeExecution(step.path("id").asText());
            }
        }

        assertThat(kcadm.intoRealm(REALM, "--plan-writer", "platform"))
                .contains(
                        "+ setting browserFlow=mailup browser",
                        "+ policy the platform's account",
                        "+ permission the platform writes plans");
        assertThat(policies()).containsExactly("the platform's account");
        assertThat(steps().findValuesAsText("displayName")).isEqualTo(whole.findValuesAsText("displayName"));
        assertThat(steps().findValuesAsText("requirement")).isEqualTo(whole.findValuesAsText("requirement"));
        theWriterLosesItsAccount(kcadm);
    }

    private void theWriterLosesItsAccount(Kcadm kcadm) throws IOException {
        theirs.permissions().remove("the platform writes plans");
        theirs.permissions().remove("the platform's account");
        theyWereOnceMetByAnOlderRun();
        theirs.changedClient("platform", client -> client.setServiceAccountsEnabled(false));

        assertThat(kcadm.intoRealm(REALM, "--plan-writer", "platform"))
                .containsSubsequence(OF_THE_OLDER_RUN)
                .anyMatch(line -> line.startsWith("! platform has no account"));
        assertThat(allPolicies()).doesNotContain("the platform", "the platform writes plans");
    }

    private JsonNode steps() {
        return get("/authentication/flows/mailup%20browser/executions");
    }

    @Test
    void our_own_realm_needs_nothing(KeycloakServer server) {
        assertThat(new Kcadm(server).intoRealm("delivered", "--application", "platform", "--plan-writer", "platform"))
                .noneMatch(line -> line.contains("takes passwords past the login page"))
                .contains("Nothing to do: delivered has everything already. Nothing was changed.");
    }

    @Test
    @Tag("S6")
    void a_directory_without_a_read_timeout_is_named(KeycloakServer server, AdminApi admin) throws Exception {
        Kcadm kcadm = realmOfTheirs(server, admin);
        try (Directory directory = new Directory();
                AutoCloseable endless =
                        Federation.mode("READ_ONLY").timeout(Duration.ZERO).attach(theirs, directory);
                AutoCloseable usual = Federation.mode("READ_ONLY").attach(theirs, directory)) {
            assertThat(kcadm.intoRealm(REALM))
                    .filteredOn(line -> line.startsWith("! The directory directory has no read timeout"))
                    .hasSize(1);
        }
    }
}
