package com.mailup.platform.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** A page of the platform that a link from outside, or a form, names as the end of a login. */
record Target(String path) {

    private static final Pattern PAGES = Pattern.compile("/|/(acquisto|abbonamento|ordini)(/[a-z0-9/.-]*)?");

    /** Where Spring Security looks for the page that a login was for. */
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    /** Nothing where the address is not clearly one of the platform. */
    static Optional<Target> within(HttpServletRequest request, String asked) {
        try {
            URI uri = new URI(asked);
            String path = uri.getRawPath();
            boolean ours = asked.equals(path) || asked.equals(origin(request) + path);
            boolean page =
                    path != null && PAGES.matcher(path).matches() && !path.contains("//") && !path.contains("..");
            return ours && page ? Optional.of(new Target(path)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String origin(HttpServletRequest request) {
        return UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .replacePath("")
                .toUriString();
    }

    /** In full: it is forgotten as soon as that very page is asked for. */
    void remember(HttpServletRequest request) {
        request.getSession().setAttribute(SAVED_REQUEST, new SimpleSavedRequest(origin(request) + path));
    }
}
