package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.flowcheck.MailupRealm;
import com.mailup.keycloak.userstore.PasswordStore;
import com.mailup.keycloak.userstore.StoreUnavailableException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;

/**
 * A new password for an account of a directory: the realm's password policy holds, and a refusal of the directory is
 * shown in the person's language. It does nothing for accounts of Keycloak's own database, and in realms without a step
 * of ours.
 */
record DirectoryPassword(RequiredActionContext context, Optional<PasswordStore> store) {

    private static final String ACTION = RequiredAction.UPDATE_PASSWORD.name();

    static DirectoryPassword of(RequiredActionContext context) {
        return new DirectoryPassword(
                context,
                Optional.of(new MailupRealm(context.getRealm()))
                        .filter(MailupRealm::hasMailupStep)
                        .map(realm -> PasswordStore.of(context.getSession(), context.getUser()))
                        .filter(PasswordStore::isDirectory));
    }

    /** Whether only the directory itself can change it. */
    boolean isReadOnly() {
        return store.filter(directory -> !directory.isWritable()).isPresent();
    }

    /**
     * Shows where the password is changed. If only an administrator asked for the change, the person goes on without
     * it; they could never sign in again.
     */
    void showReadOnlyPage() {
        UserModel person = context.getUser();
        context.getEvent().clone().event(EventType.UPDATE_CREDENTIAL).error("password_kept_elsewhere");
        boolean asked = ACTION.equals(context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
        if (!asked && person.getRequiredActionsStream().anyMatch(ACTION::equals)) {
            person.removeRequiredAction(RequiredAction.UPDATE_PASSWORD);
            context.success();
        } else {
            Optional<String> page = store.flatMap(PasswordStore::page);
            context.challenge(context.form()
                    .setError(page.isPresent() ? "passwordResetElsewhereAt" : "passwordResetElsewhere", page.orElse(""))
                    .createErrorPage(Response.Status.BAD_REQUEST));
        }
    }

    /**
     * Runs the step if the directory answers; otherwise shows a message. The link stays valid, and the page can be sent
     * again.
     */
    void ifAvailable(Runnable step) {
        try {
            if (store.stream().allMatch(PasswordStore::answers)) {
                step.run();
                return;
            }
        } catch (StoreUnavailableException e) {
            // It has stopped answering since it was last asked.
        }
        refuse("passwordResetTryLater");
    }

    /** Whether the password meets the realm's policy, which the directory need not know. */
    boolean meetsPolicy() {
        Optional<PolicyError> violation = store.isPresent() ? typed().map(this::policyError) : Optional.empty();
        violation.ifPresent(error -> refuse(error.getMessage(), error.getParameters()));
        return violation.isEmpty();
    }

    /** After the attempt: records the change, or shows a message where the directory has refused it. */
    void showResult() {
        if (store.isPresent() && context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            PasswordChange.record(context.getSession(), context.getUser());
        } else if (store.isPresent() && typed().isPresent()) {
            context.challenge(page(store.get().answersNow() ? "passwordResetRefused" : "passwordResetTryLater"));
        }
    }

    /** Where both fields agree; Keycloak complains of anything else by itself. */
    private Optional<String> typed() {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        return Optional.ofNullable(form.getFirst("password-new"))
                .filter(password -> !password.isBlank() && password.equals(form.getFirst("password-confirm")));
    }

    private PolicyError policyError(String password) {
        return context.getSession()
                .getProvider(PasswordPolicyManagerProvider.class)
                .validate(context.getRealm(), context.getUser(), password);
    }

    private void refuse(String message, Object... parameters) {
        context.getEvent().clone().event(EventType.UPDATE_CREDENTIAL).error(Errors.PASSWORD_REJECTED);
        context.challenge(page(message, parameters));
    }

    private Response page(String message, Object... parameters) {
        return context.form()
                .setAttribute("username", context.getUser().getUsername())
                .setError(message, parameters)
                .createResponse(RequiredAction.UPDATE_PASSWORD);
    }
}
