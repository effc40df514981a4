package com.mailup.keycloak.flow;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import org.keycloak.authentication.AuthenticationFlowContext;

/** What a person typed into the page that this request posts. */
public record Form(MultivaluedMap<String, String> fields) {

    /** Longer than any honest value: what exceeds it is not echoed, logged or looked up. */
    private static final int MAX_LENGTH = 320;

    public static Form of(AuthenticationFlowContext context) {
        return new Form(context.getHttpRequest().getDecodedFormParameters());
    }

    /** The first value of a field without surrounding blanks; empty where it is missing. */
    public String value(String field) {
        return Objects.requireNonNullElse(fields.getFirst(field), "").strip();
    }

    /** What may be shown again beside an error; empty where it is longer than any honest value. */
    public String echo(String field) {
        String value = value(field);
        return value.length() > MAX_LENGTH || value.chars().anyMatch(Character::isISOControl) ? "" : value;
    }
}
