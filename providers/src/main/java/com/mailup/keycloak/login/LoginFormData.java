package com.mailup.keycloak.login;

import com.mailup.keycloak.account.UserName;
import com.mailup.keycloak.flow.Form;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * What the login form posts.
 *
 * @param asksUsername false where Keycloak knows already who has to give a password
 */
record LoginFormData(MultivaluedMap<String, String> posted, boolean asksUsername) {

    private static final String REMEMBER_ME = "rememberMe";

    String username() {
        return form().value(AuthenticationManager.FORM_USERNAME);
    }

    boolean isEmail() {
        return asksUsername && UserName.looksLikeEmail(username());
    }

    /** Too long, or with characters that no user name has. */
    boolean isInvalidUsername() {
        return asksUsername
                && !username().isEmpty()
                && UserName.parse(username()).isEmpty();
    }

    /** An e-mail address is never looked up. */
    boolean hasUsername() {
        return !asksUsername || !username().isEmpty() && !isEmail();
    }

    boolean hasPassword() {
        return !Objects.requireNonNullElse(posted.getFirst(CredentialRepresentation.PASSWORD), "")
                .isEmpty();
    }

    /** The form with the user name as it is looked up here: Keycloak strips fewer kinds of blanks. */
    MultivaluedMap<String, String> normalized() {
        return normalized(username());
    }

    MultivaluedMap<String, String> normalized(String username) {
        MultivaluedMap<String, String> read = new MultivaluedHashMap<>(posted);
        read.putSingle(AuthenticationManager.FORM_USERNAME, username);
        return read;
    }

    /** What the page shows again. */
    MultivaluedMap<String, String> echo() {
        MultivaluedMap<String, String> shown = new MultivaluedHashMap<>();
        shown.putSingle(AuthenticationManager.FORM_USERNAME, form().echo(AuthenticationManager.FORM_USERNAME));
        if (posted.containsKey(REMEMBER_ME)) {
            shown.putSingle(REMEMBER_ME, form().echo(REMEMBER_ME));
        }
        return shown;
    }

    private Form form() {
        return new Form(posted);
    }
}
