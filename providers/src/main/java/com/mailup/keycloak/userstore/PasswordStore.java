package com.mailup.keycloak.userstore;

import com.mailup.keycloak.flow.Setting;
import com.mailup.keycloak.flow.StepSettings;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Where the password of an account is kept, and whether it can be changed from here. */
public record PasswordStore(KeycloakSession session, UserModel account, Optional<UserStore> store) {

    public static final Setting<String> PAGE = Setting.url(
            "directoryPasswordPage",
            "Page where people of the directory change their password",
            "Address of a page that begins with https://. People of a directory that Keycloak may only read (READ_ONLY) get"
                    + " it by mail when they ask for a new password. Without one, the mail refers them to their"
                    + " administrators.");

    public static PasswordStore of(KeycloakSession session, UserModel account) {
        return new PasswordStore(session, account, UserStores.of(session).storeOf(account.getId()));
    }

    /** False for people of a directory that Keycloak may only read. */
    public boolean isWritable() {
        return store.filter(UserStore::isPasswordReadOnly).isEmpty();
    }

    /** Whether the account is one of a store beside Keycloak's own database. */
    public boolean isDirectory() {
        return store.isPresent();
    }

    public boolean answers() {
        return store.stream().allMatch(owner -> owner.connection().answers());
    }

    /** The same at this moment, without the cache: a call has just failed. */
    public boolean answersNow() {
        return store.stream().allMatch(owner -> owner.connection().probe());
    }

    /**
     * When it was changed, in milliseconds, where the account's store tells.
     *
     * @throws StoreUnavailableException where the store does not answer
     */
    public Stream<Long> changes() {
        return store.stream().flatMap(owner -> owner.passwordChanges(account));
    }

    /** Where people of a directory that Keycloak may only read change it; none where what is set is no address. */
    public Optional<String> page() {
        return Optional.of(StepSettings.ofRecoveries(session.getContext().getRealm())
                        .valueOrDefault(PAGE))
                .filter(address -> !address.isEmpty());
    }
}
