package com.mailup.keycloak.userstore;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInputUpdater;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProvider.EditMode;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.ldap.LDAPStorageProvider;
import org.keycloak.storage.ldap.idm.model.LDAPObject;
import org.keycloak.storage.user.UserLookupProvider;
import org.keycloak.storage.user.UserQueryMethodsProvider;

/** One store of a realm beside Keycloak's own database: it answers, or {@link StoreUnavailable} says that it does not. */
record UserStore(KeycloakSession session, RealmModel realm, UserStorageProviderModel model) {

    private static final Logger LOG = Logger.getLogger(UserStore.class);
    private static final StoreHealth HEALTH = StoreHealth.OF_THIS_NODE;

    /** In the order in which Keycloak asks them. */
    static List<UserStore> of(KeycloakSession session, RealmModel realm) {
        return realm.getStorageProviders(UserStorageProvider.class)
                .map(UserStorageProviderModel::new)
                .filter(UserStorageProviderModel::isEnabled)
                .sorted(UserStorageProviderModel.comparator)
                .map(model -> new UserStore(session, realm, model))
                .filter(store -> store.provider() != null)
                .toList();
    }

    String id() {
        return model.getId();
    }

    boolean answers() {
        return HEALTH.known(id()).orElseGet(this::probe);
    }

    void demand() {
        if (!answers()) {
            throw new StoreUnavailable(model.getName());
        }
    }

    /** Whether its people become rows of Keycloak's. */
    boolean imports() {
        return model.isImportEnabled() && provider() instanceof LDAPStorageProvider;
    }

    Optional<UserModel> byUsername(String name) {
        if (imports()) {
            LDAPStorageProvider directory = (LDAPStorageProvider) provider();
            return ask(() -> Optional.ofNullable(directory.loadLDAPUserByUsername(realm, name))
                    .flatMap(entry -> imported(entry)
                            .or(() -> Optional.ofNullable(session.users().getUserByUsername(realm, name)))));
        }
        return provider() instanceof UserLookupProvider people
                ? ask(() -> Optional.ofNullable(people.getUserByUsername(realm, name)))
                : Optional.empty();
    }

    /**
     * Whom the directory knows by this spelling of a name, and Keycloak by another. Keycloak would import such a person
     * again, and enable an account that an administrator has disabled.
     */
    private Optional<UserModel> imported(LDAPObject entry) {
        return UserStoragePrivateUtil.userLocalStorage(session)
                .searchForUserByUserAttributeStream(realm, LDAPConstants.LDAP_ID, entry.getUuid())
                .findFirst()
                .map(row -> session.users().getUserById(realm, row.getId()));
    }

    /** Read to the end, since a store may fail on the way. */
    Stream<UserModel> search(Map<String, String> conditions, int most) {
        return provider() instanceof UserQueryMethodsProvider people
                ? ask(() -> found(people.searchForUserStream(realm, conditions, 0, most)
                                .toList()))
                        .stream()
                : Stream.empty();
    }

    /** With paging on, the LDAP provider hides that a search has failed. */
    private List<UserModel> found(List<UserModel> people) {
        if (people.isEmpty() && !isReached()) {
            throw new StoreUnavailable(model.getName());
        }
        return people;
    }

    /** Of stores other than LDAP nobody knows who writes their addresses. */
    boolean isAuthorOfAddress(UserModel account) {
        return provider() instanceof LDAPStorageProvider directory
                && ask(() -> new DirectoryAddress(session, realm, directory).isOf(account));
    }

    /** Keycloak's own stores refuse a new password in this mode, those of others have no such mode. */
    boolean keepsPasswordsToItself() {
        return provider() instanceof CredentialInputUpdater
                && EditMode.READ_ONLY.name().equals(model.getConfig().getFirst(LDAPConstants.EDIT_MODE));
    }

    Stream<Long> passwordChanges(UserModel account) {
        try {
            return ask(() -> account.credentialManager()
                            .getFederatedCredentialsStream()
                            .filter(credential -> PasswordCredentialModel.TYPE.equals(credential.getType()))
                            .map(CredentialModel::getCreatedDate)
                            .filter(Objects::nonNull)
                            .toList())
                    .stream();
        } catch (IllegalStateException e) {
            // Keycloak still remembers somebody whom the directory has removed: no link for their password holds.
            return Stream.of(Time.currentTimeMillis());
        }
    }

    private <T> T ask(Supplier<T> question) {
        demand();
        try {
            T answer = question.get();
            isThere();
            return answer;
        } catch (StoreUnavailable | ModelDuplicateException | IllegalStateException e) {
            // It has answered: two people that Keycloak cannot tell apart, or somebody who has gone.
            throw e;
        } catch (RuntimeException e) {
            throw unavailable(e.getClass().getSimpleName());
        }
    }

    StoreUnavailable unavailable(String reason) {
        warn(HEALTH.failed(id()), reason);
        return new StoreUnavailable(model.getName());
    }

    /** Whether it can be reached; where it has failed at a real question before, whether it answers one. */
    boolean probe() {
        return isReached() && (HEALTH.isDoubted(id()) ? isAtWork() : isThere());
    }

    boolean worksNow() {
        return isReached() && isAtWork();
    }

    /** Of stores other than LDAP nobody knows before they are asked. */
    private boolean isReached() {
        if (!(provider() instanceof LDAPStorageProvider)) {
            return true;
        }
        Optional<String> failure = new DirectoryProbe(session, model).failure();
        failure.ifPresent(reason -> warn(HEALTH.unreached(id()), reason));
        return failure.isEmpty();
    }

    private boolean isThere() {
        tell(HEALTH.answered(id()));
        return true;
    }

    /** By a question about nobody. */
    private boolean isAtWork() {
        try {
            if (provider() instanceof UserLookupProvider people) {
                people.getUserByUsername(realm, KeycloakModelUtils.generateId());
            }
            return isThere();
        } catch (RuntimeException e) {
            unavailable(e.getClass().getSimpleName());
            return false;
        }
    }

    private void tell(boolean somebodyShouldKnow) {
        if (somebodyShouldKnow) {
            LOG.infof("The user store %s of the realm %s answers again", model.getName(), realm.getName());
        }
    }

    private void warn(boolean somebodyShouldKnow, String reason) {
        if (somebodyShouldKnow) {
            LOG.warnf(
                    "The user store %s of the realm %s does not answer (%s): its people cannot sign in, recoveries wait for it, and it is asked again every %d seconds",
                    model.getName(), realm.getName(), reason, StoreHealth.PAUSE.toSeconds());
        }
    }

    /** Keycloak's own of this session, or a new one where it has not been needed yet; null where its kind is not installed. */
    private UserStorageProvider provider() {
        UserStorageProvider existing = session.getAttribute(id(), UserStorageProvider.class);
        return existing == null ? made(model) : existing;
    }

    private UserStorageProvider made(ComponentModel component) {
        Object factory = session.getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, component.getProviderId());
        if (!(factory instanceof ComponentFactory<?, ?> stores)) {
            return null;
        }
        UserStorageProvider made = (UserStorageProvider) stores.create(session, component);
        session.enlistForClose(made);
        session.setAttribute(id(), made);
        return made;
    }
}
