package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.TestBed;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code docs/grafana.json} asks for what a running server has. */
@ExtendWith(TestBed.class)
@Tag("release")
record DashboardIT(KeycloakServer server) {

    private static final Pattern METRIC = Pattern.compile("mailup_\\w+");
    private static final Pattern LABEL = Pattern.compile("by \\(([\\w, ]+)\\)|(\\w+)=~?\"");

    private static List<String> queries() {
        JsonNode dashboard = Reply.json(Repository.read(Repository.here().root().resolve("docs/grafana.json")));
        return dashboard.findValuesAsText("expr");
    }

    @Test
    void every_metric_and_every_label_of_a_query_is_there() {
        assertThat(queries()).hasSizeGreaterThan(8).allSatisfy(query -> {
            String metric = METRIC.matcher(query)
                    .results()
                    .map(MatchResult::group)
                    .findFirst()
                    .orElseThrow();
            List<String> lines =
                    server.metrics().filter(line -> line.startsWith(metric)).toList();
            assertThat(lines).as(query).isNotEmpty();
            assertThat(labels(query)).as(query).allMatch(label -> lines.get(0).contains(label + "=\""));
        });
    }

    private static Set<String> labels(String query) {
        return LABEL.matcher(query)
                .results()
                .flatMap(found -> Stream.of((found.group(1) == null ? found.group(2) : found.group(1)).split(", ")))
                .collect(Collectors.toSet());
    }

    @Test
    void every_metric_of_ours_is_on_it() {
        Set<String> shown = queries().stream()
                .flatMap(query -> METRIC.matcher(query).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        Set<String> ours = server.metrics()
                .filter(line -> line.startsWith("mailup_"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());

        assertThat(shown).containsExactlyInAnyOrderElementsOf(ours);
    }
}
