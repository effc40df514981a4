package com.mailup.keycloak.account;

import com.mailup.keycloak.application.Application;
import com.mailup.keycloak.plan.Plan;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Accounts as a mail lists them: user name, plan and its end, and a link that opens the login with the name filled in. */
public record AccountList(KeycloakSession session, List<UserModel> accounts) {

    /** How many accounts a mail lists. */
    public static final int MAX_ACCOUNTS = 50;

    /** For the template: {@code accounts}, whether there are {@code more}, and {@code loginUrl} where there is a home. */
    public Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put(
                "accounts",
                accounts.stream().limit(MAX_ACCOUNTS).map(this::line).toList());
        body.put("more", accounts.size() > MAX_ACCOUNTS);
        application().home().ifPresent(home -> body.put("loginUrl", home));
        return body;
    }

    private Map<String, Object> line(UserModel account) {
        Map<String, Object> line = new HashMap<>();
        line.put("username", account.getUsername());
        Plan.of(account).ifPresent(plan -> {
            line.put("plan", plan.status().text());
            plan.end().ifPresent(end -> {
                line.put("end", Date.from(end));
                line.put("over", end.toEpochMilli() <= Time.currentTimeMillis());
            });
        });
        application().loginLink(account.getUsername()).ifPresent(link -> line.put("loginLink", link));
        return line;
    }

    private Application application() {
        return new Application(session, session.getContext().getClient());
    }
}
