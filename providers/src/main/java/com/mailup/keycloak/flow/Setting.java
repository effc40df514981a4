package com.mailup.keycloak.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A setting of a step, declared once: the console shows it, the code reads it, the documents list it.
 *
 * @param name key in the step's configuration
 * @param defaultValue value where none is set
 * @param label what the console calls it
 * @param help meaning, unit and limits, for an administrator
 * @param parser makes the value of a text, or throws {@link IllegalArgumentException}
 * @param type how the console asks for it: one of {@link ProviderConfigProperty}
 * @param choices what a list offers
 * @param formerName key of an earlier version, which is still read; null for none
 */
public record Setting<T>(
        String name,
        T defaultValue,
        String label,
        String help,
        Function<String, T> parser,
        String type,
        List<String> choices,
        String formerName) {

    /** A whole number from 1 to 9999: 0 must never mean "no limit", and slots are tried one by one. */
    public static Setting<Integer> count(String name, int defaultValue, String label, String help) {
        return new Setting<>(
                name,
                defaultValue,
                label,
                help,
                SettingParser::count,
                ProviderConfigProperty.INTEGER_TYPE,
                List.of(),
                null);
    }

    public static Setting<Boolean> flag(String name, boolean defaultValue, String label, String help) {
        return new Setting<>(
                name,
                defaultValue,
                label,
                help,
                SettingParser::flag,
                ProviderConfigProperty.BOOLEAN_TYPE,
                List.of(),
                null);
    }

    /** One of these options; the first is the default. */
    public static Setting<String> choice(String name, String label, String help, String... options) {
        List<String> choices = List.of(options);
        return new Setting<>(
                name,
                options[0],
                label,
                help,
                text -> SettingParser.choice(text, choices),
                ProviderConfigProperty.LIST_TYPE,
                choices,
                null);
    }

    /** The address of a page; usually none, and then empty. */
    public static Setting<String> url(String name, String label, String help) {
        return new Setting<>(
                name, "", label, help, SettingParser::url, ProviderConfigProperty.STRING_TYPE, List.of(), null);
    }

    /** The same with a former name, under which a realm of an earlier version keeps its value. */
    public Setting<T> formerly(String former) {
        return new Setting<>(name, defaultValue, label, help, parser, type, choices, former);
    }

    /**
     * The value in force.
     *
     * @throws IllegalArgumentException where something else than such a value is set
     */
    public T valueIn(Optional<AuthenticatorConfigModel> step) {
        return text(step).map(parser).orElse(defaultValue);
    }

    /** What is wrong with the value that is set; nothing where it can be used. */
    public Optional<String> violation(Optional<AuthenticatorConfigModel> step) {
        try {
            valueIn(step);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("the setting \"%s\" (%s) is %s".formatted(label, name, e.getMessage()));
        }
    }

    /** A value under the name of an earlier version, which stays for a node of that version. */
    Optional<String> formerValue(Map<String, String> values) {
        return Optional.ofNullable(formerName)
                .map(values::get)
                .filter(value -> !value.isBlank())
                .filter(value -> values.getOrDefault(name, "").isBlank());
    }

    ProviderConfigProperty property() {
        return new ProviderConfigProperty(
                name, label, help, type, String.valueOf(defaultValue), choices.toArray(String[]::new));
    }

    private Optional<String> text(Optional<AuthenticatorConfigModel> step) {
        return step.map(AuthenticatorConfigModel::getConfig)
                .flatMap(values -> Stream.of(name, formerName)
                        .filter(Objects::nonNull)
                        .map(values::get)
                        .filter(value -> value != null && !value.isBlank())
                        .findFirst());
    }
}
