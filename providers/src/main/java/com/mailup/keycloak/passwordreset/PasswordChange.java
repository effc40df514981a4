package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.singleuse.KeyedHash;
import com.mailup.keycloak.userstore.PasswordStore;
import com.mailup.keycloak.userstore.StoreUnavailableException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * When the password of an account was last changed, in milliseconds; 0 where it is not known. A link is valid for one
 * such state only. For a password in a directory it is the time that the directory has, or that of the last change on a
 * page of ours.
 */
record PasswordChange(long millis) {

    private static final String PREFIX = "mailup-password-change.";
    private static final String AT = "at";

    /** @throws StoreUnavailableException where the directory of the account does not answer */
    static PasswordChange of(KeycloakSession session, UserModel account) {
        Stream<Long> own = account.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(CredentialModel::getCreatedDate);
        PasswordStore store = PasswordStore.of(session, account);
        Stream<Long> directory =
                store.isDirectory() ? Stream.concat(store.changes(), recorded(session, account).stream()) : Stream.of();
        return new PasswordChange(Stream.concat(own, directory)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .filter(millis -> millis > 0)
                .max()
                .orElse(0));
    }

    private static Optional<Long> recorded(KeycloakSession session, UserModel account) {
        return Optional.ofNullable(session.singleUseObjects().get(key(session, account)))
                .map(notes -> Long.valueOf(notes.get(AT)));
    }

    static void record(KeycloakSession session, UserModel account) {
        record(session, account, Time.currentTimeMillis());
    }

    /** For accounts of a directory: keeps the record for as long as a link that is made now. */
    static void prolongRecord(KeycloakSession session, UserModel account) {
        if (PasswordStore.of(session, account).isDirectory()) {
            recorded(session, account).ifPresent(millis -> record(session, account, millis));
        }
    }

    /** Kept for as long as any link that was sent before is valid. */
    private static void record(KeycloakSession session, UserModel account, long millis) {
        long lifespan =
                ResetLinkMailDelivery.lifespanSeconds(session.getContext().getRealm()) + 60L;
        session.singleUseObjects().put(key(session, account), lifespan, Map.of(AT, String.valueOf(millis)));
    }

    private static String key(KeycloakSession session, UserModel account) {
        return PREFIX + new KeyedHash(session).apply(account.getId());
    }

    static Optional<PasswordChange> parse(String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .map(PasswordChange::new);
    }

    boolean isAfter(long moment) {
        return millis > moment;
    }

    @Override
    public String toString() {
        return String.valueOf(millis);
    }
}
