package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.flow.FormPart;
import com.mailup.keycloak.flowcheck.FlowCheck;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.common.util.Time;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.validation.Validation;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * The fields of the form: whatever the realm's user profile lets people set, without a user name, and two consents. It looks
 * no account up and creates none: that is done by {@link TrialMail}, after the answer.
 */
final class RegistrationForm implements FormPart {

    /** Check boxes that have to be ticked. */
    static final List<String> CONSENTS = List.of("terms", "privacy");

    private static final int LONGEST_VALUE = 2048;

    private static final String MISSING = "trialRegistrationMissing.";

    @Override
    public void buildPage(FormContext context, LoginFormsProvider page) {
        page.setAttribute("consents", CONSENTS);
        boolean runs = FlowCheck.allowsRegistration(context.getSession(), context.getRealm());
        page.setAttribute(
                "trialDays", runs ? TrialSettings.of(context.getRealm()).days() : TrialSettings.DAYS.usual());
    }

    @Override
    public void validate(ValidationContext context) {
        // A copy, since Keycloak adds to what it shows again, and a form without fields cannot be added to.
        MultivaluedMap<String, String> typed =
                new MultivaluedHashMap<>(context.getHttpRequest().getDecodedFormParameters());
        if (!FlowCheck.allowsRegistration(context.getSession(), context.getRealm())) {
            // Before the profile is validated, which may look accounts up in a realm that is set up otherwise.
            context.error("realm_setup");
            context.validationError(typed, List.of(new FormMessage("flowCheckRegistrationStopped")));
            return;
        }
        List<FormMessage> complaints = new ArrayList<>(complaints(profile(context)));
        CONSENTS.stream()
                .filter(consent -> !typed.containsKey(consent))
                .forEach(consent -> complaints.add(new FormMessage(consent, MISSING + consent)));
        if (complaints.isEmpty()) {
            context.success();
        } else {
            context.error(Errors.INVALID_REGISTRATION);
            context.validationError(typed, complaints);
        }
    }

    @Override
    public void success(FormContext context) {
        Attributes typed = profile(context).getAttributes();
        Map<String, List<String>> profile = new HashMap<>(typed.getWritable());
        profile.remove(UserModel.USERNAME);
        profile.keySet().removeAll(typed.getUnmanagedAttributes().keySet());
        profile.replaceAll((name, values) ->
                typed.getMetadata(name).isMultivalued() || values.isEmpty() ? values : values.subList(0, 1));
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis()).truncatedTo(ChronoUnit.SECONDS);
        new TrialRequest(KeycloakModelUtils.generateId(), profile, now.toString())
                .keep(context.getAuthenticationSession());
    }

    /** But for the user name, which nobody is asked for. */
    private static List<FormMessage> complaints(UserProfile profile) {
        List<FormMessage> complaints = new ArrayList<>();
        try {
            profile.validate();
        } catch (ValidationException e) {
            Validation.getFormErrorsFromValidation(e.getErrors()).stream()
                    .filter(complaint -> !UserModel.USERNAME.equals(complaint.getField()))
                    .forEach(complaints::add);
        }
        profile.getAttributes().getWritable().forEach((name, values) -> {
            if (values.stream().anyMatch(RegistrationForm::isUnwritable)) {
                complaints.add(new FormMessage(name, "error-invalid-value"));
            }
        });
        String address = Objects.requireNonNullElse(profile.getAttributes().getFirst(UserModel.EMAIL), "");
        if (complaints.isEmpty() && EmailAddress.parse(address).isEmpty()) {
            complaints.add(new FormMessage(UserModel.EMAIL, "invalidEmailMessage"));
        }
        return complaints;
    }

    /** No database takes zero bytes and halves of characters, and no honest value has lines or is longer than any column. */
    private static boolean isUnwritable(String value) {
        return value.length() > LONGEST_VALUE
                || value.codePoints()
                        .anyMatch(point -> Character.isISOControl(point)
                                || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static UserProfile profile(FormContext context) {
        MultivaluedMap<String, String> typed =
                new MultivaluedHashMap<>(context.getHttpRequest().getDecodedFormParameters());
        typed.remove(UserModel.USERNAME);
        // As in the recoveries, a blank around the address is nobody's intention.
        typed.computeIfPresent(
                UserModel.EMAIL, (name, values) -> List.of(values.get(0).strip()));
        String language = typed.getFirst(UserModel.LOCALE);
        if (context.getRealm().getSupportedLocalesStream().noneMatch(it -> it.equals(language))) {
            typed.remove(UserModel.LOCALE);
        }
        return context.getSession()
                .getProvider(UserProfileProvider.class)
                .create(UserProfileContext.REGISTRATION, typed);
    }
}
