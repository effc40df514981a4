package com.mailup.keycloak.passwordreset;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** What follows a new password: all sessions of the account end, its lock-out ends, and its owner is notified. */
record AccountAfterReset(KeycloakSession session, UserModel account) {

    /** All sessions, this browser's too: the person signs in next. */
    void endSessions() {
        List<UserSessionModel> open = Stream.concat(
                        session.sessions().getUserSessionsStream(realm(), account),
                        session.sessions().getOfflineUserSessionsStream(realm(), account))
                .toList();
        open.forEach(old -> AuthenticationManager.backchannelLogout(session, old, true));
    }

    void unlock() {
        session.loginFailures().removeUserLoginFailure(realm(), account.getId());
    }

    /** An account may have lost its address since. */
    void notifyOwner() throws EmailException {
        if (account.getEmail() != null) {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm())
                    .setUser(account)
                    .send("passwordChangedSubject", "password-changed.ftl", new HashMap<>());
        }
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
