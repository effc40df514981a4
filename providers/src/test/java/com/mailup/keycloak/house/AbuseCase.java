package com.mailup.keycloak.house;

import com.mailup.keycloak.testbed.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One line of the catalogue: what somebody may try, under the heading of its group. */
record AbuseCase(String group, String id, String sentence) {

    static final String ID = "(?:A\\d{2,3}|S\\d{1,2})";

    private static final Path CATALOGUE = Repository.here()
            .root()
            .resolve("providers/src/test/resources/com/mailup/keycloak/house/abuse-cases.properties");

    /** In the order of the catalogue. */
    static List<AbuseCase> all() {
        List<AbuseCase> cases = new ArrayList<>();
        String group = "";
        for (String line : Repository.read(CATALOGUE).lines().toList()) {
            if (line.startsWith("## ")) {
                group = line.substring("## ".length());
            } else if (line.matches(ID + "=.+")) {
                String[] halves = line.split("=", 2);
                cases.add(new AbuseCase(group, halves[0], halves[1]));
            }
        }
        return cases;
    }
}
