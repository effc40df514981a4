package com.mailup.keycloak.testbed;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/** A login that the platform has begun: where it is to end and the secrets that tie its answer to this browser. */
record PendingLogin(String destination, State state, Nonce nonce, CodeVerifier verifier) {

    static PendingLogin to(String destination) {
        return new PendingLogin(destination, new State(), new Nonce(), new CodeVerifier());
    }
}
