package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.account.EmailAddress;
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
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.utils.FormMessage;

/**
 * Asks for an e-mail address and answers the same sentence to all. It looks no account up: whether there is one is found
 * out by {@link UsernameReminderMailDelivery}, after the answer.
 */
final class UsernameRecoveryAuthenticator implements UserlessAuthenticator {

    private static final String EMAIL = "email";
    private static final RecoveryEvents EVENTS = UsernameReminderMailDelivery.EVENTS;
    private static final Screen SCREEN = new Screen("username-recovery", EMAIL);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (RecoveryGoal.of(context) != RecoveryGoal.USERNAME) {
            context.success();
        } else if (!FlowCheck.stops(context)) {
            SCREEN.show(context);
        }
    }

    /** Never succeeds: this form leads back to the login page (CVE-2026-18963). */
    @Override
    public void action(AuthenticationFlowContext context) {
        if (FlowCheck.stops(context)) {
            return;
        }
        Form form = Form.of(context);
        Optional<EmailAddress> address = MailRequest.address(context.getRealm(), form.value(EMAIL));
        FormErrors errors = new FormErrors();
        errors.requireValue(address, form, EMAIL, "usernameRecoveryEmail");
        if (errors.any()) {
            SCREEN.showErrors(context, form, errors);
        } else {
            ask(context, form, address.orElseThrow());
        }
    }

    private static void ask(AuthenticationFlowContext context, Form form, EmailAddress address) {
        MailJob job = new MailJob(
                UsernameReminderMailDeliveryFactory.ID, RequestSnapshot.of(context), Map.of(EMAIL, address.value()));
        if (!new MailRequest(context, EVENTS).enqueue(job)) {
            SCREEN.showErrors(context, form, FormErrors.ofForm(MailRequest.throttledMessage(context.getRealm())));
            return;
        }
        ChosenLanguage.keep(context.getAuthenticationSession());
        context.forkWithSuccessMessage(
                new FormMessage(null, "usernameRecoverySent", MailRequest.limits(context.getRealm())));
    }
}
