package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.flow.ChosenLanguage;
import com.mailup.keycloak.flow.Complaints;
import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.flow.FlowStep;
import com.mailup.keycloak.flow.Form;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.flow.RecoveryGoal;
import com.mailup.keycloak.flow.Screen;
import com.mailup.keycloak.flowcheck.FlowCheck;
import com.mailup.keycloak.mailjob.MailJob;
import com.mailup.keycloak.mailjob.Occasion;
import com.mailup.keycloak.throttle.MailRequest;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.utils.FormMessage;

/**
 * Asks for an e-mail address and answers the same sentence to all. It looks no account up: whether there is one is found
 * out by {@link UsernameReminder}, after the answer.
 */
final class UsernameRecovery implements FlowStep {

    private static final String EMAIL = "email";
    private static final RecoveryEvents EVENTS = UsernameReminder.EVENTS;
    private static final Screen SCREEN = new Screen("username-recovery", EMAIL);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (RecoveryGoal.of(context) != RecoveryGoal.USERNAME) {
            context.success();
        } else if (!FlowCheck.stops(context)) {
            SCREEN.show(context);
        }
    }

    /** Never succeeds: whoever posts this form goes back to the login page (CVE-2026-18963). */
    @Override
    public void action(AuthenticationFlowContext context) {
        if (FlowCheck.stops(context)) {
            return;
        }
        Form form = Form.of(context);
        Optional<EmailAddress> address = EmailAddress.parse(form.value(EMAIL));
        Complaints complaints = new Complaints();
        complaints.unlessPresent(address, form, EMAIL, "usernameRecoveryEmail");
        if (complaints.any()) {
            SCREEN.refuse(context, form, complaints);
        } else {
            ask(context, form, address.orElseThrow());
        }
    }

    private static void ask(AuthenticationFlowContext context, Form form, EmailAddress address) {
        MailJob job = new MailJob(UsernameReminderFactory.ID, Occasion.of(context), Map.of(EMAIL, address.value()));
        if (!new MailRequest(context, EVENTS).leave(address, job)) {
            SCREEN.refuse(context, form, Complaints.aboutAll("throttleNetworkPaused"));
            return;
        }
        ChosenLanguage.keep(context.getAuthenticationSession());
        context.forkWithSuccessMessage(new FormMessage("usernameRecoverySent"));
    }
}
