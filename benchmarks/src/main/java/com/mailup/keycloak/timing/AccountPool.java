package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Directory;
import com.mailup.keycloak.testbed.Person;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Accounts by the hundred, taken in turn: none is asked for so often that a limit would tell. */
final class AccountPool {

    private static final AtomicInteger NAMES = new AtomicInteger(10_000_000);
    private static final String ARGON2 = "{\"hashIterations\":%d,\"algorithm\":\"argon2\",\"additionalParameters\":"
            + "{\"hashLength\":[\"32\"],\"memory\":[\"7168\"],\"type\":[\"id\"],\"version\":[\"1.3\"],\"parallelism\":[\"1\"]}}";
    /** Nobody's password, hashed as Keycloak hashes: checking one against it costs what it always costs. */
    private static final CredentialRepresentation PASSWORD = hashed(ARGON2.formatted(5));
    /** As Keycloak hashed until version 24. */
    private static final CredentialRepresentation CHEAPER =
            hashed("{\"hashIterations\":27500,\"algorithm\":\"pbkdf2-sha256\",\"additionalParameters\":{}}");

    private static final CredentialRepresentation DEARER = hashed(ARGON2.formatted(10));

    private static CredentialRepresentation hashed(String how) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setCredentialData(how);
        password.setSecretData("{\"value\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\","
                + "\"salt\":\"AAECAwQFBgcICQoLDA0ODw==\",\"additionalParameters\":{}}");
        return password;
    }

    private final AdminApi admin;

    AccountPool(AdminApi admin) {
        this.admin = admin;
    }

    /** Enabled, verified, with a password. */
    List<TypedForm> of(int size) {
        return create(names(size), account -> {});
    }

    List<TypedForm> disabled(int size) {
        return create(names(size), account -> account.setEnabled(false));
    }

    List<TypedForm> unverified(int size) {
        return create(names(size), account -> account.setEmailVerified(false));
    }

    List<TypedForm> withoutPassword(int size) {
        return create(names(size), account -> account.setCredentials(List.of()));
    }

    /** With a password from a time when hashing cost less. */
    List<TypedForm> withCheaperHash(int size) {
        return create(names(size), account -> account.setCredentials(List.of(CHEAPER)));
    }

    /** With a password from a time when it cost more. */
    List<TypedForm> withDearerHash(int size) {
        return create(names(size), account -> account.setCredentials(List.of(DEARER)));
    }

    /** Known to a directory only. */
    static List<TypedForm> in(Directory directory, int size) {
        List<TypedForm> people = names(size);
        people.forEach(it -> directory.add(Person.named(it.username())));
        return people;
    }

    List<TypedForm> onOneAddress(int size) {
        List<TypedForm> names = names(size);
        String address = names.get(0).email();
        return create(names.stream().map(it -> it.withEmail(address)).toList(), account -> {});
    }

    static Supplier<TypedForm> inTurn(List<TypedForm> people) {
        AtomicInteger next = new AtomicInteger();
        return () -> people.get(next.getAndIncrement() % people.size());
    }

    private static List<TypedForm> names(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> TypedForm.named("m" + NAMES.getAndIncrement()))
                .toList();
    }

    private List<TypedForm> create(List<TypedForm> people, Consumer<UserRepresentation> change) {
        List<UserRepresentation> accounts =
                people.stream().map(AccountPool::account).toList();
        accounts.forEach(change);
        admin.importPeople(accounts);
        return people;
    }

    private static UserRepresentation account(TypedForm typed) {
        UserRepresentation account =
                Person.named(typed.username()).withEmail(typed.email()).representation();
        account.setCredentials(List.of(PASSWORD));
        return account;
    }
}
