package com.mailup.keycloak.testbed;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.idm.UserSessionRepresentation;
import org.keycloak.representations.info.ServerInfoRepresentation;

/** Keycloak's admin client for one realm, and what tests often say by it. */
public final class AdminApi {

    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_AT_ONCE = 200;

    private final Supplier<KeycloakServer> server;
    private final String name;

    public AdminApi(KeycloakServer server, String realm) {
        this(() -> server, realm);
    }

    /** Of a server that may be another one after a restart. */
    AdminApi(Supplier<KeycloakServer> server, String realm) {
        this.server = server;
        this.name = realm;
    }

    public AdminApi inRealm(String other) {
        return new AdminApi(server, other);
    }

    /** Makes a realm beside this one. */
    public AdminApi createRealm(RealmRepresentation realm) {
        server.get().admin().realms().create(realm);
        return inRealm(realm.getRealm());
    }

    /** All that Keycloak's admin client can do with this realm. */
    public RealmResource realm() {
        return server.get().admin().realm(name);
    }

    /** The realm as JSON, for a test of what Keycloak answers or refuses to the letter. */
    public BearerApi json() {
        String token = server.get().admin().tokenManager().getAccessTokenString();
        return new BearerApi(server.get().url() + "/admin/realms/" + name, token);
    }

    public ServerInfoRepresentation serverInfo() {
        return server.get().admin().serverInfo().getInfo();
    }

    /** The id of what was created, where the answer names one; a refusal is an error that says what Keycloak said. */
    public static String created(Response answer) {
        try (answer) {
            if (answer.getStatus() >= 300) {
                throw new IllegalStateException(answer.getStatus() + " " + answer.readEntity(String.class));
            }
            return Optional.ofNullable(answer.getLocation())
                    .map(location -> location.getPath().replaceFirst(".*/", ""))
                    .orElse("");
        }
    }

    /** The same, who has an account now. */
    public Person create(Person person) {
        created(realm().users().create(person.representation()));
        return person;
    }

    /** The same, who have accounts now. */
    public List<Person> create(List<Person> people) {
        importPeople(people.stream().map(Person::representation).toList());
        return people;
    }

    /** As an import brings them: with hashed passwords, or attributes that nobody may write. */
    public void importPeople(List<UserRepresentation> people) {
        for (int i = 0; i < people.size(); i += MOST_AT_ONCE) {
            PartialImportRepresentation some = new PartialImportRepresentation();
            some.setIfResourceExists("FAIL");
            some.setUsers(people.subList(i, Math.min(people.size(), i + MOST_AT_ONCE)));
            created(realm().partialImport(some));
        }
    }

    /** The id of the new client. */
    public String create(ClientRepresentation client) {
        return created(realm().clients().create(client));
    }

    public ClientResource client(String clientId) {
        return realm().clients().findByClientId(clientId).stream()
                .findFirst()
                .map(client -> realm().clients().get(client.getId()))
                .orElseThrow(() -> new AssertionError("No client " + clientId));
    }

    public Optional<UserRepresentation> user(String username) {
        return realm().users().searchByUsername(username, true).stream().findFirst();
    }

    public List<UserRepresentation> usersOf(String email) {
        return realm().users().searchByEmail(email, true);
    }

    public String userId(String username) {
        return user(username)
                .map(UserRepresentation::getId)
                .orElseThrow(() -> new AssertionError("No user " + username));
    }

    /** Null where the account has none of this name. */
    public String attribute(Person person, String name) {
        return user(person.username()).orElseThrow().firstAttribute(name);
    }

    public UserResource account(String username) {
        return realm().users().get(userId(username));
    }

    /** Changes an account for good. */
    public void change(String username, Consumer<UserRepresentation> change) {
        UserResource account = account(username);
        Change.of(account::toRepresentation, account::update, change);
    }

    public void setPassword(String username, String password) {
        account(username).resetPassword(Person.credential(password));
    }

    public List<UserSessionRepresentation> sessions(String username) {
        return account(username).getUserSessions();
    }

