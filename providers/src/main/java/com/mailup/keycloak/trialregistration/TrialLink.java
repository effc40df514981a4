package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.mailqueue.RequestSnapshot;
import org.keycloak.authentication.actiontoken.verifyemail.VerifyEmailActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The link that a trial's account is confirmed with. */
record TrialLink(KeycloakSession session, UserModel account) {

    /** How long it works: as long as the realm's links that verify an address. */
    static int lifespanSeconds(KeycloakSession session) {
        return session.getContext().getRealm().getActionTokenGeneratedByUserLifespan(VerifyEmailActionToken.TOKEN_TYPE);
    }

    String url(RequestSnapshot snapshot) {
        int expires = Math.toIntExact(Time.currentTimeSeconds() + lifespanSeconds(session));
        TrialActionToken token =
                new TrialActionToken(account.getId(), account.getEmail(), expires, snapshot.login(), snapshot.client());
        return snapshot.link(session, token);
    }
}
