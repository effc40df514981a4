package com.mailup.keycloak.testbed;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a {@link LoopbackSite} says. */
record StubResponse(int status, String type, String body, Map<String, String> headers) {

    static StubResponse html(String page) {
        return new StubResponse(200, "text/html; charset=utf-8", page, Map.of());
    }

    static StubResponse json(String text) {
        return new StubResponse(200, "application/json", text, Map.of());
    }

    static StubResponse empty() {
        return new StubResponse(204, "text/plain", "", Map.of());
    }

    /** 303, so that going back or reloading repeats no form. */
    static StubResponse seeOther(String url) {
        return new StubResponse(303, "text/plain", "", Map.of("Location", url));
    }

    static StubResponse problem(int status, String sentence) {
        return new StubResponse(status, "text/plain; charset=utf-8", sentence + "\n", Map.of());
    }

    StubResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new StubResponse(status, type, body, more);
    }
}
