package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.flow.RecoveryEvents;
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
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Shows the same page to all who have sent the form: that a mail is on its way. It looks no account up and creates
 * none: whether that mail holds a link is found out by {@link TrialMailDelivery}, after the answer.
 */
final class TrialRegistrationAuthenticator implements UserlessAuthenticator {

    private static final RecoveryEvents EVENTS = TrialMailDelivery.EVENTS;
    private static final Screen SCREEN = new Screen("trial-registration");
    private static final String SENT = "mailup-trial-registration.sent";
    private static final String CHANGE = "change";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (FlowCheck.stopsRegistration(context)) {
            return;
        }
        TrialRequest request =
                TrialRequest.of(context.getAuthenticationSession()).orElseThrow();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (request.toJson().equals(login.getAuthNote(SENT)) || enqueued(context, request)) {
            login.setAuthNote(SENT, request.toJson());
        }
        show(context, request);
    }

    /** Never succeeds: the way on is the link in the mail. */
    @Override
    public void action(AuthenticationFlowContext context) {
        if (FlowCheck.stopsRegistration(context)) {
            return;
        }
        Optional<TrialRequest> request = TrialRequest.of(context.getAuthenticationSession());
        if (request.isEmpty()
                || context.getHttpRequest().getDecodedFormParameters().containsKey(CHANGE)) {
            context.resetFlow();
        } else {
            if (enqueued(context, request.get())) {
                context.form().setSuccess("trialRegistrationSentAgain", MailRequest.limits(context.getRealm()));
                context.getAuthenticationSession()
                        .setAuthNote(SENT, request.get().toJson());
            }
            show(context, request.get());
        }
    }

    /** False, with the reason on the page, where this network has asked too often. */
    private static boolean enqueued(AuthenticationFlowContext context, TrialRequest request) {
        Map<String, String> details = Map.of(TrialMailDelivery.REQUEST, request.toJson());
        boolean enqueued = new MailRequest(context, EVENTS)
                .enqueue(new MailJob(TrialMailDeliveryFactory.ID, RequestSnapshot.of(context), details));
        if (!enqueued) {
            FormMessage throttled = MailRequest.throttledMessage(context.getRealm());
            context.form().setError(throttled.getMessage(), throttled.getParameters());
        }
        return enqueued;
    }

    private static void show(AuthenticationFlowContext context, TrialRequest request) {
        boolean sent =
                request.toJson().equals(context.getAuthenticationSession().getAuthNote(SENT));
        context.form()
                .setAttribute("sent", sent)
                .setAttribute(
                        "limits",
                        context.form().getMessage("trialRegistrationLimits", MailRequest.limits(context.getRealm())))
                .setAttribute("address", request.address().value());
        SCREEN.show(context);
    }
}
