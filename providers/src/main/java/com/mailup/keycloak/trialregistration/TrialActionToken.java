package com.mailup.keycloak.trialregistration;

import org.keycloak.authentication.actiontoken.DefaultActionToken;

/** The link that confirms the address of a trial and leads to a password. */
final class TrialActionToken extends DefaultActionToken {

    static final String TYPE = "mailup-trial-registration";

    private static final long serialVersionUID = 1L;

    TrialActionToken(String account, String email, int expires, String login, String client) {
        super(account, TYPE, expires, null, login);
        this.issuedFor = client;
        setEmail(email);
    }

    private TrialActionToken() {
        // for the reader
    }
}
