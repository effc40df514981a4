package com.mailup.keycloak.trialregistration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.mailup.keycloak.account.EmailAddress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * The request for a trial, as a person has typed it.
 *
 * @param account id of the account that it is to become, so that a mail which is sent again makes no second one
 * @param profile the attributes of the realm's user profile that people may set themselves, but for the user name
 * @param consented when they accepted the terms and the privacy notice, ISO 8601 in UTC
 */
record TrialRequest(String account, Map<String, List<String>> profile, String consented) {

    private static final String NOTE = "mailup-trial-registration.request";

    /** What the form of this login has left; nothing where it was never sent. */
    static Optional<TrialRequest> of(AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getAuthNote(NOTE)).map(TrialRequest::fromJson);
    }

    static TrialRequest fromJson(String json) {
        try {
            return JsonSerialization.readValue(json, TrialRequest.class);
        } catch (IOException e) {
            // Without its cause, whose message may quote what was typed.
            throw new IllegalArgumentException("No request for a trial");
        }
    }

    void save(AuthenticationSessionModel login) {
        login.setAuthNote(NOTE, toJson());
    }

    String toJson() {
        try {
            return JsonSerialization.writeValueAsString(this);
        } catch (IOException e) {
            throw new IllegalStateException("Strings and lists are always JSON", e);
        }
    }

    @JsonIgnore
    EmailAddress address() {
        return EmailAddress.parse(profile.get(UserModel.EMAIL).get(0)).orElseThrow();
    }
}
