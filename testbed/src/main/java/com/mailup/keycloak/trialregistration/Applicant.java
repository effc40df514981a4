package com.mailup.keycloak.trialregistration;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody who wants a trial, with what they type into its form. */
public record Applicant(String email) {

    public static Applicant any() {
        return new Applicant("m" + UUID.randomUUID() + "@example.com");
    }

    public Map<String, String> fields() {
        return new HashMap<>(Map.of(
                "firstName", "Prova",
                "lastName", "Nuova",
                "company", "Prova S.r.l.",
                "email", email,
                "locale", "it",
                "terms", "on",
                "privacy", "on"));
    }

    public Map<String, String> with(String field, String value) {
        Map<String, String> fields = fields();
        fields.put(field, value);
        return fields;
    }
}
