package com.mailup.keycloak.flow;

import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Ends a login without a code. The session exists, and the application finds it when it starts a login itself. For
 * addresses that do not expect the response to this login's own request.
 */
public record CodelessRedirect(AuthenticationSessionModel login) {

    public void to(String address) {
        login.setRedirectUri(address);
        login.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, address);
        withoutCode();
    }

    /** At the address where the login ends anyway. */
    public void withoutCode() {
        login.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OIDCResponseType.NONE);
        login.removeClientNote(OIDCLoginProtocol.STATE_PARAM);
        login.removeClientNote(OIDCLoginProtocol.RESPONSE_MODE_PARAM);
    }
}
