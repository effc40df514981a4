package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.account.EmailAddress;
import com.mailup.keycloak.account.RecoveryEligibility;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.MailPostponedException;
import com.mailup.keycloak.mailqueue.Receipt;
import com.mailup.keycloak.mailqueue.RequestSnapshot;
import com.mailup.keycloak.throttle.RequestedMailDelivery;
import com.mailup.keycloak.userstore.PasswordStore;
import com.mailup.keycloak.userstore.UserStores;
import com.mailup.keycloak.userstore.VerifiedAddresses;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Sends Keycloak's own reset link, created when it is sent, to an account that is {@link RecoveryEligibility#ELIGIBLE
 * eligible} and whose password was not changed since the request. Where only a directory can change the password, it
 * sends a mail that says so. All other accounts get no mail.
 */
final class ResetLinkMailDelivery extends RequestedMailDelivery {

    static final RecoveryEvents EVENTS = new RecoveryEvents("password-reset", EventType.SEND_RESET_PASSWORD);

    ResetLinkMailDelivery(KeycloakSession session) {
        super(session, EVENTS);
    }

    /** Not kept: one session looks at jobs of several realms. */
    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    /** How long a link works, in seconds. */
    static int lifespanSeconds(RealmModel realm) {
        return realm.getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE);
    }

    @Override
    protected Receipt write(MailJob job) throws EmailException, MailPostponedException {
        try {
            return deliver(job, UserStores.of(session).byUsername(job.details().get("username")));
        } catch (ModelDuplicateException e) {
            if (!isAmbiguous(job.details().get("username"))) {
                throw new MailPostponedException("imported_meanwhile");
            }
            EVENTS.refused(job.request().event(session), "ambiguous_username");
            return Receipt.NONE;
        }
    }

    /**
     * Whether two people of a directory have this name: nobody can say whose password is meant. Otherwise another worker
     * has just made the account of the one who has it.
     */
    private boolean isAmbiguous(String name) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), own -> {
            own.getContext().setRealm(own.realms().getRealm(realm().getId()));
            try {
                UserStores.of(own).byUsername(name);
                return false;
            } catch (ModelDuplicateException e) {
                own.getTransactionManager().setRollbackOnly();
                return true;
            }
        });
    }

    /** The page promised a link that works for this long. */
    @Override
    public Optional<Instant> expiry(MailJob job) {
        return Optional.of(job.request().time().plusSeconds(lifespanSeconds(realm())));
    }

    private Receipt deliver(MailJob job, Optional<UserModel> found) throws EmailException, MailPostponedException {
        UserModel account = found.orElse(null);
        // The request has parsed it.
        EmailAddress address = new EmailAddress(job.details().get("email"));
        RecoveryEligibility eligibility = RecoveryEligibility.of(account, address, VerifiedAddresses.in(session));
        EventBuilder event = job.request().event(session);
        if (!eligibility.isEligible()) {
            EVENTS.refused(event, eligibility.error());
            return Receipt.NONE;
        }
        PasswordStore passwords = PasswordStore.of(session, account);
        Optional<PasswordChange> change =
                passwords.isWritable() ? Optional.of(PasswordChange.of(session, account)) : Optional.empty();
        if (change.filter(latest -> latest.isAfter(job.request().millis())).isPresent()) {
            EVENTS.refused(event.user(account), "password_changed_since");
            return Receipt.NONE;
        }
        if (!allowance().takes(job, address, expiry(job).orElseThrow())) {
            return Receipt.NONE;
        }
        if (change.isPresent()) {
            mailLink(account, change.get(), job.request());
            return sent(job, account, Map.of());
        }
        mailReadOnlyNotice(account, passwords);
        return sent(job, account, Map.of(Details.REASON, "password_kept_elsewhere"));
    }

    private static Receipt sent(MailJob job, UserModel account, Map<String, String> details) {
        String id = account.getId();
        return settling -> {
            EventBuilder event = job.request().event(settling).user(id);
            details.forEach(event::detail);
            EVENTS.sent(event);
        };
    }

    /** A link would lead to a page that fails. */
    private void mailReadOnlyNotice(UserModel user, PasswordStore passwords) throws EmailException {
        Map<String, Object> body = new HashMap<>();
        passwords.page().ifPresent(page -> body.put("page", page));
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm())
                .setUser(user)
                .send("passwordElsewhereSubject", "password-elsewhere.ftl", body);
    }

    private void mailLink(UserModel user, PasswordChange change, RequestSnapshot snapshot) throws EmailException {
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm())
                .setUser(user)
                .sendPasswordReset(url(user, change, snapshot), TimeUnit.SECONDS.toMinutes(lifespanSeconds(realm())));
    }

    private String url(UserModel user, PasswordChange change, RequestSnapshot snapshot) {
        ResetCredentialsActionToken token = new ResetCredentialsActionToken(
                user.getId(),
                user.getEmail(),
                Math.toIntExact(Time.currentTimeSeconds() + lifespanSeconds(realm())),
                snapshot.login(),
                snapshot.client());
        PasswordChange.prolongRecord(session, user);
        token.setNote(OpenedLink.PASSWORD_CHANGE, change.toString());
        return snapshot.link(session, token);
    }
}
