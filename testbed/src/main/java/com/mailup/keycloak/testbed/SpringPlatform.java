package com.mailup.keycloak.testbed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** The platform of this repository, as its jar starts, with a client of its own and an empty store. */
public final class SpringPlatform implements AutoCloseable {

    private static final String CLIENT = "spring";

    /** With all that needs encoding on its way to Keycloak. */
    private static final String SECRET = "a+b/c%20=&d";

    private final int port = FreePort.find();
    private final Path offset = Repository.here().target().resolve("spring-platform.offset");
    private final AdminApi admin;
    private final String client;
    private final Change mayWritePlans;
    private final PlatformProcess process;

    public SpringPlatform(KeycloakServer server, AdminApi admin) {
        this.admin = admin;
        client = admin.create(client());
        mayWritePlans = admin.permissions().alsoFor("the platform's account", client);
        travel(Duration.ZERO);
        process = PlatformProcess.travelling(
                port,
                CLIENT,
                SECRET,
                server.realmUrl(),
                Repository.here().target().resolve("spring-platform.log"),
                offset);
    }

    /** Sets the platform's clock this far ahead; Keycloak has one of its own. */
    public void travel(Duration ahead) {
        FileWork.of(() -> Files.writeString(offset, String.valueOf(ahead.toSeconds())));
    }

    public String home() {
        return "http://localhost:" + port + "/";
    }

    private ClientRepresentation client() {
        ProtocolMapperRepresentation addresses = new ProtocolMapperRepresentation();
        addresses.setName("addresses");
        addresses.setProtocol("openid-connect");
        addresses.setProtocolMapper("mailup-application");
        addresses.setConfig(Map.of("landing.trial", "/acquisto", "landing.active", "/abbonamento"));
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(CLIENT);
        client.setSecret(SECRET);
        client.setServiceAccountsEnabled(true);
        client.setRootUrl(home().replaceFirst("/$", ""));
        client.setBaseUrl("/");
        client.setRedirectUris(
                List.of(home(), home() + "login/oauth2/code/mailup", home() + "acquisto", home() + "abbonamento"));
        client.setAttributes(Map.of("pkce.code.challenge.method", "S256", "post.logout.redirect.uris", home()));
        client.setDefaultClientScopes(List.of("basic", "acr", "profile", "email", "plan"));
        client.setProtocolMappers(List.of(addresses));
        return client;
    }

    /** Of somebody who has one. */
    public String session(Browser browser) {
        return browser.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("PLATFORM"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.close();
        mayWritePlans.close();
        admin.realm().clients().get(client).remove();
    }
}
