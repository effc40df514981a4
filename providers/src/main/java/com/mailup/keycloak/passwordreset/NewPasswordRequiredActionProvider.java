package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.account.FirstPassword;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.email.EmailException;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;

/** Keycloak's own page for a new password. A link sets one password, and a reset ends at the login page. */
final class NewPasswordRequiredActionProvider extends UpdatePassword {

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        showReason(context);
        DirectoryPassword directory = DirectoryPassword.of(context);
        if (directory.isReadOnly()) {
            directory.showReadOnlyPage();
        } else {
            directory.ifAvailable(() -> ask(context));
        }
    }

    private void ask(RequiredActionContext context) {
        if (ResetByLink.of(context).filter(ResetByLink::isInvalid).isPresent()
                || FirstPassword.of(context).filter(FirstPassword::isSet).isPresent()) {
            refuse(context);
        } else {
            super.requiredActionChallenge(context);
        }
    }

    /**
     * For every page that follows: with a link there is no choice to sign out other devices, and a first password is
     * not called new.
     */
    private static void showReason(RequiredActionContext context) {
        boolean first = FirstPassword.of(context).isPresent();
        context.form()
                .setAttribute("firstPassword", first)
                .setAttribute("byLink", first || ResetByLink.of(context).isPresent());
    }

    @Override
    public void processAction(RequiredActionContext context) {
        showReason(context);
        DirectoryPassword directory = DirectoryPassword.of(context);
        if (directory.isReadOnly()) {
            directory.showReadOnlyPage();
        } else {
            directory.ifAvailable(() -> change(context, directory));
        }
    }

    private void change(RequiredActionContext context, DirectoryPassword directory) {
        Optional<ResetByLink> reset = ResetByLink.of(context);
        Optional<FirstPassword> first = FirstPassword.of(context);
        if (first.isPresent()) {
            setFirst(context, first.get());
        } else if (reset.isEmpty()) {
            set(context, directory);
        } else if (reset.get().isInvalid() || !reset.get().claim()) {
            refuse(context);
        } else {
            change(context, reset.get(), directory);
        }
    }

    private void set(RequiredActionContext context, DirectoryPassword directory) {
        if (directory.meetsPolicy()) {
            super.processAction(context);
            directory.showResult();
        }
    }

    private void setFirst(RequiredActionContext context, FirstPassword first) {
        if (first.isSet() || !first.claim()) {
            refuse(context);
            return;
        }
        super.processAction(context);
        if (context.getStatus() != RequiredActionContext.Status.SUCCESS) {
            first.release();
        }
    }

    private void change(RequiredActionContext context, ResetByLink reset, DirectoryPassword directory) {
        set(context, directory);
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            reset.use();
            finish(context);
        } else {
            reset.release();
        }
    }

    /** In one transaction with the new password. */
    private static void finish(RequiredActionContext context) {
        context.getEvent().clone().success();
        context.getUser().removeRequiredAction(context.getAction());
        AccountAfterReset account = new AccountAfterReset(context.getSession(), context.getUser());
        account.endSessions();
        account.unlock();
        try {
            account.notifyOwner();
        } catch (EmailException e) {
            // Only the notice is missing: the realm has no mail server.
            context.getEvent().clone().error(Errors.EMAIL_SEND_FAILED);
        }
        new ReturnToLogin(context.getSession(), context.getAuthenticationSession()).redirect(context);
    }

    private static void refuse(RequiredActionContext context) {
        context.getEvent().clone().event(EventType.UPDATE_CREDENTIAL).error(Errors.EXPIRED_CODE);
        context.challenge(
                context.form().setError("passwordResetLinkOver").createErrorPage(Response.Status.BAD_REQUEST));
    }
}
