package com.mailup.keycloak.flow;

import java.util.List;

/** Parses values of settings. Each method throws {@link IllegalArgumentException}, which says what is wrong. */
final class SettingParser {

    private SettingParser() {}

    static int count(String text) {
        String digits = text.strip();
        if (!digits.matches("0*[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("not a whole number from 1 to 9999");
        }
        return Integer.parseInt(digits);
    }

    static boolean flag(String text) {
        return Boolean.parseBoolean(choice(text, List.of("true", "false")));
    }

    static String choice(String text, List<String> choices) {
        if (!choices.contains(text.strip())) {
            throw new IllegalArgumentException("none of " + String.join(", ", choices));
        }
        return text.strip();
    }

    static String url(String text) {
        if (!text.strip().matches("https?://[^\\s\"<>]{1,1000}")) {
            throw new IllegalArgumentException("not an address that begins with http:// or https://");
        }
        return text.strip();
    }
}
