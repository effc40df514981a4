package com.mailup.keycloak.flow;

import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/**
 * A page with a form of its own. Both verbs use {@code challenge}, never {@code failureChallenge}: a wrong entry in a
 * recovery form must not count as a failed login of the account that was tried before.
 *
 * @param template name of the theme's template, without {@code .ftl}
 * @param fields names of the form's fields, which are template variables too
 */
public record Screen(String template, List<String> fields) {

    public Screen(String template, String... fields) {
        this(template, List.of(fields));
    }

    /** Shows the empty form. */
    public void show(AuthenticationFlowContext context) {
        context.challenge(context.form().createForm(template + ".ftl"));
    }

    /** Shows the form again: each error beside its field, what was typed still there. */
    public void showErrors(AuthenticationFlowContext context, Form typed, FormErrors errors) {
        LoginFormsProvider page = context.form();
        for (FormMessage error : errors.messages()) {
            page.addError(error);
        }
        // Declared ones only: whatever else is posted would overwrite what the template knows of realm and page.
        fields.forEach(field -> page.setAttribute(field, typed.echo(field)));
        context.challenge(page.createForm(template + ".ftl"));
    }
}
