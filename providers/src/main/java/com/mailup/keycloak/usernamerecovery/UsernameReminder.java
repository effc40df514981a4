package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.flow.EmailAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.ResolveRelative;

/**
 * One mail with all user names of an address: those of enabled accounts whose address is verified, never a service
 * account, at most {@value #LONGEST_LIST} of them. An address that has none gets no mail.
 */
final class UsernameReminder {

    static final int LONGEST_LIST = 50;

    private static final Logger LOG = Logger.getLogger(UsernameReminder.class);

    private final KeycloakSession session;
    private final ClientModel client;
    private final EventBuilder event;

    private UsernameReminder(KeycloakSession session, ClientModel client, EventBuilder event) {
        this.session = session;
        this.client = client;
        this.event = event;
    }

    static UsernameReminder in(AuthenticationFlowContext context) {
        EventBuilder event = context.getEvent()
                .clone()
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .detail(Details.CUSTOM_REQUIRED_ACTION, "username-recovery");
        return new UsernameReminder(
                context.getSession(), context.getAuthenticationSession().getClient(), event);
    }

    void send(EmailAddress address) {
        List<UserModel> accounts = accountsOf(address);
        if (accounts.isEmpty()) {
            event.error(Errors.USER_NOT_FOUND);
            return;
        }
        try {
            mail(accounts);
            event.success();
        } catch (EmailException e) {
            // The exception's text may name the address: its kind is all that is written.
            LOG.warnf(
                    "A user-name recovery mail could not be sent: %s",
                    e.getClass().getSimpleName());
            event.error(Errors.EMAIL_SEND_FAILED);
        }
    }

    /** One more than the mail lists, so that it can say that there are more. */
    private List<UserModel> accountsOf(EmailAddress address) {
        Map<String, String> search = Map.of(
                UserModel.EMAIL, address.value(),
                UserModel.EXACT, "true",
                UserModel.ENABLED, "true",
                UserModel.EMAIL_VERIFIED, "true",
                UserModel.INCLUDE_SERVICE_ACCOUNT, "false");
        return session.users()
                .searchForUserStream(session.getContext().getRealm(), search, 0, LONGEST_LIST + 1)
                .toList();
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
        String home = ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl());
        if (home != null) {
            body.put("loginUrl", home);
        }
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(session.getContext().getRealm())
                .setUser(accounts.get(0))
                .send("usernameRecoverySubject", "username-recovery.ftl", body);
    }
}
