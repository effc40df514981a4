package com.mailup.keycloak.account;

import java.util.Optional;

/** A user name that could exist: short enough for the database, no control characters, and never an e-mail address. */
public record UserName(String value) {

    /** Width of Keycloak's column. */
    private static final int MAX_LENGTH = 255;

    /** The user name, or nothing where the text cannot be one. */
    public static Optional<UserName> parse(String typed) {
        return Optional.of(typed.strip())
                .filter(text -> !text.isEmpty() && text.length() <= MAX_LENGTH)
                .filter(text -> text.chars().noneMatch(UserName::isForbidden))
                .map(UserName::new);
    }

    /** Whether somebody typed the e-mail address where the user name belongs. */
    public static boolean looksLikeEmail(String typed) {
        return typed.indexOf('@') >= 0;
    }

    private static boolean isForbidden(int character) {
        return character == '@' || Character.isISOControl(character) || Character.isSurrogate((char) character);
    }
}
