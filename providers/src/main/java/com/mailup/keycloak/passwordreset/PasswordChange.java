package com.mailup.keycloak.passwordreset;

import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** When an account got its password, in milliseconds; 0 where it has none. A link is good for one such state only. */
record PasswordChange(long millis) {

    static PasswordChange of(UserModel account) {
        return new PasswordChange(account.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(CredentialModel::getCreatedDate)
                .orElse(0L));
    }

    static Optional<PasswordChange> parse(String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .map(PasswordChange::new);
    }

    boolean isSince(long moment) {
        return millis > moment;
    }

    @Override
    public String toString() {
        return String.valueOf(millis);
    }
}
