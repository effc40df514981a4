package com.mailup.keycloak.planlanding;

import com.mailup.keycloak.application.Application;
import com.mailup.keycloak.application.Landing;
import com.mailup.keycloak.flow.CodelessRedirect;
import com.mailup.keycloak.flow.UserlessAuthenticator;
import com.mailup.keycloak.plan.Plan;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * Ends a login at the landing of the account's plan, where the application asked for it. If the plan cannot be read or
 * the landing is refused, the login succeeds as usual, and an event says why.
 */
final class PlanLandingAuthenticator implements UserlessAuthenticator {

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Plan.readError(context.getUser())
                .ifPresent(reason -> LandingEvents.refused(context, "plan_unreadable", reason));
        if (new LandingRequest(context).isRequested()) {
            landing(context).ifPresent(landing -> follow(context, landing));
        }
        context.success();
    }

    /** No page posts to this step. */
    @Override
    public void action(AuthenticationFlowContext context) {
        context.resetFlow();
    }

    private static Optional<Landing> landing(AuthenticationFlowContext context) {
        return new Application(
                        context.getSession(), context.getAuthenticationSession().getClient())
                .landing(Plan.of(context.getUser()).map(Plan::status));
    }

    private static void follow(AuthenticationFlowContext context, Landing landing) {
        Optional<String> address = landing.address();
        if (address.isEmpty()) {
            LandingEvents.refused(context, "landing_refused", "none of the valid redirect URIs of the client");
        } else if (LastCodelessRedirect.of(context).exists()) {
            // Back at the form without having got a code: this time the application gets its answer.
            LastCodelessRedirect.of(context).delete();
        } else {
            new CodelessRedirect(context.getAuthenticationSession()).to(address.get());
            LastCodelessRedirect.of(context).save(context.getAuthenticationSession());
            LandingEvents.followed(context);
        }
    }
}
