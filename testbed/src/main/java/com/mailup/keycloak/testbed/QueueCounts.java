package com.mailup.keycloak.testbed;

import java.util.Map;

/** The numbers of the mail queue in Provider info. */
public record QueueCounts(AdminApi admin) {

    /** {@code waiting}, {@code limited}, {@code delivered} or {@code dead}. */
    public int of(String what) {
        return Integer.parseInt(all().getOrDefault(what, "-1"));
    }

    Map<String, String> all() {
        return admin.serverInfo()
                .getProviders()
                .get("mailup-mail-queue")
                .getProviders()
                .get("outbox")
                .getOperationalInfo();
    }
}
