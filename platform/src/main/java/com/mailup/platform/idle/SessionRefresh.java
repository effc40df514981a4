package com.mailup.platform.idle;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

/** The person's session at Keycloak, which a refresh keeps alive, and which a refused refresh shows to be over. */
@Component
class SessionRefresh {

    /** Not every request refreshes, so that Keycloak's session may become idle by this much earlier. */
    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(SessionRefresh.class);
    private static final String LAST_REFRESH = "last-refresh";

    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokens;
    private final OAuth2AuthorizedClientRepository clients;
    private final Clock clock;

    SessionRefresh(OAuth2AuthorizedClientRepository clients, KeycloakHttp http, Clock clock) {
        RestClientRefreshTokenTokenResponseClient requests = new RestClientRefreshTokenTokenResponseClient();
        requests.setRestClient(http.forTokens());
        tokens = requests;
        this.clients = clients;
        this.clock = clock;
    }

    boolean isAlive(OAuth2AuthenticationToken person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession();
        Instant last = (Instant) session.getAttribute(LAST_REFRESH);
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.plus(REFRESH_INTERVAL))) {
            return true;
        }
        session.setAttribute(LAST_REFRESH, now);
        OAuth2AuthorizedClient client =
                clients.loadAuthorizedClient(person.getAuthorizedClientRegistrationId(), person, request);
        return client != null && client.getRefreshToken() != null && refresh(client, person, request, response);
    }

    private boolean refresh(
            OAuth2AuthorizedClient client,
            OAuth2AuthenticationToken person,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            OAuth2AccessTokenResponse fresh = tokens.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    client.getClientRegistration(), client.getAccessToken(), client.getRefreshToken()));
            clients.saveAuthorizedClient(
                    new OAuth2AuthorizedClient(
                            client.getClientRegistration(),
                            client.getPrincipalName(),
                            fresh.getAccessToken(),
                            fresh.getRefreshToken()),
                    person,
                    request,
                    response);
            return true;
        } catch (OAuth2AuthorizationException e) {
            // Without an answer nothing is known, and work goes on: Keycloak may be restarting.
            boolean over = OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode());
            if (!over) {
                LOG.warn(
                        "Keycloak does not answer to a refresh: {}",
                        e.getError().getErrorCode());
            }
            return !over;
        }
    }
}
