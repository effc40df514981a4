package com.mailup.platform.login;

import com.mailup.platform.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * A login that came back without an account. Where the browser is signed in already, by the login page of another tab,
 * nobody needs this one: it ends where the plan belongs.
 */
final class LoginFailureHandler implements AuthenticationFailureHandler {

    static final String PAGE = "/accesso-non-riuscito";

    private static final Logger LOG = LoggerFactory.getLogger(LoginFailureHandler.class);

    /** Spring Security keeps one request a session: that of the tab which began last, until a tab has answered. */
    private static final String REQUEST_NOT_FOUND = "authorization_request_not_found";

    /** Keycloak's answer to the login page of an earlier tab, whose login is used up. */
    private static final String ALREADY_SIGNED_IN = "temporarily_unavailable";

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final Accounts accounts;

    LoginFailureHandler(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String reason = reason(failure);
        Optional<OidcUser> person =
                Set.of(REQUEST_NOT_FOUND, ALREADY_SIGNED_IN).contains(reason) ? signedIn(request) : Optional.empty();
        if (person.isPresent()) {
            response.sendRedirect(accounts.of(person.get()).plan().landing());
        } else {
            LOG.warn("A login did not succeed: {}", reason);
            response.sendRedirect(PAGE);
        }
    }

    /** The code of the standard says enough; whatever else an answer may say is not for the log. */
    private static String reason(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException known
                        && known.getError().getErrorCode().matches("[a-z_]{1,40}")
                ? known.getError().getErrorCode()
                : failure.getClass().getSimpleName();
    }

    private Optional<OidcUser> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(sessions.loadDeferredContext(request).get().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(OidcUser.class::isInstance)
                .map(OidcUser.class::cast);
    }
}
