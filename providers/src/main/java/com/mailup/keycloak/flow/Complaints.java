package com.mailup.keycloak.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/**
 * What is wrong with a form. A field's messages are named after screen and field: {@code usernameRecoveryEmailMissing},
 * {@code usernameRecoveryEmailInvalid}.
 */
public final class Complaints {

    private final List<FormMessage> messages = new ArrayList<>();

    /** Complains about a field that holds no usable value. */
    public void unlessPresent(Optional<?> value, Form form, String field, String prefix) {
        if (value.isEmpty()) {
            about(field, prefix + (form.value(field).isEmpty() ? "Missing" : "Invalid"));
        }
    }

    /** Complains about the whole form. */
    public static Complaints aboutAll(String message) {
        Complaints complaints = new Complaints();
        complaints.messages.add(new FormMessage(null, message));
        return complaints;
    }

    /** Complains about a field in the words of one message. */
    public void about(String field, String message) {
        messages.add(new FormMessage(field, message));
    }

    public boolean any() {
        return !messages.isEmpty();
    }

    List<FormMessage> messages() {
        return List.copyOf(messages);
    }
}
