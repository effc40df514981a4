package com.mailup.keycloak.mailqueue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.actiontoken.DefaultActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The request behind a job, as far as its mail depends on it.
 *
 * @param base address under which the person reached Keycloak
 * @param language of the page that the person saw
 * @param client id of the application, or null
 * @param address of the person's computer, for events
 * @param login compound id of the authentication session, or null
 * @param tab of that session, or null
 * @param clientData what Keycloak needs to start that login again, or null
 * @param millis when it was, in milliseconds since 1970
 */
public record RequestSnapshot(
        String base,
        String language,
        String client,
        String address,
        String login,
        String tab,
        String clientData,
        long millis) {

    public static RequestSnapshot of(AuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return new RequestSnapshot(
                session.getContext().getUri().getBaseUri().toString(),
                language(session),
                login.getClient().getClientId(),
                session.getContext().getConnection().getRemoteHost(),
                AuthenticationSessionCompoundId.fromAuthSession(login).getEncodedId(),
                login.getTabId(),
                AuthenticationProcessor.getClientData(session, login),
                Time.currentTimeMillis());
    }

    /**
     * For a mail that nobody has asked for on a page, in the realm's language unless its reader has another. Such a mail
     * links to no page of Keycloak's, or was written with its links.
     */
    public static RequestSnapshot withoutLogin(KeycloakSession session) {
        ClientModel client = session.getContext().getClient();
        String clientId = client == null ? null : client.getClientId();
        String language =
                Objects.requireNonNullElse(session.getContext().getRealm().getDefaultLocale(), "en");
        return new RequestSnapshot(
                "http://localhost/", language, clientId, null, null, null, null, Time.currentTimeMillis());
    }

    /** The address that opens this token in the login behind it, or in a new one if that has ended. */
    public String link(KeycloakSession session, DefaultActionToken token) {
        RealmModel realm = session.getContext().getRealm();
        KeycloakUriInfo uri = session.getContext().getUri();
        String key = token.serialize(session, realm, uri);
        return Urls.actionTokenBuilder(uri.getBaseUri(), key, client, tab, clientData)
                .build(realm.getName())
                .toString();
    }

    RequestSnapshot at(long time) {
        return new RequestSnapshot(base, language, client, address, login, tab, clientData, time);
    }

    public Instant time() {
        return Instant.ofEpochMilli(millis);
    }

    public boolean isOlderThan(Duration age) {
        return Time.currentTimeMillis() - millis > age.toMillis();
    }

    /** Sets the person's language, base address and client, if there still is one, on a worker's session. */
    void applyTo(KeycloakSession session) {
        session.getContext().setHttpRequest(new ReplayedHttpRequest(URI.create(base), Locale.forLanguageTag(language)));
        clientModel(session).ifPresent(session.getContext()::setClient);
    }

    /** Whether the client was deleted since, or has another id. */
    boolean hasLostClient(KeycloakSession session) {
        return client != null && clientModel(session).isEmpty();
    }

    private Optional<ClientModel> clientModel(KeycloakSession session) {
        return Optional.ofNullable(client)
                .map(id -> session.getContext().getRealm().getClientByClientId(id));
    }

    /** An event of the person's request, for what its mail's delivery decides. */
    public EventBuilder event(KeycloakSession session) {
        EventBuilder event = new EventBuilder(session.getContext().getRealm(), session).ipAddress(address);
        return client == null ? event : event.client(client);
    }

    private static String language(KeycloakSession session) {
        return session.getContext().resolveLocale(null).toLanguageTag();
    }
}
