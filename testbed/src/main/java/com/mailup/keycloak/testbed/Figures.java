package com.mailup.keycloak.testbed;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What tests have measured but do not judge, for people to read at the end of the run. */
public final class Figures {

    private final Map<String, String> all = new ConcurrentSkipListMap<>();

    public void put(String name, Object value) {
        all.put(name, value.toString());
    }

    void print() {
        int width = all.keySet().stream().mapToInt(String::length).max().orElse(0);
        String line = "FIGURE  %-" + width + "s  %s";
        all.forEach((name, value) -> System.out.println(line.formatted(name, value)));
    }
}
