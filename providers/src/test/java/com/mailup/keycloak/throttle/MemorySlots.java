package com.mailup.keycloak.throttle;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.SingleUseObjectProvider;

/** Single-use objects of one server, which forgets them as the time of a test passes. */
final class MemorySlots {

    private record Entry(Map<String, String> notes, Instant end) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private int calls;

    void pass(Duration time) {
        now = now.plus(time);
        entries.values().removeIf(entry -> !entry.end().isAfter(now));
    }

    /** How often it has been asked for something since the last look. */
    int calls() {
        int counted = calls;
        calls = 0;
        return counted;
    }

    SingleUseObjectProvider provider() {
        return (SingleUseObjectProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SingleUseObjectProvider.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments));
    }

    private Object answer(String method, Object... arguments) {
        calls++;
        String key = (String) arguments[0];
        return switch (method) {
            case "get" -> entries.containsKey(key) ? entries.get(key).notes() : null;
            case "contains" -> entries.containsKey(key);
            case "remove" -> entries.remove(key).notes();
            case "put" -> put(key, (long) arguments[1], notes(arguments[2]));
            case "putIfAbsent" -> !entries.containsKey(key) && put(key, (long) arguments[1], Map.of());
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private boolean put(String key, long seconds, Map<String, String> notes) {
        entries.put(key, new Entry(notes, now.plusSeconds(seconds)));
        return true;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> notes(Object notes) {
        return (Map<String, String>) notes;
    }
}
