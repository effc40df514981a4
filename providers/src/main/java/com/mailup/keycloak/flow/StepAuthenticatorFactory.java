package com.mailup.keycloak.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What every step of ours tells the console in the same way: the id is {@code mailup-<slug>}, the step is required,
 * since the steps after it rely on it, and has the settings that it declares.
 */
public abstract class StepAuthenticatorFactory implements AuthenticatorFactory {

    private static final Requirement[] REQUIREMENTS = {Requirement.REQUIRED};

    private final String slug;
    private final String label;
    private final String help;
    private final List<Setting<?>> settings;

    /**
     * @param slug the screen's name in kebab case, for example {@code username-recovery}
     * @param label what the console calls the step
     * @param help one or two sentences for an administrator who edits the flow
     * @param settings what the administrator may set on it
     */
    protected StepAuthenticatorFactory(String slug, String label, String help, Setting<?>... settings) {
        this.slug = slug;
        this.label = label;
        this.help = help;
        this.settings = List.of(settings);
    }

    /** What is wrong with what an administrator has set on such a step. */
    public final Stream<String> violations(Optional<AuthenticatorConfigModel> step) {
        return settings.stream().flatMap(setting -> setting.violation(step).stream());
    }

    /** Values that an earlier version kept under other names, by their names of today. */
    public final Map<String, String> formerValues(Map<String, String> values) {
        Map<String, String> former = new HashMap<>();
        settings.forEach(setting -> setting.formerValue(values).ifPresent(value -> former.put(setting.name(), value)));
        return former;
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
    public final boolean isConfigurable() {
        return !settings.isEmpty();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return settings.stream().map(Setting::property).toList();
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
