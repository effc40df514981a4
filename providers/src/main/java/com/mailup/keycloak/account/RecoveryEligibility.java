package com.mailup.keycloak.account;

import java.util.function.Predicate;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;

/**
 * Whether a recovery may write to an account: an {@link #ELIGIBLE} one gets its mail, all others get nothing. Only this
 * class decides it. The page shows the same to all.
 */
public enum RecoveryEligibility {
    /** Enabled, with the typed address as its own, which counts as proved. Locked accounts and lapsed plans are among them. */
    ELIGIBLE(""),
    /** No such user name. */
    ABSENT(Errors.USER_NOT_FOUND),
    /** Belongs to an application, not to a person. */
    SERVICE_ACCOUNT("service_account"),
    DISABLED(Errors.USER_DISABLED),
    /** Has another address, or none. */
    OTHER_ADDRESS(Errors.INVALID_EMAIL),
    /** The address was never verified. */
    UNVERIFIED("email_not_verified");

    private final String error;

    RecoveryEligibility(String error) {
        this.error = error;
    }

    /** @param proved whether the account's address counts as its owner's */
    public static RecoveryEligibility of(UserModel account, EmailAddress typed, Predicate<UserModel> proved) {
        if (account == null) {
            return ABSENT;
        } else if (account.getServiceAccountClientLink() != null) {
            return SERVICE_ACCOUNT;
        } else if (!account.isEnabled()) {
            return DISABLED;
        } else if (!typed.is(account.getEmail())) {
            return OTHER_ADDRESS;
        }
        return proved.test(account) ? ELIGIBLE : UNVERIFIED;
    }

    public boolean isEligible() {
        return this == ELIGIBLE;
    }

    /** The error of the user event, for the realm's administrators only. */
    public String error() {
        return error;
    }
}
