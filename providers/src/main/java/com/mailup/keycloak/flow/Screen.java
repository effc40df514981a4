package com.mailup.keycloak.flow;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/**
 * A page with a form of its own. Both verbs use {@code challenge}, never {@code failureChallenge}: a wrong entry in a
 * recovery form must not count as a failed login of whoever tried to sign in before.
 *
 * @param template name of the theme's template, without {@code .ftl}
 */
public record Screen(String template) {

    /** Shows the empty form. */
    public void show(AuthenticationFlowContext context) {
        context.challenge(context.form().createForm(template + ".ftl"));
    }

    /** Shows the form again: each complaint beside its field, what was typed still there. */
    public void refuse(AuthenticationFlowContext context, Form typed, Complaints complaints) {
        LoginFormsProvider page = context.form();
        for (FormMessage complaint : complaints.messages()) {
            page.addError(complaint);
        }
        typed.fields().keySet().forEach(field -> page.setAttribute(field, typed.echo(field)));
        context.challenge(page.createForm(template + ".ftl"));
    }
}
