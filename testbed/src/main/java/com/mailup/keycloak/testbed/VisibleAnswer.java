package com.mailup.keycloak.testbed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that a stranger can see of an answer, with what is new in every answer masked, at its length. */
public record VisibleAnswer(int status, String address, Map<String, List<String>> headers, String body) {

    public static VisibleAnswer of(Reply reply) {
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        headers.replaceAll(
                (name, values) -> values.stream().map(VisibleAnswer::masked).toList());
        headers.remove("date");
        return new VisibleAnswer(reply.status(), masked(reply.uri().toString()), headers, masked(reply.body()));
    }

    private static String masked(String text) {
        String same = text.replaceAll(
                        "(session_code|execution|tab_id|client_data|state|nonce|code_challenge)(=|\" value=\")[^&\"]*",
                        "$1$2")
                .replaceAll("(AUTH_SESSION_ID|KC_AUTH_SESSION_HASH|KC_RESTART|KEYCLOAK_\\w+)=\"?[^;\"]*", "$1=");
        same = same.replaceAll("data-hash=\"[^\"]*\"", "data-hash=\"\"");
        return same.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    }
}
