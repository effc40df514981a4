package com.mailup.keycloak.timing;

import java.util.Locale;
import java.util.Map;

/** A form that anybody may post: the way to it and its fields. */
enum Door {
    LOGIN("auth", "") {
        @Override
        Map<String, String> fields(Typed typed) {
            return Map.of("username", typed.username(), "password", typed.password());
        }
    },
    PASSWORD_RESET("forgot-credentials", "&recover=password") {
        @Override
        Map<String, String> fields(Typed typed) {
            return Map.of("username", typed.username(), "email", typed.email());
        }
    },
    USERNAME_RECOVERY("forgot-credentials", "&recover=username") {
        @Override
        Map<String, String> fields(Typed typed) {
            return Map.of("email", typed.email());
        }
    };

    private final String endpoint;
    private final String further;

    Door(String endpoint, String further) {
        this.endpoint = endpoint;
        this.further = further;
    }

    abstract Map<String, String> fields(Typed typed);

    String url(String realmUrl, String platform) {
        return realmUrl + "/protocol/openid-connect/" + endpoint + "?client_id=platform&response_type=code&scope=openid"
                + "&redirect_uri=" + platform + "/login/oauth2/code/mailup&state=timing"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256" + further;
    }

    /** As a table shows it. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
