package com.mailup.keycloak.flow;

import java.util.Objects;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The language that somebody has chosen on a page, which is another than the one that the application asked for. */
public final class ChosenLanguage {

    private ChosenLanguage() {}

    /** Lets it outlive the present login: where that begins anew, Keycloak goes by the application's request again. */
    public static void keep(AuthenticationSessionModel login) {
        String chosen = login.getAuthNote(LocaleSelectorProvider.USER_REQUEST_LOCALE);
        if (chosen != null) {
            String asked = Objects.toString(login.getClientNote(LocaleSelectorProvider.CLIENT_REQUEST_LOCALE), "");
            login.setClientNote(LocaleSelectorProvider.CLIENT_REQUEST_LOCALE, (chosen + " " + asked).strip());
        }
    }
}
