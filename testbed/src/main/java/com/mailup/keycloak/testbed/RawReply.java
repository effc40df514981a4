package com.mailup.keycloak.testbed;

/**
 * What came back for a {@link RawRequest}.
 *
 * @param status 0 where nothing came
 * @param text head and body
 */
public record RawReply(int status, String text) {

    static RawReply of(String text) {
        return new RawReply(text.startsWith("HTTP/") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }
}
