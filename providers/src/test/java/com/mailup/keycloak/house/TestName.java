package com.mailup.keycloak.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A test method, as Maven selects it.
 *
 * @param type full name of its class, a nested one behind the one around it and a dollar sign
 */
record TestName(String type, String method) {

    /** Both, with a number sign between. */
    static TestName read(String text) {
        String[] parts = text.split("#", 2);
        return new TestName(parts[0], parts[1]);
    }

    /** Whether it needs servers. */
    boolean isIntegration() {
        return outer().endsWith("IT");
    }

    /** The module that it is in. */
    String module(Path root) {
        return Stream.of("platform", "providers")
                .filter(module -> Files.exists(root.resolve(module).resolve(source())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no test " + type));
    }

    Path source() {
        return Path.of("src/test/java", outer().replace('.', '/') + ".java");
    }

    private String outer() {
        return type.replaceFirst("\\$.*", "");
    }

    @Override
    public String toString() {
        return type + "#" + method;
    }
}
