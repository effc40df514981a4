package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long a number of logins took, one after another, by one node and the other, from the first page to the platform. */
record LoginLatency(List<Duration> times) {

    /** All of them succeed. */
    static LoginLatency of(Person person, int count, Cluster cluster) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Visitor visitor = new Visitor().through(cluster.node(i % 2));
            long begin = System.nanoTime();
            visitor.openLogin(cluster.platform());
            Map<String, String> right = Map.of("username", person.username(), "password", person.password());
            assertThat(visitor.submit(right).pageId()).isEqualTo("platform");
            times.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        return new LoginLatency(times);
    }

    /** Nineteen of twenty are at least as fast. */
    long p95Millis() {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1).toMillis();
    }
}
