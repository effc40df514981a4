package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.mailjob.Occasion;
import org.keycloak.authentication.actiontoken.verifyemail.VerifyEmailActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The link that a trial's account is confirmed with. */
record TrialLink(KeycloakSession session, UserModel account) {

    /** How long it works: as long as the realm's links that verify an address. */
    static int seconds(KeycloakSession session) {
        return session.getContext().getRealm().getActionTokenGeneratedByUserLifespan(VerifyEmailActionToken.TOKEN_TYPE);
    }

    String url(Occasion occasion) {
        int expires = Math.toIntExact(Time.currentTimeSeconds() + seconds(session));
        TrialActionToken token =
                new TrialActionToken(account.getId(), account.getEmail(), expires, occasion.login(), occasion.client());
        return occasion.link(session, token);
    }
}
