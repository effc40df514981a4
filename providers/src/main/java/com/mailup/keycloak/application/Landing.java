package com.mailup.keycloak.application;

import java.util.Optional;

/**
 * Where an administrator wants a login to end.
 *
 * @param text as it was set: relative to the root URL of the client, or in full
 */
public record Landing(Application application, String text) {

    /** In full; nothing where it is not exactly one of the client's redirect URIs. */
    public Optional<String> address() {
        return application.redirectUri(text);
    }
}
