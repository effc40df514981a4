package com.mailup.platform.billing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.platform.Database;
import com.mailup.platform.ParallelWork;
import java.util.Collections;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class BillingStoreTest {

    @ParameterizedTest
    @EnumSource
    void what_is_saved_last_is_found(Database database) {
        JdbcClient client = JdbcClient.create(database.fresh());
        BillingStore store = new BillingStore(client);
        long account = Database.account(client);
        assertThat(store.of(account)).isEmpty();
        store.save(account, BillingDataTest.ITALIAN);
        assertThat(store.of(account)).contains(BillingDataTest.ITALIAN);
        store.save(account, BillingDataTest.IRISH);
        assertThat(store.of(account)).contains(BillingDataTest.IRISH);
    }

    @ParameterizedTest
    @EnumSource
    void of_many_at_once_none_fails(Database database) throws Exception {
        JdbcClient client = JdbcClient.create(database.fresh());
        BillingStore store = new BillingStore(client);
        for (int round = 0; round < 20; round++) {
            long account = Database.account(client);
            ParallelWork.of(
                    8, Collections.nCopies(8, Executors.callable(() -> store.save(account, BillingDataTest.ITALIAN))));
            assertThat(store.of(account)).contains(BillingDataTest.ITALIAN);
        }
    }
}
