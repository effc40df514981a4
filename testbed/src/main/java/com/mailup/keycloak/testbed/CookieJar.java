package com.mailup.keycloak.testbed;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The cookies of one person, for servers that are all on this machine: by name and path, until they are taken back.
 * {@code java.net.CookieManager} keeps secure cookies from plain HTTP, which browsers do not on this machine.
 */
final class CookieJar {

    private final Map<Cookie, String> values = new ConcurrentHashMap<>();

    private record Cookie(String name, String path) {}

    /** The header for a request, where there is something to send. */
    Optional<String> of(URI uri) {
        String header = values.entrySet().stream()
                .filter(cookie -> uri.getPath().startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return Optional.of(header).filter(text -> !text.isEmpty());
    }

    void keep(List<String> headers) {
        headers.forEach(this::keep);
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        Cookie cookie = new Cookie(pair[0].strip(), attribute(header, "path").orElse("/"));
        if (attribute(header, "max-age").filter("0"::equals).isPresent() || pair[1].isEmpty()) {
            values.remove(cookie);
        } else {
            values.put(cookie, pair[1]);
        }
    }

    private static Optional<String> attribute(String header, String name) {
        for (String attribute : header.split(";")) {
            String[] pair = attribute.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equalsIgnoreCase(name)) {
                return Optional.of(pair[1].strip());
            }
        }
        return Optional.empty();
    }
}
