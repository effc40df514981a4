package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.trialregistration.Applicant;
import java.util.Locale;
import java.util.Map;

/** A form that anybody may post: the way to it and its fields. */
enum TimedForm {
    LOGIN {
        @Override
        Reply open(Visitor visitor, RelyingParty platform) {
            return visitor.openLogin(platform);
        }

        @Override
        Map<String, String> fields(TypedForm typed) {
            return Map.of("username", typed.username(), "password", typed.password());
        }
    },
    PASSWORD_RESET {
        @Override
        Reply open(Visitor visitor, RelyingParty platform) {
            return visitor.openPasswordReset(platform);
        }

        @Override
        Map<String, String> fields(TypedForm typed) {
            return Map.of("username", typed.username(), "email", typed.email());
        }
    },
    USERNAME_RECOVERY {
        @Override
        Reply open(Visitor visitor, RelyingParty platform) {
            return visitor.openUsernameRecovery(platform);
        }

        @Override
        Map<String, String> fields(TypedForm typed) {
            return Map.of("email", typed.email());
        }
    },
    TRIAL_REGISTRATION {
        @Override
        Reply open(Visitor visitor, RelyingParty platform) {
            return visitor.openRegistration(platform);
        }

        @Override
        Map<String, String> fields(TypedForm typed) {
            return new Applicant(typed.email()).fields();
        }

        @Override
        boolean mailsEverybody() {
            return true;
        }
    };

    abstract Reply open(Visitor visitor, RelyingParty platform);

    abstract Map<String, String> fields(TypedForm typed);

    /** Whether each address that may still get one gets a mail, with an account or without. */
    boolean mailsEverybody() {
        return false;
    }

    /** As a table shows it. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
