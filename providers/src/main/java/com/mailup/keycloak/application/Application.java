package com.mailup.keycloak.application;

import com.mailup.keycloak.flow.CodelessRedirect;
import com.mailup.keycloak.plan.PlanStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.Urls;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.sessions.AuthenticationSessionModel;

/** An application that delegates its login, by the addresses that its client and its mapper {@code mailup-application} hold. */
public record Application(KeycloakSession session, ClientModel client) {

    /** The "Home URL" of the client, in full; nothing where it has none. */
    public Optional<String> home() {
        return Optional.ofNullable(client.getBaseUrl()).map(this::resolved);
    }

    /**
     * Ends a login without a code, since no application waits for one: at the home, or at the address that it has where
     * Keycloak refuses the home.
     */
    public void endAtHome(AuthenticationSessionModel login) {
        CodelessRedirect redirect = new CodelessRedirect(login);
        home().map(home -> RedirectUtils.verifyRedirectUri(session, home, client))
                .ifPresentOrElse(redirect::to, redirect::withoutCode);
    }

    /** Where people of this plan land: nothing where the administrator has set no landing. */
    public Optional<Landing> landing(Optional<PlanStatus> plan) {
        return plan.flatMap(status -> setting(ApplicationMapper.landing(status)))
                .or(() -> setting(ApplicationMapper.LANDING_DEFAULT))
                .map(text -> new Landing(this, text));
    }

    /** A link that opens the login with this name filled in (OpenID Connect Core 4), or else the home. */
    public Optional<String> loginLink(String username) {
        return setting(ApplicationMapper.INITIATE_LOGIN_URI)
                .flatMap(this::webAddress)
                .map(uri -> uri + (uri.contains("?") ? "&" : "?") + "iss=" + encoded(issuer()) + "&login_hint="
                        + encoded(username))
                .or(this::home);
    }

    /** The address in full where a browser would ask a server for it. */
    Optional<String> webAddress(String text) {
        return Optional.of(resolved(text))
                .filter(uri -> uri.startsWith("https://") || uri.startsWith("http://"))
                .filter(uri -> uri.indexOf('#') < 0);
    }

    /** The address in full where it is exactly one redirect URI of the client, and Keycloak would go there. */
    Optional<String> redirectUri(String text) {
        String address = resolved(text);
        return client.getRedirectUris().stream()
                .filter(entry -> !entry.contains("*"))
                .map(this::resolved)
                .filter(address::equals)
                .findFirst()
                .filter(entry -> entry.equals(RedirectUtils.verifyRedirectUri(session, entry, client)));
    }

    private Optional<String> setting(ProviderConfigProperty property) {
        return client.getProtocolMappersStream()
                .filter(mapper -> ApplicationMapper.ID.equals(mapper.getProtocolMapper()))
                .map(ProtocolMapperModel::getConfig)
                .map(config -> config.get(property.getName()))
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .findFirst();
    }

    private String issuer() {
        return Urls.realmIssuer(
                session.getContext().getUri().getBaseUri(), client.getRealm().getName());
    }

    private String resolved(String text) {
        return ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
