package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.flow.Standing;
import com.mailup.keycloak.mailjob.MailDelivery;
import com.mailup.keycloak.mailjob.MailJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.ResolveRelative;

/**
 * One mail with all user names of an address: those of {@link Standing#ENTITLED entitled} accounts, at most
 * {@value #LONGEST_LIST} of them. An address that has none gets no mail.
 */
final class UsernameReminder implements MailDelivery {

    static final int LONGEST_LIST = 50;

    /** Were only so few asked for as the mail lists, PostgreSQL would walk all user names of the realm for them. */
    private static final int READ_AHEAD = 10_000;

    static final RecoveryEvents EVENTS = new RecoveryEvents("username-recovery", EventType.CUSTOM_REQUIRED_ACTION);

    private final KeycloakSession session;
    private final RealmModel realm;

    UsernameReminder(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
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
        return address.forms().stream()
                .flatMap(this::storedAs)
                // A user storage of somebody's may not know all conditions, and the list goes to one mailbox.
                .filter(account -> Standing.of(account, address).isEntitled())
                .limit(LONGEST_LIST + 1L)
                .toList();
    }

    private Stream<UserModel> storedAs(String email) {
        Map<String, String> search = Map.of(
                UserModel.EMAIL, email,
                UserModel.EXACT, "true",
                UserModel.ENABLED, "true",
                UserModel.EMAIL_VERIFIED, "true",
                UserModel.INCLUDE_SERVICE_ACCOUNT, "false");
        return session.users().searchForUserStream(realm, search, 0, READ_AHEAD);
    }

    private void mail(List<UserModel> accounts) throws EmailException {
        Map<String, Object> body = new HashMap<>();
        body.put(
                "usernames",
                accounts.stream()
                        .limit(LONGEST_LIST)
                        .map(UserModel::getUsername)
                        .toList());
        body.put("more", accounts.size() > LONGEST_LIST);
        ClientModel client = session.getContext().getClient();
        String home = ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl());
        if (home != null) {
            body.put("loginUrl", home);
        }
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(accounts.get(0))
                .send("usernameRecoverySubject", "username-recovery.ftl", body);
    }
}
