package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.account.EmailAddress;
import com.mailup.keycloak.account.OwnedAccounts;
import com.mailup.keycloak.singleuse.KeyedHash;
import com.mailup.keycloak.singleuse.SingleUseClaim;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Confirms a trial, once its link has shown that the person reads the mailbox. */
record TrialConfirmation(KeycloakSession session, UserModel account) {

    /** Longer than two requests at the same time take. */
    private static final int CLAIM_SECONDS = 10;

    /** Whether the account has a password. Until then the link may be followed again. */
    boolean isComplete() {
        return account.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    /**
     * Whether the address has as many trials as it may have. While a user store does not answer, its trials do not
     * count.
     */
    boolean exceedsLimit() {
        return isPending()
                && !new TrialLimit(session)
                        .allowsOneMore(
                                new OwnedAccounts(session).known(address()).toList());
    }

    /** False where another trial of this address is being confirmed at this moment. */
    boolean confirm() {
        boolean claimed = !isPending() || claim();
        if (claimed && isPending()) {
            PendingTrial.confirm(session, account);
        }
        return claimed;
    }

    private boolean claim() {
        String key = "mailup-trial-registration."
                + new KeyedHash(session).apply(address().canonical());
        return SingleUseClaim.claim(session, key, CLAIM_SECONDS);
    }

    private boolean isPending() {
        return account.getFirstAttribute(PendingTrial.PENDING) != null;
    }

    private EmailAddress address() {
        return EmailAddress.parse(account.getEmail()).orElseThrow();
    }
}
