package com.mailup.keycloak.testbed;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values as a query or a form carries them. */
final class Encoded {

    private Encoded() {}

    private static String text(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> text(field.getKey()) + "=" + text(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> parse(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : form == null || form.isEmpty() ? new String[0] : form.split("&")) {
            String[] halves = field.split("=", 2);
            fields.put(decode(halves[0]), halves.length == 2 ? decode(halves[1]) : "");
        }
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
