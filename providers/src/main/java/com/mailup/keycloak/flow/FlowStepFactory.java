package com.mailup.keycloak.flow;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What every step of ours tells the console in the same way: the id is {@code mailup-<slug>}, the step is required,
 * since the steps after it rely on it, and has no settings unless it says so.
 */
public abstract class FlowStepFactory implements AuthenticatorFactory {

    private static final Requirement[] REQUIREMENTS = {Requirement.REQUIRED};

    private final String slug;
    private final String label;
    private final String help;

    /**
     * @param slug the screen's name in kebab case, for example {@code username-recovery}
     * @param label what the console calls the step
     * @param help one or two sentences for an administrator who edits the flow
     */
    protected FlowStepFactory(String slug, String label, String help) {
        this.slug = slug;
        this.label = label;
        this.help = help;
    }

    @Override
    public final String getId() {
        return "mailup-" + slug;
    }

    @Override
    public final String getDisplayType() {
        return label;
    }

    @Override
    public final String getHelpText() {
        return help;
    }

    @Override
    public String getReferenceCategory() {
        return slug;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENTS.clone();
    }

    @Override
    public boolean isConfigurable() {
        return false;
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
