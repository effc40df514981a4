package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.accountlist.AccountList;
import com.mailup.keycloak.accountlist.OwnedAccounts;
import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.flow.Standing;
import com.mailup.keycloak.mailjob.MailDelivery;
import com.mailup.keycloak.mailjob.MailJob;
import java.util.List;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * One mail with all user names of an address: those of {@link Standing#ENTITLED entitled} accounts, at most
 * {@value AccountList#LONGEST} of them. An address that has none gets no mail.
 */
final class UsernameReminder implements MailDelivery {

    static final RecoveryEvents EVENTS = new RecoveryEvents("username-recovery", EventType.CUSTOM_REQUIRED_ACTION);

    private final KeycloakSession session;

    UsernameReminder(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void deliver(MailJob job) throws EmailException {
        EventBuilder event = job.occasion().event(session);
        List<UserModel> accounts =
                accountsOf(EmailAddress.parse(job.details().get("email")).orElseThrow());
        if (accounts.isEmpty()) {
            EVENTS.refused(event, Standing.ABSENT.error());
        } else {
            mail(accounts);
            EVENTS.sent(event);
        }
    }

    /** One more than the mail lists, so that it can say that there are more. */
    private List<UserModel> accountsOf(EmailAddress address) {
        return new OwnedAccounts(session)
                .of(address)
                .limit(AccountList.LONGEST + 1L)
                .toList();
    }

    private void mail(List<UserModel> accounts) throws EmailException {
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(session.getContext().getRealm())
                .setUser(accounts.get(0))
                .send("usernameRecoverySubject", "username-recovery.ftl", new AccountList(session, accounts).body());
    }
}
