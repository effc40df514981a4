package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Directory;
import com.mailup.keycloak.testbed.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Accounts by the hundred, taken in turn: none is asked for so often that a limit would tell. */
final class AccountPool {

    private static final AtomicInteger NAMES = new AtomicInteger(10_000_000);
    private static final int AT_ONCE = 500;
    private static final String ARGON2 = "{\"hashIterations\":%d,\"algorithm\":\"argon2\",\"additionalParameters\":"
            + "{\"hashLength\":[\"32\"],\"memory\":[\"7168\"],\"type\":[\"id\"],\"version\":[\"1.3\"],\"parallelism\":[\"1\"]}}";
    /** Nobody's password, hashed as Keycloak hashes: checking one against it costs what it always costs. */
    private static final Map<String, Object> PASSWORD = hashed(ARGON2.formatted(5));
    /** As Keycloak hashed until version 24. */
    private static final Map<String, Object> CHEAPER =
            hashed("{\"hashIterations\":27500,\"algorithm\":\"pbkdf2-sha256\",\"additionalParameters\":{}}");

    private static final Map<String, Object> DEARER = hashed(ARGON2.formatted(10));

    private static Map<String, Object> hashed(String how) {
        return Map.of(
                "type",
                "password",
                "credentialData",
                how,
                "secretData",
                "{\"value\":\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\",\"salt\":\"AAECAwQFBgcICQoLDA0ODw==\","
                        + "\"additionalParameters\":{}}");
    }

    private final AdminApi admin;

    AccountPool(AdminApi admin) {
        this.admin = admin;
    }

    /** Enabled, verified, with a password. */
    List<TypedForm> of(int size) {
        return create(names(size), account -> account);
    }

    List<TypedForm> disabled(int size) {
        return create(names(size), account -> with(account, "enabled", false));
    }

    List<TypedForm> unverified(int size) {
        return create(names(size), account -> with(account, "emailVerified", false));
    }

    List<TypedForm> withoutPassword(int size) {
        return create(names(size), account -> with(account, "credentials", List.of()));
    }

    /** With a password from a time when hashing cost less. */
    List<TypedForm> withCheaperHash(int size) {
        return create(names(size), account -> with(account, "credentials", List.of(CHEAPER)));
    }

    /** With a password from a time when it cost more. */
    List<TypedForm> withDearerHash(int size) {
        return create(names(size), account -> with(account, "credentials", List.of(DEARER)));
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
        return create(names.stream().map(it -> it.withEmail(address)).toList(), account -> account);
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

    private List<TypedForm> create(List<TypedForm> people, UnaryOperator<Map<String, Object>> change) {
        List<Map<String, Object>> accounts =
                people.stream().map(AccountPool::account).map(change).toList();
        for (int i = 0; i < accounts.size(); i += AT_ONCE) {
            List<Map<String, Object>> some =
                    new ArrayList<>(accounts.subList(i, Math.min(i + AT_ONCE, accounts.size())));
            admin.post("partialImport", Map.of("ifResourceExists", "FAIL", "users", some));
        }
        return people;
    }

    private static Map<String, Object> account(TypedForm typed) {
        return Map.of(
                "username", typed.username(),
                "email", typed.email(),
                "enabled", true,
                "emailVerified", true,
                "firstName", "Prova",
                "lastName", typed.username(),
                "credentials", List.of(PASSWORD));
    }

    private static Map<String, Object> with(Map<String, Object> account, String name, Object value) {
        Map<String, Object> changed = new TreeMap<>(account);
        changed.put(name, value);
        return changed;
    }
}
