package com.mailup.keycloak.timing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mailup.keycloak.testbed.AdminApi;

/** The limits that the realm's recovery flow sets, for a class that has only one address to ask for. */
final class Limits {

    private static final String FLOW = "authentication/flows/mailup%20reset%20credentials/executions";

    private final AdminApi admin;

    Limits(AdminApi admin) {
        this.admin = admin;
    }

    /** So many mails to one address as nobody ever asks for; the answer is what takes that back. */
    Runnable raise() {
        for (JsonNode step : admin.get(FLOW)) {
            if (step.path("providerId").asText().equals("mailup-throttle")) {
                return raise(step.path("authenticationConfig").asText());
            }
        }
        return () -> {};
    }

    private Runnable raise(String id) {
        JsonNode before = admin.get("authentication/config/" + id);
        ObjectNode after = before.deepCopy();
        after.withObject("/config").put("mails", "9999").put("manyMails", "9999");
        admin.put("authentication/config/" + id, after);
        return () -> admin.put("authentication/config/" + id, before);
    }
}
