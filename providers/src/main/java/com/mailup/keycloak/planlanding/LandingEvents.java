package com.mailup.keycloak.planlanding;

import com.mailup.keycloak.plan.Plan;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;

/** User events about landings, for the realm's administrators. */
final class LandingEvents {

    private static final String SLUG = "plan-landing";

    private LandingEvents() {}

    /** The plan that decided where the login ended, on the login's own event. */
    static void followed(AuthenticationFlowContext context) {
        context.getEvent()
                .detail(
                        SLUG,
                        Plan.of(context.getUser())
                                .map(plan -> plan.status().text())
                                .orElse("none"));
    }

    /** An event of its own, since the login succeeds all the same. */
    static void refused(AuthenticationFlowContext context, String error, String reason) {
        context.getEvent()
                .clone()
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(context.getUser())
                .detail(Details.CUSTOM_REQUIRED_ACTION, SLUG)
                .detail(Details.REASON, reason)
                .error(error);
    }
}
