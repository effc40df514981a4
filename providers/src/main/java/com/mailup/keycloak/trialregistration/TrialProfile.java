package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.throttle.MailRequest;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.authentication.FormContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.validation.Validation;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** The form as the realm's user profile reads it: all attributes that people may set, without a user name. */
record TrialProfile(RealmModel realm, UserProfile profile) {

    private static final int MAX_LENGTH = 2048;

    static TrialProfile typed(FormContext context) {
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
        return new TrialProfile(
                context.getRealm(),
                context.getSession()
                        .getProvider(UserProfileProvider.class)
                        .create(UserProfileContext.REGISTRATION, typed));
    }

    /** Without those of the user name, which the form does not ask for. */
    List<FormMessage> errors() {
        List<FormMessage> errors = new ArrayList<>();
        try {
            profile.validate();
        } catch (ValidationException e) {
            Validation.getFormErrorsFromValidation(e.getErrors()).stream()
                    .filter(error -> !UserModel.USERNAME.equals(error.getField()))
                    .forEach(errors::add);
        }
        profile.getAttributes().getWritable().forEach((name, values) -> {
            if (values.stream().anyMatch(TrialProfile::isUnwritable)) {
                errors.add(new FormMessage(name, "error-invalid-value"));
            }
        });
        String address = Objects.requireNonNullElse(profile.getAttributes().getFirst(UserModel.EMAIL), "");
        if (errors.isEmpty() && MailRequest.address(realm, address).isEmpty()) {
            errors.add(new FormMessage(UserModel.EMAIL, "invalidEmailMessage"));
        }
        return errors;
    }

    /** What a new account gets; of several values of an attribute that has one, the first. */
    Map<String, List<String>> values() {
        Attributes typed = profile.getAttributes();
        Map<String, List<String>> values = new HashMap<>(typed.getWritable());
        values.remove(UserModel.USERNAME);
        values.keySet().removeAll(typed.getUnmanagedAttributes().keySet());
        values.replaceAll(
                (name, all) -> typed.getMetadata(name).isMultivalued() || all.isEmpty() ? all : all.subList(0, 1));
        return values;
    }

    /** Databases refuse zero bytes and unpaired surrogates; an honest value has no line breaks and fits any column. */
    private static boolean isUnwritable(String value) {
        return value.length() > MAX_LENGTH
                || value.codePoints()
                        .anyMatch(point -> Character.isISOControl(point)
                                || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
