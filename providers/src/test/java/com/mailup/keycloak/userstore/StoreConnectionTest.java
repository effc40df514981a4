package com.mailup.keycloak.userstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelException;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

class StoreConnectionTest {

    private static StoreConnection connection() {
        UserStorageProviderModel model = new UserStorageProviderModel();
        model.setId(UUID.randomUUID().toString());
        UserStorageProvider store = () -> {
            // holds nothing
        };
        return new StoreConnection(null, null, model, store);
    }

    /** As when two workers import the same person at the same moment: H2 gives up the lock after two seconds. */
    @Test
    void a_failure_of_keycloaks_own_database_is_none_of_the_store() {
        StoreConnection connection = connection();
        ModelException failure =
                new ModelException("import", new SQLException("Timeout trying to lock table", "HYT00"));

        assertThatThrownBy(() -> connection.call(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(connection.answers()).isTrue();
    }
}
