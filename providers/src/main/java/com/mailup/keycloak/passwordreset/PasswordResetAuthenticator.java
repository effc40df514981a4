package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.account.EmailAddress;
import com.mailup.keycloak.account.UserName;
import com.mailup.keycloak.flow.ChosenLanguage;
import com.mailup.keycloak.flow.Form;
import com.mailup.keycloak.flow.FormErrors;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.flow.RecoveryGoal;
import com.mailup.keycloak.flow.Screen;
import com.mailup.keycloak.flow.UserlessAuthenticator;
import com.mailup.keycloak.flowcheck.FlowCheck;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.RequestSnapshot;
import com.mailup.keycloak.throttle.MailRequest;
import com.mailup.keycloak.userstore.StoreUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Asks for user name and e-mail address and shows the same message to all. A person who comes with the link passes. It
 * looks no account up: whether there is one is found out by {@link ResetLinkMailDelivery}, after the answer.
 */
final class PasswordResetAuthenticator implements UserlessAuthenticator {

    private static final String USERNAME = "username";
    private static final String EMAIL = "email";
    private static final RecoveryEvents EVENTS = ResetLinkMailDelivery.EVENTS;
    private static final Screen SCREEN = new Screen("login-reset-password", USERNAME, EMAIL);
    private static final String RESTARTED = "mailup-password-reset.started-again";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (FlowCheck.stops(context)) {
            return;
        }
        Optional<OpenedLink> link = OpenedLink.of(context);
        if (link.flatMap(OpenedLink::replaces).isPresent()) {
            open(context, link.get());
        } else if (link.isPresent() || isUsernameRecovery(context)) {
            context.resetFlow();
        } else {
            SCREEN.show(context);
        }
    }

    /**
     * Whether the person wants the user name, after the step that recovers it has passed: the flow has to start again.
     * Once a request, since a flow may lack that step.
     */
    private static boolean isUsernameRecovery(AuthenticationFlowContext context) {
        boolean first = context.getSession().getAttribute(RESTARTED) == null;
        context.getSession().setAttribute(RESTARTED, true);
        return first && RecoveryGoal.of(context) == RecoveryGoal.USERNAME;
    }

    /** Never succeeds: the way on is the link in the mail (CVE-2026-18963). */
    @Override
    public void action(AuthenticationFlowContext context) {
        if (FlowCheck.stops(context)) {
            return;
        }
        Form form = Form.of(context);
        Optional<UserName> name = UserName.parse(form.value(USERNAME));
        Optional<EmailAddress> address = MailRequest.address(context.getRealm(), form.value(EMAIL));
        FormErrors errors = errors(form, name, address);
        if (errors.any()) {
            SCREEN.showErrors(context, form, errors);
        } else {
            ask(context, form, name.orElseThrow(), address.orElseThrow());
        }
    }

    private static FormErrors errors(Form form, Optional<UserName> name, Optional<EmailAddress> address) {
        FormErrors errors = new FormErrors();
        if (UserName.looksLikeEmail(form.value(USERNAME))) {
            errors.about(USERNAME, "passwordResetUsernameNotEmail");
        } else {
            errors.requireValue(name, form, USERNAME, "passwordResetUsername");
        }
        errors.requireValue(address, form, EMAIL, "passwordResetEmail");
        return errors;
    }

    private static void ask(AuthenticationFlowContext context, Form form, UserName name, EmailAddress address) {
        Map<String, String> details = Map.of(USERNAME, name.value(), EMAIL, address.value());
        MailJob job = new MailJob(ResetLinkMailDeliveryFactory.ID, RequestSnapshot.of(context), details);
        if (!new MailRequest(context, EVENTS).enqueue(job)) {
            SCREEN.showErrors(context, form, FormErrors.ofForm(MailRequest.throttledMessage(context.getRealm())));
            return;
        }
        long minutes = TimeUnit.SECONDS.toMinutes(ResetLinkMailDelivery.lifespanSeconds(context.getRealm()));
        ChosenLanguage.keep(context.getAuthenticationSession());
        Object[] limits = MailRequest.limits(context.getRealm());
        context.forkWithSuccessMessage(new FormMessage(null, "passwordResetSent", minutes, limits[0], limits[1]));
    }

    private static void open(AuthenticationFlowContext context, OpenedLink link) {
        UserModel owner = context.getSession().users().getUserById(context.getRealm(), link.owner());
        try {
            if (owner == null || !link.isCurrentFor(context.getSession(), owner)) {
                showError(context, "passwordResetLinkOver");
                return;
            }
            ResetByLink.begin(
                    context.getAuthenticationSession(), link.replaces().orElseThrow());
            link.verifyEmail(owner);
            context.setUser(owner);
            context.success();
        } catch (StoreUnavailableException e) {
            showError(context, "passwordResetStoreUnavailable");
        }
    }

    private static void showError(AuthenticationFlowContext context, String message) {
        context.form().setError(message);
        SCREEN.show(context);
    }
}
