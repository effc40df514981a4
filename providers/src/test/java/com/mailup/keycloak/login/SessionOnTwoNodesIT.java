package com.mailup.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session is one for all nodes, and so is its end after 30 idle minutes. */
@ExtendWith(TestBed.class)
@Tag("release")
record SessionOnTwoNodesIT(Cluster cluster) {

    private Visitor signedIn() {
        Visitor visitor = new Visitor().through(cluster.node(0));
        visitor.signIn(cluster.platform(), "m00001", "prova-mailup-2026");
        return visitor;
    }

    private String pageSeenThrough(int node, Visitor visitor) {
        return visitor.through(cluster.node(node)).openLogin(cluster.platform()).pageId();
    }

    private void travel(int minutes) {
        cluster.node(0).travel(Duration.ofMinutes(minutes));
        cluster.node(1).travel(Duration.ofMinutes(minutes));
    }

    @Test
    @Tag("A118")
    void a_visit_to_one_node_keeps_it_alive_on_the_other() {
        Visitor active = signedIn();
        Visitor idle = signedIn();

        travel(20);
        assertThat(pageSeenThrough(1, active)).isEqualTo("platform");
        travel(40);
        assertThat(pageSeenThrough(0, active)).isEqualTo("platform");
        assertThat(pageSeenThrough(0, idle)).isEqualTo("login-login");
        assertThat(pageSeenThrough(1, idle)).isEqualTo("login-login");
    }

    @Test
    @Tag("A118")
    void a_refresh_through_one_node_keeps_it_alive_on_the_other() {
        Visitor visitor = signedIn();

        travel(20);
        assertThat(cluster.platform().refreshThrough(cluster.node(1))).isTrue();
        travel(40);
        assertThat(cluster.platform().refreshThrough(cluster.node(0))).isTrue();
        assertThat(pageSeenThrough(0, visitor)).isEqualTo("platform");
        travel(71);
        assertThat(cluster.platform().refreshThrough(cluster.node(1))).isFalse();
    }
}
