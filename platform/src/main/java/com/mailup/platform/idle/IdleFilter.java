package com.mailup.platform.idle;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session after 30 minutes without a request of the person's. Each request also keeps Keycloak's session alive, so
 * that both end together; where Keycloak's is over, for whatever reason, ours is too.
 */
@Component
public class IdleFilter extends OncePerRequestFilter {

    /** Keycloak's "SSO session idle" of the realm is the same. */
    static final Duration TIMEOUT = Duration.ofMinutes(30);

    private static final String LAST_REQUEST = "last-request";

    private final SessionRefresh keycloak;
    private final Clock clock;

    IdleFilter(SessionRefresh keycloak, Clock clock) {
        this.keycloak = keycloak;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login instanceof OAuth2AuthenticationToken person && !isAlive(person, request, response)) {
            // As for anybody who is not signed in: the page leads to the login, and the login back to the page.
            new SecurityContextLogoutHandler().logout(request, response, person);
        }
        next.doFilter(request, response);
    }

    private boolean isAlive(
            OAuth2AuthenticationToken person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        Instant now = clock.instant();
        Instant last = (Instant) session.getAttribute(LAST_REQUEST);
        if (last != null && !now.isBefore(last.plus(TIMEOUT))) {
            return false;
        }
        session.setAttribute(LAST_REQUEST, now);
        return keycloak.isAlive(person, request, response);
    }
}
