package com.mailup.keycloak.malformed;

import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells requests of the login pages from all others that Keycloak serves. */
final class LoginPages {

    private static final Pattern PATH =
            Pattern.compile("/?realms/[^/]+/(login-actions|protocol/openid-connect)(/.*)?", Pattern.DOTALL);

    private LoginPages() {}

    static boolean contains(UriInfo uri) {
        return PATH.matcher(uri.getPath()).matches();
    }

    /** Where the forms of their pages go. */
    static boolean isForm(UriInfo uri) {
        Matcher path = PATH.matcher(uri.getPath());
        return path.matches() && path.group(1).equals("login-actions");
    }
}
