package com.mailup.keycloak.accountlist;

import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.flow.Standing;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The accounts that are {@link Standing#ENTITLED entitled} to the mails of an address. */
public record OwnedAccounts(KeycloakSession session) {

    /** Were only so few asked for as a mail lists, PostgreSQL would walk all user names of the realm for them. */
    private static final int READ_AHEAD = 10_000;

    public Stream<UserModel> of(EmailAddress address) {
        return address.forms().stream()
                .flatMap(this::storedAs)
                // A user storage of somebody's may not know all conditions, and the list goes to one mailbox.
                .filter(account -> Standing.of(account, address).isEntitled());
    }

    private Stream<UserModel> storedAs(String email) {
        Map<String, String> search = Map.of(
                UserModel.EMAIL, email,
                UserModel.EXACT, "true",
                UserModel.ENABLED, "true",
                UserModel.EMAIL_VERIFIED, "true",
                UserModel.INCLUDE_SERVICE_ACCOUNT, "false");
        return session.users().searchForUserStream(session.getContext().getRealm(), search, 0, READ_AHEAD);
    }
}
