package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.mailqueue.RequestSnapshot;
import com.mailup.keycloak.plan.Plan;
import com.mailup.keycloak.plan.PlanStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The account of a trial whose address is not verified yet. It has no password, and no recovery finds it.
 *
 * @param id of the account
 */
record PendingTrial(KeycloakSession session, String id) {

    /** Attribute of accounts that nobody has confirmed; the realm's workflow deletes those after two days. */
    static final String PENDING = Plan.PENDING;

    private static final String CONSENTED = "consentedAt";

    /** Makes it, or finds it made: a mail may have to be tried again. */
    UserModel open(TrialRequest request, RequestSnapshot snapshot) {
        UserModel made = session.users().getUserById(realm(), id);
        return made == null ? create(request, snapshot) : made;
    }

    private UserModel create(TrialRequest request, RequestSnapshot snapshot) {
        UserModel account = session.users().addUser(realm(), id, new UnusedUserName(session).next(), true, true);
        request.profile().forEach(account::setAttribute);
        account.setEmail(request.address().value());
        account.setEmailVerified(false);
        account.setSingleAttribute(CONSENTED, request.consented());
        account.setSingleAttribute(PENDING, "true");
        begin(session, account);
        account.setEnabled(true);
        snapshot.event(session).event(EventType.REGISTER).user(account).success();
        return account;
    }

    /** The address is its owner's: the trial begins. */
    static void confirm(KeycloakSession session, UserModel account) {
        account.setEmailVerified(true);
        account.removeAttribute(PENDING);
        begin(session, account);
    }

    private static void begin(KeycloakSession session, UserModel account) {
        Duration trial = Duration.ofDays(
                TrialSettings.of(session.getContext().getRealm()).days());
        Instant end = Instant.ofEpochMilli(Time.currentTimeMillis()).plus(trial).truncatedTo(ChronoUnit.SECONDS);
        account.setSingleAttribute(Plan.PLAN, PlanStatus.TRIAL.text());
        account.setSingleAttribute(Plan.ENDS_AT, end.toString());
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
