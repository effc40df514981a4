package com.mailup.keycloak.account;

import com.mailup.keycloak.userstore.StoreUnavailableException;
import com.mailup.keycloak.userstore.UserStores;
import com.mailup.keycloak.userstore.VerifiedAddresses;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StreamsUtil;

/** The accounts that are {@link RecoveryEligibility#ELIGIBLE eligible} to the mails of an address, each user name once. */
public record OwnedAccounts(KeycloakSession session) {

    /**
     * Of all user stores.
     *
     * @throws StoreUnavailableException where one of them does not answer
     */
    public Stream<UserModel> of(EmailAddress address) {
        return eligible(address, UserStores.of(session)::byEmail);
    }

    /** Of the user stores that answer. */
    public Stream<UserModel> known(EmailAddress address) {
        return eligible(address, UserStores.of(session)::knownByEmail);
    }

    /** The search has no condition but the address: a directory does not know the others, and would find no account. */
    private Stream<UserModel> eligible(EmailAddress address, Function<String, Stream<UserModel>> search) {
        VerifiedAddresses verified = VerifiedAddresses.in(session);
        return address.spellings().stream()
                .flatMap(search)
                .filter(account ->
                        RecoveryEligibility.of(account, address, verified).isEligible())
                .filter(StreamsUtil.distinctByKey(UserModel::getUsername));
    }
}
