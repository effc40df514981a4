package com.mailup.keycloak.trialreminder;

import com.mailup.keycloak.application.Brand;
import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.Receipt;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Reminds the owner of a trial, unless the account was disabled, bought or reminded meanwhile. It is reminded once the mail has left. */
record TrialReminderMailDelivery(KeycloakSession session) implements MailDelivery {

    @Override
    public Receipt deliver(MailJob job) throws EmailException {
        TrialReminder reminder = TrialReminder.of(job);
        UserModel owner = owner(session, reminder);
        if (owner == null || !owner.isEnabled() || !reminder.isStillDue(owner) || reminder.isSentTo(owner)) {
            return Receipt.NONE;
        }
        String key = reminder.milestone().key();
        // Keycloak adds to it.
        Map<String, Object> body = new HashMap<>();
        body.put("milestone", key);
        body.put("end", Date.from(reminder.end()));
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm(session))
                .setUser(owner)
                .send(key + "Subject", List.of(Brand.name(session)), "trial-reminder.ftl", body);
        return settling -> reminder.markSentTo(owner(settling, reminder));
    }

    private static UserModel owner(KeycloakSession session, TrialReminder reminder) {
        return session.users().getUserById(realm(session), reminder.account());
    }

    private static RealmModel realm(KeycloakSession session) {
        return session.getContext().getRealm();
    }
}
