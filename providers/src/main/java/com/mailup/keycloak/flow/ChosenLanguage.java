package com.mailup.keycloak.flow;

import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The language that somebody has chosen on a page, which is another than the one that the application asked for. */
public final class ChosenLanguage {

    private ChosenLanguage() {}

    /**
     * Keeps it when the login starts again: Keycloak would take the language of the application's request. A text that
     * is no language of the realm is not kept.
     */
    public static void keep(AuthenticationSessionModel login) {
        String chosen = login.getAuthNote(LocaleSelectorProvider.USER_REQUEST_LOCALE);
        if (login.getRealm().getSupportedLocalesStream().anyMatch(language -> language.equals(chosen))) {
            login.setClientNote(LocaleSelectorProvider.CLIENT_REQUEST_LOCALE, chosen);
        }
    }
}
