package com.mailup.keycloak.testbed;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a {@link LoopbackSite} says. */
record Answer(int status, String type, String body, Map<String, String> headers) {

    static Answer html(String page) {
        return new Answer(200, "text/html; charset=utf-8", page, Map.of());
    }

    static Answer json(String text) {
        return new Answer(200, "application/json", text, Map.of());
    }

    static Answer empty() {
        return new Answer(204, "text/plain", "", Map.of());
    }

    /** 303, so that going back or reloading repeats no form. */
    static Answer seeOther(String url) {
        return new Answer(303, "text/plain", "", Map.of("Location", url));
    }

    static Answer problem(int status, String sentence) {
        return new Answer(status, "text/plain; charset=utf-8", sentence + "\n", Map.of());
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, more);
    }
}
