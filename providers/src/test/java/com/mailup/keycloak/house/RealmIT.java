package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;

/** The realm file means on the server what it says. */
@ExtendWith(TestBed.class)
record RealmIT(AdminApi admin, RelyingParty platform) {

    private static final ObjectNode FILE = Repository.here().realmFile();
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{[A-Z_]+[:}]");

    private static final String WORKFLOWS = "org.keycloak.models.workflow.WorkflowProvider";

    @Test
    void it_holds_no_people_and_no_secret() {
        assertThat(FILE.path("users").findValuesAsText("username")).containsExactly("service-account-platform");
        assertThat(FILE.path("users").findValuesAsText("serviceAccountClientId"))
                .containsExactly("platform");
        assertThat(FILE.findValuesAsText("secret")).allMatch(value -> value.equals("${PLATFORM_SECRET}"));
        assertThat(FILE.at("/smtpServer/password").asText()).isEqualTo("${SMTP_PASSWORD:}");
    }

    @Test
    void every_address_comes_from_the_environment() {
        assertThat(FILE.toString().replaceAll("\\$\\{[A-Z_]+:[^}]*}", "")).doesNotContain("localhost", "example.com");
    }

    @Test
    void an_export_shows_everything_that_we_set() {
        assertThat(differences("", exportable(), admin.json().send("POST", "/partial-export?exportClients=true", null)))
                .isEmpty();
    }

    /** An import uses up one attribute, an export hides workflows and accounts, and lists the client of permissions with the others. */
    private static JsonNode exportable() {
        ObjectNode realm = FILE.deepCopy();
        realm.withObject("/attributes").remove("CreateDefaultClientScopes");
        realm.withObject("/components").remove(WORKFLOWS);
        realm.remove("users");
        realm.withArray("clients").add(realm.remove("adminPermissionsClient"));
        return realm;
    }

    @Test
    void a_code_is_given_only_with_pkce() {
        String without = platform.authorization(Map.of()).replaceAll("&code_challenge(_method)?=[^&]*", "");

        Reply refused = new Visitor().send(HttpRequest.newBuilder(URI.create(without)));

        assertThat(refused.location().orElseThrow().getQuery()).contains("error=invalid_request", "code_challenge");
    }

    @Test
    void its_workflows_run() {
        List<String> ours = FILE.path("components").path(WORKFLOWS).findValuesAsText("name").stream()
                .filter(name -> !name.startsWith("["))
                .filter(name -> !name.isEmpty())
                .toList();

        JsonNode workflows = admin.json().get("/workflows");
        assertThat(ours).hasSize(2);
        assertThat(workflows.findValuesAsText("name")).containsExactlyInAnyOrderElementsOf(ours);
        assertThat(workflows.findValuesAsText("uses"))
                .containsExactlyInAnyOrder("mailup-trial-reminder", "restart", "delete-user");
    }

    @Test
    void every_step_names_a_provider_that_exists() {
        AuthenticationManagementResource flows = admin.realm().flows();
        List<Object> providers = Stream.of(
                        flows.getAuthenticatorProviders(), flows.getFormProviders(), flows.getFormActionProviders())
                .flatMap(List::stream)
                .map(provider -> provider.get("id"))
                .toList();

        assertThat(FILE.findValuesAsText("authenticator")).isNotEmpty().allMatch(providers::contains);
    }

    private static List<String> differences(String path, JsonNode ours, JsonNode theirs) {
        if (ours.isObject()) {
            List<String> found = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : ours.properties()) {
                found.addAll(differences(path + "/" + field.getKey(), field.getValue(), theirs.path(field.getKey())));
            }
            return found;
        } else if (ours.isArray()) {
            List<String> found = new ArrayList<>();
            for (JsonNode element : ours) {
                found.addAll(element.isObject() ? twin(path, element, theirs) : missing(path, element, theirs));
            }
            return found;
        }
        return same(ours.asText(), theirs.asText()) ? List.of() : List.of(path + ": " + ours + " became " + theirs);
    }

    /** Flows, clients and configurations have a name; executions have a priority, components a provider. */
    private static List<String> twin(String path, JsonNode ours, JsonNode theirs) {
        for (String key : List.of("alias", "clientId", "priority", "providerId", "name")) {
            if (ours.has(key)) {
                return StreamSupport.stream(theirs.spliterator(), false)
                        .filter(other -> other.path(key).equals(ours.path(key)))
                        .findFirst()
                        .map(other -> differences(path + "/" + ours.path(key).asText(), ours, other))
                        .orElseGet(() -> List.of(path + ": no " + ours.path(key)));
            }
        }
        return List.of(path + ": nothing to compare by");
    }

    private static List<String> missing(String path, JsonNode ours, JsonNode theirs) {
        boolean there = StreamSupport.stream(theirs.spliterator(), false)
                .anyMatch(other -> same(ours.asText(), other.asText()));
        return there ? List.of() : List.of(path + ": " + ours + " is missing in " + theirs);
    }

    /** What the environment decides is there, whatever it is; Keycloak masks secrets, and writes JSON in its own way. */
    private static boolean same(String ours, String theirs) {
        if (ENVIRONMENT.matcher(ours).find()) {
            return !ENVIRONMENT.matcher(theirs).find();
        }
        return ours.equals(theirs)
                || (ours.startsWith("{") || ours.startsWith("["))
                        && differences("", Reply.json(ours), Reply.json(theirs)).isEmpty();
    }
}
