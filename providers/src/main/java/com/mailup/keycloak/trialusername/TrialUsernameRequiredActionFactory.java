package com.mailup.keycloak.trialusername;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Makes the required action {@code mailup-trial-username}, which the link of a trial gives to its account: after the new
 * password, a page and a mail with the user name. It has to be on in the realm (Authentication, Required actions). No
 * settings.
 */
public final class TrialUsernameRequiredActionFactory implements RequiredActionFactory {

    private static final TrialUsernameRequiredActionProvider ACTION = new TrialUsernameRequiredActionProvider();

    @Override
    public String getId() {
        return "mailup-trial-username";
    }

    @Override
    public String getDisplayText() {
        return "Tell a new user name";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return ACTION;
    }

    @Override
    public void init(Config.Scope config) {
        // no server-wide settings
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }
}
