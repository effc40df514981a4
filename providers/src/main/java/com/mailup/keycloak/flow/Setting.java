package com.mailup.keycloak.flow;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A setting of a step, declared once: the console shows it, the code reads it, the documents list it.
 *
 * @param name key in the step's configuration
 * @param usual value where none is set
 * @param label what the console calls it
 * @param help meaning, unit and limits, for an administrator
 * @param read makes the value of a text, or throws {@link IllegalArgumentException}
 */
public record Setting<T>(String name, T usual, String label, String help, Function<String, T> read) {

    /** A whole number from 1 to 9999: 0 must never come to mean "no limit", and what is counted one by one has to end. */
    public static Setting<Integer> count(String name, int usual, String label, String help) {
        return new Setting<>(name, usual, label, help, Setting::positive);
    }

    /**
     * The value in force.
     *
     * @throws IllegalArgumentException where something else than such a value is set
     */
    public T in(Optional<AuthenticatorConfigModel> step) {
        return text(step).map(read).orElse(usual);
    }

    /** What is wrong with the value that is set; nothing where it can be used. */
    public Optional<String> complaint(Optional<AuthenticatorConfigModel> step) {
        try {
            in(step);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("the setting \"%s\" (%s) is %s".formatted(label, name, e.getMessage()));
        }
    }

    ProviderConfigProperty property() {
        return new ProviderConfigProperty(
                name, label, help, ProviderConfigProperty.INTEGER_TYPE, String.valueOf(usual));
    }

    private Optional<String> text(Optional<AuthenticatorConfigModel> step) {
        return step.map(AuthenticatorConfigModel::getConfig)
                .map((Map<String, String> values) -> values.get(name))
                .filter(value -> !value.isBlank());
    }

    private static int positive(String text) {
        String digits = text.strip();
        if (!digits.matches("0*[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("not a whole number from 1 to 9999");
        }
        return Integer.parseInt(digits);
    }
}
