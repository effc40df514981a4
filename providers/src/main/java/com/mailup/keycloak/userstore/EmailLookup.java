package com.mailup.keycloak.userstore;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/**
 * Finds the accounts of an e-mail address.
 *
 * @param answering the stores to search; accounts of other stores are left out
 */
record EmailLookup(UserStores stores, List<UserStore> answering) {

    /** With a limit as small as a mail's list, PostgreSQL would walk all user names of the realm. */
    private static final int MAX_RESULTS = 10_000;

    Stream<UserModel> find(String email) {
        Map<String, String> search = Map.of(
                UserModel.EMAIL, email,
                UserModel.EXACT, "true",
                UserModel.INCLUDE_SERVICE_ACCOUNT, "false");
        if (stores.isEmpty()) {
            return stores.session().users().searchForUserStream(stores.realm(), search, 0, MAX_RESULTS);
        }
        return Stream.concat(rows(search), answering.stream().flatMap(store -> store.search(search, MAX_RESULTS)));
    }

    private Stream<UserModel> rows(Map<String, String> search) {
        Set<String> ids = answering.stream().map(UserStore::id).collect(Collectors.toSet());
        return stores.localStorage()
                .searchForUserStream(stores.realm(), search, 0, MAX_RESULTS)
                .filter(row -> stores.storeOf(row).map(UserStore::id).stream().allMatch(ids::contains))
                .flatMap(row -> stores.byId(row.getId()).stream());
    }
}
