package com.mailup.keycloak.flowcheck;

import java.util.List;
import java.util.Optional;

/** The versions of Keycloak that at least the journeys have passed with, oldest first: the one place that lists them. */
record TestedVersions(List<String> versions) {

    static final TestedVersions OURS = new TestedVersions(List.of("26.7.3", "26.7.4", "26.7.5"));

    /** The warning for a server of this version; nothing where it was tested. */
    Optional<String> warning(String server) {
        return versions.contains(server)
                ? Optional.empty()
                : Optional.of(
                        "This server is Keycloak %s; mailup-keycloak has been tested with %s to %s, and nobody knows whether it "
                                        .formatted(server, versions.get(0), versions.get(versions.size() - 1))
                                + "keeps its promises here. Install the release for this version, or try a login, both recoveries and a "
                                + "trial before people use it.");
    }
}
