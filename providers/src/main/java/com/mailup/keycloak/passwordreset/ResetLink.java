package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.flow.UserName;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's own reset link, mailed to an enabled account whose user name and verified address are the ones typed.
 * Whoever else was typed gets no mail.
 */
final class ResetLink {

    private static final Logger LOG = Logger.getLogger(ResetLink.class);

    private final AuthenticationFlowContext context;
    private final RealmModel realm;

    private ResetLink(AuthenticationFlowContext context) {
        this.context = context;
        this.realm = context.getRealm();
    }

    static ResetLink in(AuthenticationFlowContext context) {
        return new ResetLink(context);
    }

    /** How long a link works. */
    long minutes() {
        return TimeUnit.SECONDS.toMinutes(seconds());
    }

    void send(UserName name, EmailAddress address) {
        EventBuilder event = context.getEvent().clone().event(EventType.SEND_RESET_PASSWORD);
        Optional<UserModel> account = accountOf(name, address);
        if (account.isEmpty()) {
            event.error(Errors.USER_NOT_FOUND);
            return;
        }
        try {
            mail(account.get());
            event.user(account.get()).success();
        } catch (EmailException e) {
            // The exception's text may name the address: its kind is all that is written.
            LOG.warnf(
                    "A password reset mail could not be sent: %s", e.getClass().getSimpleName());
            event.user(account.get()).error(Errors.EMAIL_SEND_FAILED);
        }
    }

    private Optional<UserModel> accountOf(UserName name, EmailAddress address) {
        return Optional.ofNullable(context.getSession().users().getUserByUsername(realm, name.value()))
                .filter(UserModel::isEnabled)
                .filter(UserModel::isEmailVerified)
                .filter(user -> user.getServiceAccountClientLink() == null)
                .filter(user -> address.is(user.getEmail()));
    }

    private void mail(UserModel user) throws EmailException {
        context.getSession()
                .getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(user)
                .setAuthenticationSession(context.getAuthenticationSession())
                .sendPasswordReset(url(user), minutes());
    }

    private String url(UserModel user) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        ResetCredentialsActionToken token = new ResetCredentialsActionToken(
                user.getId(),
                user.getEmail(),
                Math.toIntExact(Time.currentTimeSeconds() + seconds()),
                AuthenticationSessionCompoundId.fromAuthSession(login).getEncodedId(),
                login.getClient().getClientId());
        return context.getActionTokenUrl(token.serialize(context.getSession(), realm, context.getUriInfo()))
                .toString();
    }

    private int seconds() {
        return realm.getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE);
    }
}
