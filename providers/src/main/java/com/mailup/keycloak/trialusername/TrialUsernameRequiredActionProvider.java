package com.mailup.keycloak.trialusername;

import com.mailup.keycloak.account.AccountList;
import com.mailup.keycloak.application.Brand;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Shows the user name of a new account once, and mails it. */
final class TrialUsernameRequiredActionProvider implements RequiredActionProvider {

    private static final Logger LOG = Logger.getLogger(TrialUsernameRequiredActionProvider.class);

    private static final String MAILED = "mailup-trial-username.mailed";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // only a trial's link asks for it
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        mailOnce(context);
        context.challenge(context.form()
                .setAttribute("newUsername", context.getUser().getUsername())
                .createForm("trial-username.ftl"));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        context.success();
    }

    /** A refresh of the page sends no second mail. */
    private static void mailOnce(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (login.getAuthNote(MAILED) == null) {
            login.setAuthNote(MAILED, "true");
            mail(context.getSession(), context.getUser());
        }
    }

    private static void mail(KeycloakSession session, UserModel account) {
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(session.getContext().getRealm())
                    .setUser(account)
                    .send(
                            "trialUsernameSubject",
                            List.of(Brand.name(session)),
                            "trial-username.ftl",
                            new AccountList(session, List.of(account)).body());
        } catch (EmailException e) {
            // The page shows the name all the same: the realm has no mail server.
            LOG.warnf(
                    "The mail with a new user name was not sent: %s",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        // holds nothing
    }
}