    /** How many failed logins of the account are counted. */
    public int failures(String username) {
        return (int) bruteForce(username).get("numFailures");
    }

    public boolean isLocked(String username) {
        return (boolean) bruteForce(username).get("disabled");
    }

    private Map<String, Object> bruteForce(String username) {
        return realm().attackDetection().bruteForceUserStatus(userId(username));
    }

    public void forgetEvents() {
        realm().clearEvents();
    }

    /** User events of these types, or of all, newest first. */
    public List<EventRepresentation> events(String... types) {
        return realm().getEvents(List.of(types), null, null, null, null, null, 0, MOST_EVENTS);
    }

    /** Empty where the event does not tell it. */
    public static String detail(EventRepresentation event, String name) {
        return Optional.ofNullable(event.getDetails())
                .map(details -> details.get(name))
                .orElse("");
    }

    /** The errors of user events of this type, newest first. */
    public List<String> errors(String type) {
        return events(type).stream().map(EventRepresentation::getError).toList();
    }

    /** The step of a flow that has this provider. */
    public AuthenticationExecutionInfoRepresentation step(String flow, String provider) {
        return realm().flows().getExecutions(flow).stream()
                .filter(step -> provider.equals(step.getProviderId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No step " + provider + " in " + flow));
    }

    /** What the step of this provider is set to. */
    public Map<String, String> settings(String flow, String provider) {
        return realm().flows()
                .getAuthenticatorConfig(step(flow, provider).getAuthenticationConfig())
                .getConfig();
    }

    /** Changes a setting of the first step of a flow that has settings, for the time of a test; the answer takes it back. */
    public Change changedStep(String flow, String setting, String value) {
        return realm().flows().getExecutions(flow).stream()
                .map(AuthenticationExecutionInfoRepresentation::getAuthenticationConfig)
                .filter(Objects::nonNull)
                .findFirst()
                .map(config -> changedConfig(config, setting, value))
                .orElseThrow(() -> new AssertionError("No step of " + flow + " has settings"));
    }

    /** The same of the step of this provider. */
    public Change changedStep(String flow, String provider, String setting, String value) {
        return changedConfig(step(flow, provider).getAuthenticationConfig(), setting, value);
    }

    private Change changedConfig(String id, String setting, String value) {
        Consumer<AuthenticatorConfigRepresentation> change =
                config -> config.getConfig().put(setting, value);
        return Change.of(
                () -> realm().flows().getAuthenticatorConfig(id),
                config -> realm().flows().updateAuthenticatorConfig(id, config),
                change);
    }

    public Permissions permissions() {
        return new Permissions(this);
    }

    /** Changes what a client's mapper of this name is set to, for the time of a test; the answer takes it back. */
    public Change changedMapper(String clientId, String mapper, Map<String, String> settings) {
        String id = mapper(clientId, mapper).getId();
        return Change.of(
                () -> client(clientId).getProtocolMappers().getMapperById(id),
                changed -> client(clientId).getProtocolMappers().update(id, changed),
                changed -> changed.getConfig().putAll(settings));
    }

    public ProtocolMapperRepresentation mapper(String clientId, String name) {
        return client(clientId).getProtocolMappers().getMappers().stream()
                .filter(mapper -> mapper.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No mapper " + name + " of " + clientId));
    }

    /** Changes a client for the time of a test; the answer takes it back. */
    public Change changedClient(String clientId, Consumer<ClientRepresentation> change) {
        return Change.of(
                () -> client(clientId).toRepresentation(),
                changed -> client(clientId).update(changed),
                change);
    }

    /** Changes the realm for the time of a test; the answer is what takes the change back. */
    public Change changedRealm(Consumer<RealmRepresentation> change) {
        return Change.of(() -> realm().toRepresentation(), changed -> realm().update(changed), change);
    }

    /** The realm sends its mails to this port, for the time of a test. */
    public Change changedMailServer(int port) {
        return changedRealm(realm -> realm.getSmtpServer().put("port", String.valueOf(port)));
    }
}
