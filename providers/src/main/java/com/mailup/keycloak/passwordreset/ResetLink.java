package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.mailjob.MailDelivery;
import com.mailup.keycloak.mailjob.MailJob;
import com.mailup.keycloak.mailjob.Occasion;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.Urls;

/**
 * Keycloak's own reset link, minted when it is sent, for an enabled account whose user name and verified address are the
 * ones typed. Whoever else was typed gets no mail.
 */
final class ResetLink implements MailDelivery {

    private final KeycloakSession session;
    private final RealmModel realm;

    ResetLink(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** How long a link works, in seconds. */
    static int seconds(RealmModel realm) {
        return realm.getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE);
    }

    @Override
    public void deliver(MailJob job) throws EmailException {
        EventBuilder event = job.occasion().event(session, EventType.SEND_RESET_PASSWORD);
        Optional<UserModel> account = accountOf(job);
        if (account.isEmpty()) {
            event.error(Errors.USER_NOT_FOUND);
        } else {
            mail(account.get(), job.occasion());
            event.user(account.get()).success();
        }
    }

    private Optional<UserModel> accountOf(MailJob job) {
        EmailAddress address = EmailAddress.parse(job.details().get("email")).orElseThrow();
        return Optional.ofNullable(
                        session.users().getUserByUsername(realm, job.details().get("username")))
                .filter(UserModel::isEnabled)
                .filter(UserModel::isEmailVerified)
                .filter(user -> user.getServiceAccountClientLink() == null)
                .filter(user -> address.is(user.getEmail()));
    }

    private void mail(UserModel user, Occasion occasion) throws EmailException {
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(user)
                .sendPasswordReset(url(user, occasion), TimeUnit.SECONDS.toMinutes(seconds(realm)));
    }

    private String url(UserModel user, Occasion occasion) {
        ResetCredentialsActionToken token = new ResetCredentialsActionToken(
                user.getId(),
                user.getEmail(),
                Math.toIntExact(Time.currentTimeSeconds() + seconds(realm)),
                occasion.login(),
                occasion.client());
        String key = token.serialize(session, realm, session.getContext().getUri());
        return Urls.actionTokenBuilder(
                        session.getContext().getUri().getBaseUri(),
                        key,
                        occasion.client(),
                        occasion.tab(),
                        occasion.clientData())
                .build(realm.getName())
                .toString();
    }
}
