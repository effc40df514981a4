package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.Visitor;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The three forms that anybody can open, with the fields that they ask for. */
enum PublicForm {
    LOGIN("login-login", Visitor::openLogin, "username", "password"),
    USERNAME_RECOVERY("login-username-recovery", Visitor::openUsernameRecovery, "email"),
    PASSWORD_RESET("login-login-reset-password", Visitor::openPasswordReset, "username", "email");

    final String pageId;
    final List<String> fields;
    private final BiFunction<Visitor, RelyingParty, Reply> way;

    PublicForm(String pageId, BiFunction<Visitor, RelyingParty, Reply> way, String... fields) {
        this.pageId = pageId;
        this.way = way;
        this.fields = List.of(fields);
    }

    Reply open(Visitor visitor, RelyingParty platform) {
        return way.apply(visitor, platform);
    }

    Map<String, String> filledWith(Function<String, String> value) {
        return fields.stream().collect(Collectors.toMap(field -> field, value));
    }
}
