package com.mailup.keycloak.malformed;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.keycloak.locale.LocaleSelectorProvider;

/**
 * On the login pages, a header that cannot be read counts as not sent. Keycloak reads both once more when it writes its
 * answer, and fails over it with 500. It cannot write any page without a host, or into a cookie of several lines, so
 * those are answered with a bare 400, as HTTP wants it.
 */
@Provider
@PreMatching
final class UnreadableHeadersRequestFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (!LoginPages.contains(request.getUriInfo())) {
            return;
        }
        ifUnreadable(() -> refuseParts(request), () -> request.getHeaders().remove(HttpHeaders.CONTENT_TYPE));
        ifUnreadable(request::getAcceptableLanguages, () -> request.getHeaders().remove(HttpHeaders.ACCEPT_LANGUAGE));
        ifUnreadable(
                () -> readAddress(request),
                () -> request.abortWith(
                        Response.status(Response.Status.BAD_REQUEST).build()));
    }

    private static void readAddress(ContainerRequestContext request) {
        request.getUriInfo().getRequestUri();
        refuseLanguageInLines(request);
    }

    /** Keycloak makes a cookie of the language that is wished for in the address. */
    private static void refuseLanguageInLines(ContainerRequestContext request) {
        List<String> languages = request.getUriInfo()
                .getQueryParameters()
                .getOrDefault(LocaleSelectorProvider.KC_LOCALE_PARAM, List.of());
        if (languages.stream().flatMapToInt(String::chars).anyMatch(Character::isISOControl)) {
            throw new BadRequestException();
        }
    }

    /** No login page has a multipart form: reading one writes its files to disk, and Keycloak fails over them. */
    private static void refuseParts(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null && type.getType().equalsIgnoreCase("multipart") && LoginPages.isForm(request.getUriInfo())) {
            throw new NotSupportedException();
        }
    }

    private static void ifUnreadable(Runnable reader, Runnable handler) {
        try {
            reader.run();
        } catch (RuntimeException e) {
            handler.run();
        }
    }
}
