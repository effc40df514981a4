package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keycloak's admin API for one realm: paths below {@code /admin/realms/<realm>/}, JSON in and out. */
public final class AdminApi {

    private final KeycloakServer server;
    private final AdminCall call;

    public AdminApi(KeycloakServer server, String realm) {
        this.server = server;
        call = new AdminCall(server.url(), realm);
    }

    public AdminApi inRealm(String other) {
        return new AdminApi(server, other);
    }

    /** As the realm file has it, its variables filled in. */
    void createRealm(JsonNode realm) {
        call.sendTo("/admin/realms", "POST", realm);
    }

    public JsonNode get(String path) {
        return AdminCall.json(call.send("GET", path, null).body());
    }

    /** The realm with its clients as an export writes it. */
    public JsonNode exported() {
        return AdminCall.json(
                call.send("POST", "partial-export?exportClients=true", null).body());
    }

    /** The id of what was created, where the answer names one. */
    public String post(String path, Object body) {
        Optional<String> created = call.send("POST", path, body).headers().firstValue("Location");
        return created.map(location -> location.substring(location.lastIndexOf('/') + 1))
                .orElse("");
    }

    public void put(String path, Object body) {
        call.send("PUT", path, body);
    }

    public void delete(String path) {
        call.send("DELETE", path, null);
    }

    /** The id of the new user. */
    public String create(Person person) {
        return post("users", person.representation());
    }

    /** Many at once. */
    public void create(List<Person> people) {
        List<Map<String, Object>> users =
                people.stream().map(Person::representation).toList();
        post("partialImport", Map.of("ifResourceExists", "FAIL", "users", users));
    }

    public Optional<JsonNode> user(String username) {
        JsonNode found = get("users?exact=true&username=" + Encoded.text(username));
        return Optional.ofNullable(found.get(0));
    }

    public String userId(String username) {
        return user(username)
                .map(user -> user.get("id").asText())
                .orElseThrow(() -> new AssertionError("No user " + username));
    }

    public void deleteUser(String username) {
        delete("users/" + userId(username));
    }

    public JsonNode credentials(String username) {
        return get("users/" + userId(username) + "/credentials");
    }

    public void setPassword(String username, String password) {
        Map<String, Object> credential = Map.of("type", "password", "value", password, "temporary", false);
        put("users/" + userId(username) + "/reset-password", credential);
    }

    /** What the console shows as server info. */
    public JsonNode serverInfo() {
        return AdminCall.json(call.sendTo("/admin/serverinfo").body());
    }

    /** Failures counted and whether the account is locked: {@code numFailures}, {@code disabled}. */
    public JsonNode bruteForce(String username) {
        return get("attack-detection/brute-force/users/" + userId(username));
    }

    public void forgetFailures() {
        delete("attack-detection/brute-force/users");
    }

    public JsonNode sessions(String username) {
        return get("users/" + userId(username) + "/sessions");
    }

    public void logOut(String username) {
        post("users/" + userId(username) + "/logout", Map.of());
    }

    /** User events of this type, newest first. */
    public JsonNode events(String type) {
        return get("events?type=" + type);
    }

    public void forgetEvents() {
        delete("events");
    }

    /** Changes a setting of the step of a flow that has settings, for the time of a test; the answer takes it back. */
    public AutoCloseable changedStep(String flow, String setting, String value) {
        for (JsonNode step : get("authentication/flows/" + Encoded.path(flow) + "/executions")) {
            if (step.has("authenticationConfig")) {
                String path = "authentication/config/"
                        + step.path("authenticationConfig").asText();
                JsonNode before = get(path);
                ObjectNode after = before.deepCopy();
                after.withObject("/config").put(setting, value);
                put(path, after);
                return () -> put(path, before);
            }
        }
        throw new AssertionError("No step of " + flow + " has settings");
    }

    /** A policy of the fine-grained permissions that holds for the account of this client too, named by its id. */
    public AutoCloseable changedPolicyAccounts(String policy, String client) {
        String permissions = "clients/"
                + get("clients?clientId=admin-permissions").get(0).path("id").asText()
                + "/authz/resource-server/policy";
        String path = permissions + "/user/"
                + get(permissions + "?type=user&name=" + Encoded.text(policy))
                        .get(0)
                        .path("id")
                        .asText();
        ObjectNode before = (ObjectNode) get(path);
        ObjectNode after = before.deepCopy();
        after.withArray("users")
                .add(get("clients/" + client + "/service-account-user")
                        .path("id")
                        .asText());
        put(path, after);
        return () -> put(path, before);
    }

    /** Changes what a client's mapper of this name is set to, for the time of a test; the answer takes it back. */
    public AutoCloseable changedMapper(String clientId, String mapper, Map<String, String> settings) {
        String client = "clients/"
                + get("clients?clientId=" + clientId).path(0).path("id").asText();
        for (JsonNode before : get(client + "/protocol-mappers/models")) {
            if (before.path("name").asText().equals(mapper)) {
                String path =
                        client + "/protocol-mappers/models/" + before.path("id").asText();
                ObjectNode after = before.deepCopy();
                settings.forEach(after.withObject("/config")::put);
                put(path, after);
                return () -> put(path, before);
            }
        }
        throw new AssertionError("No mapper " + mapper + " of " + clientId);
    }

    /** Changes a client for the time of a test; the answer takes it back. */
    public AutoCloseable changedClient(String clientId, Consumer<ObjectNode> change) {
        JsonNode before = get("clients?clientId=" + clientId).path(0);
        ObjectNode after = before.deepCopy();
        change.accept(after);
        String path = "clients/" + before.path("id").asText();
        put(path, after);
        return () -> put(path, before);
    }

    /** Changes the realm for the time of a test; the answer is what takes the change back. */
    public AutoCloseable changedRealm(Consumer<ObjectNode> change) {
        JsonNode before = get("");
        ObjectNode after = before.deepCopy();
        change.accept(after);
        put("", after);
        return () -> put("", before);
    }
}
