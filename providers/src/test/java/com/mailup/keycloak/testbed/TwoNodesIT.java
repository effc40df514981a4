package com.mailup.keycloak.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The two nodes are one server to a person, and each part can die and come back. */
@ExtendWith(TestBed.class)
@Tag("release")
record TwoNodesIT(Cluster cluster) {

    private static final Map<String, String> RIGHT = Map.of("username", "m00001", "password", "prova-mailup-2026");

    @Test
    void a_login_begun_on_one_node_is_finished_on_the_other() {
        Visitor visitor = new Visitor().through(cluster.node(0));
        visitor.openLogin(cluster.platform());

        assertThat(visitor.through(cluster.node(1)).submit(RIGHT).pageId()).isEqualTo("platform");
    }

    @Test
    void a_node_that_was_killed_comes_back() {
        cluster.restart(1);

        Visitor visitor = new Visitor().through(cluster.node(1));
        visitor.openLogin(cluster.platform());
        assertThat(visitor.submit(RIGHT).pageId()).isEqualTo("platform");
    }

    @Test
    void a_database_that_was_killed_comes_back_with_its_data() {
        long people = cluster.database().number("select count(*) from user_entity");
        cluster.database().kill();
        cluster.database().restart();

        assertThat(cluster.database().number("select count(*) from user_entity"))
                .isEqualTo(people)
                .isPositive();
    }
}
