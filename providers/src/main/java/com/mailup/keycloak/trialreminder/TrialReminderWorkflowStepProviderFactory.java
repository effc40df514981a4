package com.mailup.keycloak.trialreminder;

import java.util.Set;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.workflow.ResourceType;
import org.keycloak.models.workflow.WorkflowStepProviderFactory;

/**
 * Makes the workflow step {@code mailup-trial-reminder}: a mail 7 days and 1 day before the end of an account's trial, and one
 * at its end, each once. It looks at the account whenever it runs, so a workflow has to repeat it ({@code restart-workflow});
 * how late a mail may be is up to that. No settings.
 */
public final class TrialReminderWorkflowStepProviderFactory
        implements WorkflowStepProviderFactory<TrialReminderWorkflowStepProvider> {

    @Override
    public String getId() {
        return "mailup-trial-reminder";
    }

    @Override
    public TrialReminderWorkflowStepProvider create(KeycloakSession session, ComponentModel model) {
        return new TrialReminderWorkflowStepProvider(session);
    }

    @Override
    public Set<ResourceType> getSupportedResourceTypes() {
        return Set.of(ResourceType.USERS);
    }

    @Override
    public String getHelpText() {
        return "Mails the owner of a trial 7 days and 1 day before its end, and at its end";
    }
}
