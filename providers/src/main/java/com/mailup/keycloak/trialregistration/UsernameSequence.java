package com.mailup.keycloak.trialregistration;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.configuration.ServerConfigStorageProvider;

/**
 * The sequence of a realm's user names. Each number is issued once in the whole cluster, and not again after its
 * account was deleted. The state is in Keycloak's table SERVER_CONFIG, with the secret that permutes the numbers.
 */
record UsernameSequence(KeycloakSessionFactory factory, String realm) {

    private static final Logger LOG = Logger.getLogger(UsernameSequence.class);

    /** How often another transaction may take the number first. */
    private static final int MAX_ATTEMPTS = 100;

    int next() {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<UsernameSequenceState> taken = tryNext();
            if (taken.isPresent()) {
                return taken.get().number();
            }
        }
        throw new IllegalStateException("No number could be taken in " + MAX_ATTEMPTS + " attempts");
    }

    /** In a transaction of its own, which fails where another has taken the same number: the row has a version. */
    private Optional<UsernameSequenceState> tryNext() {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, this::tryNextIn);
        } catch (RuntimeException e) {
            LOG.debugf("Another number is taken: %s", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<UsernameSequenceState> tryNextIn(KeycloakSession session) {
        ServerConfigStorageProvider store = session.getProvider(ServerConfigStorageProvider.class);
        String key = "mailup-trial-registration." + realm;
        UsernameSequenceState state = UsernameSequenceState.parse(
                store.loadOrCreate(key, () -> UsernameSequenceState.first().serialized()));
        boolean taken = store.replace(
                key, state.serialized()::equals, () -> state.next().serialized());
        return Optional.of(state).filter(it -> taken);
    }
}
