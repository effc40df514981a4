package com.mailup.keycloak.flow;

import java.util.List;
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
 * @param type how the console asks for it: one of {@link ProviderConfigProperty}
 * @param choices what a list offers
 */
public record Setting<T>(
        String name, T usual, String label, String help, Function<String, T> read, String type, List<String> choices) {

    /** A whole number from 1 to 9999: 0 must never come to mean "no limit", and what is counted one by one has to end. */
    public static Setting<Integer> count(String name, int usual, String label, String help) {
        return new Setting<>(
                name, usual, label, help, Setting::positive, ProviderConfigProperty.INTEGER_TYPE, List.of());
    }

    public static Setting<Boolean> yesOrNo(String name, boolean usual, String label, String help) {
        return new Setting<>(name, usual, label, help, Setting::truth, ProviderConfigProperty.BOOLEAN_TYPE, List.of());
    }

    /** One of these words; the first is the usual one. */
    public static Setting<String> choice(String name, String label, String help, String... words) {
        List<String> choices = List.of(words);
        return new Setting<>(
                name, words[0], label, help, text -> word(text, choices), ProviderConfigProperty.LIST_TYPE, choices);
    }

    /** The address of a page; usually none, and then empty. */
    public static Setting<String> page(String name, String label, String help) {
        return new Setting<>(name, "", label, help, Setting::address, ProviderConfigProperty.STRING_TYPE, List.of());
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
                name, label, help, type, String.valueOf(usual), choices.toArray(String[]::new));
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

    private static boolean truth(String text) {
        return Boolean.parseBoolean(word(text, List.of("true", "false")));
    }

    private static String word(String text, List<String> choices) {
        if (!choices.contains(text.strip())) {
            throw new IllegalArgumentException("none of " + String.join(", ", choices));
        }
        return text.strip();
    }

    private static String address(String text) {
        if (!text.strip().matches("https?://[^\\s\"<>]{1,1000}")) {
            throw new IllegalArgumentException("not an address that begins with http:// or https://");
        }
        return text.strip();
    }
}
