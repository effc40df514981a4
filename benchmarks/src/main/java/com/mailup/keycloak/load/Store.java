package com.mailup.keycloak.load;

/** Where a server keeps its data. */
enum Store {
    POSTGRESQL("PostgreSQL"),
    H2("H2");

    private final String title;

    Store(String title) {
        this.title = title;
    }

    /** As a table shows it. */
    String title() {
        return title;
    }
}
