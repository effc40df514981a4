package com.mailup.keycloak.trialregistration;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormActionFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Makes the part {@code mailup-trial-form} of a registration form, in place of Keycloak's "Registration User Profile
 * Creation": name, company, e-mail address, language and consents, but no user name and no password. Creates nobody; the
 * step {@code mailup-trial-registration} has to follow the form. Keycloak's reCAPTCHA may stand beside it. No settings: they are on the step.
 */
public final class TrialFormActionFactory implements FormActionFactory {

    private static final Requirement[] REQUIREMENTS = {Requirement.REQUIRED};

    @Override
    public String getId() {
        return "mailup-trial-form";
    }

    @Override
    public FormAction create(KeycloakSession session) {
        return new TrialFormAction();
    }

    @Override
    public String getDisplayType() {
        return "Trial: form";
    }

    @Override
    public String getHelpText() {
        return "Who asks for a trial. Put it into the registration form in place of \"Registration User Profile Creation\", "
                + "and \"Trial: mail\" after the form.";
    }

    @Override
    public String getReferenceCategory() {
        return null;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENTS.clone();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
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
