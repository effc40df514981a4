package com.mailup.keycloak.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/**
 * What is wrong with a form. A field's messages are named after screen and field: {@code usernameRecoveryEmailMissing},
 * {@code usernameRecoveryEmailInvalid}.
 */
public final class FormErrors {

    private final List<FormMessage> messages = new ArrayList<>();

    /** An error of a field that holds no usable value. */
    public void requireValue(Optional<?> value, Form form, String field, String prefix) {
        if (value.isEmpty()) {
            about(field, prefix + (form.value(field).isEmpty() ? "Missing" : "Invalid"));
        }
    }

    /** About the whole form. */
    public static FormErrors ofForm(FormMessage message) {
        FormErrors errors = new FormErrors();
        errors.messages.add(message);
        return errors;
    }

    /** An error of a field, in the words of one message. */
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
