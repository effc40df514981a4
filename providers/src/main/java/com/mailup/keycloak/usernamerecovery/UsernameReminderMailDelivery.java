package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.account.AccountList;
import com.mailup.keycloak.account.EmailAddress;
import com.mailup.keycloak.account.OwnedAccounts;
import com.mailup.keycloak.account.RecoveryEligibility;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.MailPostponedException;
import com.mailup.keycloak.mailqueue.Receipt;
import com.mailup.keycloak.mailqueue.WorkerContext;
import com.mailup.keycloak.throttle.RequestedMailDelivery;
import com.mailup.keycloak.userstore.StoreUnavailableException;
import com.mailup.keycloak.userstore.UserStores;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * One mail with all user names of an address: those of {@link RecoveryEligibility#ELIGIBLE eligible} accounts, at most
 * {@value AccountList#MAX_ACCOUNTS} of them. An address that has none gets no mail.
 */
final class UsernameReminderMailDelivery extends RequestedMailDelivery {

    static final RecoveryEvents EVENTS = new RecoveryEvents("username-recovery", EventType.CUSTOM_REQUIRED_ACTION);

    /** A late answer is worse than none. */
    private static final Duration MAX_AGE = Duration.ofMinutes(30);

    /** How long a mail waits for a user store; then it lists the names of the stores that answer. */
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    /** Why a list waits that has found nobody. */
    private static final String LOOKED_ONCE = "imported_meanwhile";

    private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

    UsernameReminderMailDelivery(KeycloakSession session) {
        super(session, EVENTS);
    }

    @Override
    protected Receipt write(MailJob job) throws EmailException, MailPostponedException {
        // The request has parsed it.
        EmailAddress address = new EmailAddress(job.details().get("email"));
        OwnedAccounts owned = new OwnedAccounts(session);
        try {
            return deliver(job, address, listed(owned.of(address)), Map.of());
        } catch (StoreUnavailableException e) {
            List<UserModel> known = job.request().isOlderThan(MAX_WAIT) ? known(owned, address) : List.of();
            if (known.isEmpty()) {
                throw e;
            }
            return deliver(job, address, known, Map.of("incomplete", true));
        }
    }

    /** None where a further store has stopped answering meanwhile. */
    private static List<UserModel> known(OwnedAccounts owned, EmailAddress address) {
        try {
            return listed(owned.known(address));
        } catch (StoreUnavailableException e) {
            return List.of();
        }
    }

    @Override
    public Optional<Instant> expiry(MailJob job) {
        return Optional.of(job.request().time().plus(MAX_AGE));
    }

    /** One more than the mail lists, so that it can say that there are more. */
    private static List<UserModel> listed(Stream<UserModel> accounts) {
        return accounts.limit(AccountList.MAX_ACCOUNTS + 1L).toList();
    }

    private Receipt deliver(MailJob job, EmailAddress address, List<UserModel> accounts, Map<String, Object> further)
            throws EmailException, MailPostponedException {
        if (accounts.isEmpty() && isFirstLook()) {
            throw new MailPostponedException(
                    LOOKED_ONCE, Instant.ofEpochMilli(Time.currentTimeMillis()).plus(SECOND_LOOK));
        }
        if (accounts.isEmpty()) {
            EVENTS.refused(job.request().event(session), RecoveryEligibility.ABSENT.error());
            return Receipt.NONE;
        }
        if (!allowance().takes(job, address, expiry(job).orElseThrow())) {
            return Receipt.NONE;
        }
        mail(accounts, further);
        return settling -> EVENTS.sent(job.request().event(settling));
    }

    /**
     * Keycloak's search of a directory leaves out whom another transaction imports at that moment; a later one finds the row.
     * Not one within this one, which may hold the row that the other would wait for.
     */
    private boolean isFirstLook() {
        return !UserStores.of(session).isEmpty()
                && WorkerContext.of(session)
                        .filter(worker -> LOOKED_ONCE.equals(worker.lastError()))
                        .isEmpty();
    }

    private void mail(List<UserModel> accounts, Map<String, Object> further) throws EmailException {
        Map<String, Object> body = new HashMap<>(new AccountList(session, accounts).body());
        body.putAll(further);
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(session.getContext().getRealm())
                .setUser(accounts.get(0))
                .send("usernameRecoverySubject", "username-recovery.ftl", body);
    }
}
