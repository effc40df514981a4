package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.account.AccountList;
import com.mailup.keycloak.account.OwnedAccounts;
import com.mailup.keycloak.application.Brand;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.MailPostponedException;
import com.mailup.keycloak.mailqueue.Receipt;
import com.mailup.keycloak.throttle.MailAllowance;
import com.mailup.keycloak.throttle.RequestedMailDelivery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Answers a trial request by mail: with a link that opens a trial, unless the address has as many as it may have, and
 * with the user names that the address has already. Only this class decides it. The page shows the same to all.
 */
final class TrialMailDelivery extends RequestedMailDelivery {

    static final String REQUEST = "request";

    static final RecoveryEvents EVENTS = new RecoveryEvents("trial-registration", EventType.CUSTOM_REQUIRED_ACTION);

    TrialMailDelivery(KeycloakSession session) {
        super(session, EVENTS);
    }

    @Override
    protected Receipt write(MailJob job) throws EmailException, MailPostponedException {
        TrialRequest request = TrialRequest.fromJson(job.details().get(REQUEST));
        return deliver(
                job, request, new OwnedAccounts(session).of(request.address()).toList());
    }

    @Override
    public Optional<Instant> expiry(MailJob job) {
        return Optional.of(job.request().time().plusSeconds(TrialLink.lifespanSeconds(session)));
    }

    private Receipt deliver(MailJob job, TrialRequest request, List<UserModel> owned)
            throws EmailException, MailPostponedException {
        MailAllowance allowance = allowance();
        Instant expiry = expiry(job).orElseThrow();
        if (!allowance.takes(job, request.address(), expiry)) {
            return Receipt.NONE;
        }
        Map<String, Object> body = new HashMap<>();
        if (!owned.isEmpty()) {
            body.putAll(new AccountList(session, owned).body());
        }
        if (new TrialLimit(session).allowsOneMore(owned)) {
            if (!allowance.takes(job, TrialLimit.ofRealm(session), expiry)) {
                return Receipt.NONE;
            }
            UserModel account = open(job, request);
            body.put("link", new TrialLink(session, account).url(job.request()));
            body.put("linkExpiration", TimeUnit.SECONDS.toMinutes(TrialLink.lifespanSeconds(session)));
            send(account, body);
            return settling -> EVENTS.sent(job.request().event(settling).user(request.account()));
        }
        send(owned.get(0), body);
        return settling -> EVENTS.refused(job.request().event(settling), "trial_running");
    }

    /** The account exists when the link arrives: the mail leaves after this transaction's commit. */
    private UserModel open(MailJob job, TrialRequest request) {
        return new PendingTrial(session, request.account()).open(request, job.request());
    }

    private void send(UserModel recipient, Map<String, Object> body) throws EmailException {
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(session.getContext().getRealm())
                .setUser(recipient)
                .send("trialRegistrationSubject", List.of(Brand.name(session)), "trial-registration.ftl", body);
    }
}
