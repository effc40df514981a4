package com.mailup.keycloak.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** The name of the platform on pages and in mails: {@code brand} of the theme, so that no message text holds it. */
public final class Brand {

    private Brand() {}

    public static String name(KeycloakSession session) {
        try {
            return session.theme().getTheme(Theme.Type.EMAIL).getProperties().getProperty("brand", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
