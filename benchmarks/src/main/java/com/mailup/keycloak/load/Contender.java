package com.mailup.keycloak.load;

import java.util.function.Consumer;

/** A Keycloak that is measured: with our jar and realm, or as it comes. */
enum Contender {
    OURS("**ours**"),
    STOCK("stock");

    /** How often each server is started: {@code -Dload.starts}, 5 unless said otherwise. */
    static final int STARTS = Integer.getInteger("load.starts", 5);

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    /** As a table shows it. */
    String title() {
        return title;
    }

    /** Measures ours and stock in turn, as often as each is started. */
    static void inTurn(Consumer<Contender> measurement) {
        for (int start = 0; start < STARTS; start++) {
            for (Contender contender : values()) {
                measurement.accept(contender);
            }
        }
    }
}
