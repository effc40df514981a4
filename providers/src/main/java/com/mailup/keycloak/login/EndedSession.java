package com.mailup.keycloak.login;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.TokenVerifier;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.common.VerificationException;
import org.keycloak.common.util.Time;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The session that this browser had, and why it ended. Keycloak does not tell, but the first request after the end
 * still has the identity cookie. Later requests do not, so a note keeps the reason.
 *
 * @param reason key of the message that says why it ended
 * @param idleMinutes the realm's idle limit, which the message names
 */
record EndedSession(String reason, long idleMinutes) {

    private static final String NOTE = "mailup-login.ended-session";

    /** What to tell on this login page; nothing where the page has something else to say. */
    static Optional<EndedSession> of(AuthenticationFlowContext context) {
        if (context.getUser() != null
                || context.getForwardedErrorMessage() != null
                || context.getForwardedSuccessMessage() != null) {
            return Optional.empty();
        }
        int idle = context.getRealm().getSsoSessionIdleTimeout();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        cookie(context).ifPresent(cookie -> login.setAuthNote(NOTE, reason(cookie, idle)));
        return finding(login).map(reason -> new EndedSession(reason, TimeUnit.SECONDS.toMinutes(idle)));
    }

    void showOn(LoginFormsProvider page) {
        page.setInfo(reason, idleMinutes);
    }

    /** A refresh of the address that an application sent the browser to starts a new tab of the same root session. */
    private static Optional<String> finding(AuthenticationSessionModel login) {
        return login.getParentSession().getAuthenticationSessions().values().stream()
                .map(tab -> tab.getAuthNote(NOTE))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The cookie, without verification: it only chooses a sentence on the browser's own page. */
    private static Optional<AccessToken> cookie(AuthenticationFlowContext context) {
        String cookie = context.getSession().getProvider(CookieProvider.class).get(CookieType.IDENTITY);
        if (cookie == null || cookie.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    TokenVerifier.create(cookie, AccessToken.class).getToken());
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }

    /** A cookie younger than the idle limit, or past the absolute one, belongs to a session that ended otherwise. */
    private static String reason(AccessToken cookie, int idle) {
        boolean idled =
                cookie.getIat() != null && Time.currentTimeSeconds() - cookie.getIat() >= idle && !cookie.isExpired();
        return idled ? "loginSessionExpired" : "loginSessionEnded";
    }
}
