package com.mailup.keycloak.clientsecret;

import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.authentication.authenticators.client.ClientIdAndSecretAuthenticator;
import org.keycloak.authentication.authenticators.client.JWTClientSecretAuthenticator;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCClientSecretConfigWrapper;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.storage.StorageId;

/** The secret of a client. An empty one, or a placeholder that nobody filled in, is known to everybody. */
record ClientSecret(ClientModel client) {

    private static final Logger LOG = Logger.getLogger(ClientSecret.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
    /** As Keycloak recognizes it: the whole text has to be the reference. */
    private static final Pattern VAULT_REFERENCE = Pattern.compile("\\$\\{vault\\..+?}");

    /** What an export of the console has in place of every secret. */
    private static final String MASKED = ComponentRepresentation.SECRET_VALUE;

    private static final Set<String> SECRET_AUTHENTICATORS =
            Set.of(ClientIdAndSecretAuthenticator.PROVIDER_ID, JWTClientSecretAuthenticator.PROVIDER_ID);

    /** Gives the client a random secret in place of one that nobody filled in, and tells the administrator. */
    void replaceUnfilled() {
        if (usesSecret() && (isUnfilled(client.getSecret()) || isPlaceholder(rotatedSecret()))) {
            KeycloakModelUtils.generateSecret(client);
            // The one before stays valid for a while, where secrets are rotated.
            OIDCClientSecretConfigWrapper.fromClientModel(client).removeClientSecretRotated();
            LOG.errorf(
                    "The secret of the client %s in the realm %s was empty or a placeholder: nobody has filled it in. It has a random one now: Clients -> %1$s -> Credentials.",
                    client.getClientId(), client.getRealm().getName());
        }
    }

    /** Also of a client that is "bearer only": it may introspect tokens. */
    private boolean usesSecret() {
        return !client.isPublicClient()
                && SECRET_AUTHENTICATORS.contains(client.getClientAuthenticatorType())
                && new StorageId(client.getId()).isLocal();
    }

    private String rotatedSecret() {
        return client.getAttribute(ClientSecretConstants.CLIENT_ROTATED_SECRET);
    }

    /** A client without a secret is refused by Keycloak; one with an empty secret is let in. */
    static boolean isUnfilled(String secret) {
        return secret != null && (secret.isBlank() || secret.equals(MASKED)) || isPlaceholder(secret);
    }

    private static boolean isPlaceholder(String secret) {
        return secret != null
                && PLACEHOLDER.matcher(secret).find()
                && !VAULT_REFERENCE.matcher(secret).matches();
    }
}
