package com.mailup.platform.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Where a login ends: at the page that was asked for. A form that was sent after the session's end leads over a login to
 * the page of that form, and nothing of it is done.
 */
@Component
class SavedPageAccessDeniedHandler implements AccessDeniedHandler {

    private final HttpSessionRequestCache cache = new FormPageRequestCache();
    private final AccessDeniedHandler refusal = new AccessDeniedHandlerImpl();

    SavedPageAccessDeniedHandler() {
        cache.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"));
        cache.setMatchingRequestParameterName(null);
    }

    RequestCache cache() {
        return cache;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        // The request itself does not know yet who is signed in when the token is looked at.
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (refused instanceof CsrfException && login == null) {
            response.sendRedirect(FormPage.of(request.getRequestURI()));
        } else {
            refusal.handle(request, response, refused);
        }
    }

    /** Keeps the page asked for; of a form the page that has it. */
    private static final class FormPageRequestCache extends HttpSessionRequestCache {

        @Override
        public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
            if (HttpMethod.POST.matches(request.getMethod())) {
                Target.within(request, FormPage.of(request.getRequestURI())).ifPresent(it -> it.remember(request));
            } else {
                super.saveRequest(request, response);
            }
        }
    }
}
