package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.flow.UserlessFormAction;
import com.mailup.keycloak.flowcheck.FlowCheck;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The fields of the form: whatever the realm's user profile lets people set, without a user name, and two consents. It looks
 * no account up and creates none: that is done by {@link TrialMailDelivery}, after the answer.
 */
final class TrialFormAction implements UserlessFormAction {

    /** Check boxes that have to be ticked. */
    static final List<String> CONSENTS = List.of("terms", "privacy");

    private static final String MISSING = "trialRegistrationMissing.";

    @Override
    public void buildPage(FormContext context, LoginFormsProvider page) {
        page.setAttribute("consents", CONSENTS);
        boolean runs = FlowCheck.allowsRegistration(context.getSession(), context.getRealm());
        page.setAttribute(
                "trialDays", runs ? TrialSettings.of(context.getRealm()).days() : TrialSettings.DAYS.defaultValue());
    }

    @Override
    public void validate(ValidationContext context) {
        // A copy, since Keycloak adds to what it shows again, and a form without fields cannot be added to.
        MultivaluedMap<String, String> typed =
                new MultivaluedHashMap<>(context.getHttpRequest().getDecodedFormParameters());
        if (FlowCheck.refusesRegistration(context.getSession(), context.getRealm())) {
            // Before the profile is validated, which may look accounts up in a realm that is set up otherwise.
            context.error("realm_setup");
            context.validationError(typed, List.of(new FormMessage("flowCheckRegistrationStopped")));
            return;
        }
        List<FormMessage> errors = new ArrayList<>(TrialProfile.typed(context).errors());
        CONSENTS.stream()
                .filter(consent -> !typed.containsKey(consent))
                .forEach(consent -> errors.add(new FormMessage(consent, MISSING + consent)));
        if (errors.isEmpty()) {
            context.success();
        } else {
            context.error(Errors.INVALID_REGISTRATION);
            context.validationError(typed, errors);
        }
    }

    @Override
    public void success(FormContext context) {
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
        new TrialRequest(
                        KeycloakModelUtils.generateId(),
                        TrialProfile.typed(context).values(),
                        now.toString())
                .save(context.getAuthenticationSession());
    }
}
