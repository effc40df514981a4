package com.mailup.keycloak.flow;

import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The language that somebody has chosen on a page, which is another than the one that the application asked for. */
public final class ChosenLanguage {

    private ChosenLanguage() {}

    /**
     * Lets it outlive the present login: where that begins anew, Keycloak goes by the application's request again. What is
     * no language of the realm is not kept, whatever its length.
     */
    public static void keep(AuthenticationSessionModel login) {
        String chosen = login.getAuthNote(LocaleSelectorProvider.USER_REQUEST_LOCALE);
        if (login.getRealm().getSupportedLocalesStream().anyMatch(language -> language.equals(chosen))) {
            login.setClientNote(LocaleSelectorProvider.CLIENT_REQUEST_LOCALE, chosen);
        }
    }
}
