package com.mailup.keycloak.application;

import com.mailup.keycloak.plan.PlanStatus;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Makes the protocol mapper {@code mailup-application} of a client, which adds no claim: it is where the console shows the
 * addresses that Keycloak has no field for. {@code landing.<status>}, for each {@link
 * PlanStatus}, and {@code landing.default}: where a login ends that asks for it, by plan; each has to be exactly one of the client's valid
 * redirect URIs, or is refused with 400 when it is saved. {@code initiateLoginUri}: where the application begins a login
 * itself (OpenID Connect Core 4), an address of http or https without a fragment. All of them relative to the root URL of the client or in full, all empty by default.
 */
public final class ApplicationMapper extends AbstractOIDCProtocolMapper {

    public static final String ID = "mailup-application";

    static final ProviderConfigProperty LANDING_DEFAULT = landing(
            "default",
            "Landing of everybody else",
            "for everybody who has no plan, and for plans that have no landing of their own",
            "the login ends as usual");
    static final ProviderConfigProperty INITIATE_LOGIN_URI = address(
            "initiateLoginUri",
            "Initiate login URI",
            "Where the application begins a login itself, given iss and login_hint (OpenID Connect Core, chapter 4). Mails "
                    + "link there, so that the user name is filled in. Empty: they link to the home URL.");

    private static final List<ProviderConfigProperty> LANDINGS = Stream.concat(
                    Stream.of(PlanStatus.values()).map(ApplicationMapper::landing), Stream.of(LANDING_DEFAULT))
            .toList();

    static ProviderConfigProperty landing(PlanStatus status) {
        return landing(
                status.text(),
                "Landing of " + status.plural(),
                status.audience(),
                "they land where everybody else does");
    }

    private static ProviderConfigProperty landing(String status, String label, String whom, String empty) {
        return address(
                "landing." + status,
                label,
                "Where a login ends that asks for it (landing=plan, or the home URL as its redirect URI), " + whom
                        + ". Has to be one of the valid redirect URIs, letter for letter. Empty: " + empty + ".");
    }

    private static ProviderConfigProperty address(String name, String label, String help) {
        return new ProviderConfigProperty(name, label, help, ProviderConfigProperty.STRING_TYPE, "");
    }

    @Override
    public void validateConfig(
            KeycloakSession session, RealmModel realm, ProtocolMapperContainerModel owner, ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        if (!(owner instanceof ClientModel client)) {
            throw invalid("Addresses belong to one client, not to a client scope.");
        }
        Application application = new Application(session, client);
        checkLoginUri(application, mapper);
        for (ProviderConfigProperty landing : LANDINGS) {
            String text = mapper.getConfig().getOrDefault(landing.getName(), "").strip();
            if (!text.isEmpty() && application.redirectUri(text).isEmpty()) {
                throw invalid(
                        "%s: this is none of the valid redirect URIs of the client.".formatted(landing.getLabel()));
            }
        }
    }

    private static void checkLoginUri(Application application, ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        String text = mapper.getConfig()
                .getOrDefault(INITIATE_LOGIN_URI.getName(), "")
                .strip();
        if (!text.isEmpty() && application.webAddress(text).isEmpty()) {
            throw invalid("%s: this is no address of the web.".formatted(INITIATE_LOGIN_URI.getLabel()));
        }
    }

    /** Keycloak fails where an exception has no key of a message, and shows these words where the console has none. */
    private static ProtocolMapperConfigException invalid(String words) {
        return new ProtocolMapperConfigException(words, "mailupApplicationRefused");
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "Addresses of the application";
    }

    @Override
    public String getHelpText() {
        return "Where a login ends by plan, and where the application begins one. Adds no claim; one for each client.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return Stream.concat(LANDINGS.stream(), Stream.of(INITIATE_LOGIN_URI)).toList();
    }
}
