package com.mailup.keycloak.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTest {

    private final List<String> started = new ArrayList<>();

    private String start(String name) {
        started.add(name);
        if (name.equals("broken")) {
            throw new AssertionError("broken");
        }
        return name;
    }

    @Test
    void it_is_started_once() {
        Shared<String> server = new Shared<>(() -> start("server"));

        assertThat(server.get() + server.get()).isEqualTo("serverserver");
        assertThat(started).hasSize(1);
    }

    @Test
    void a_start_that_failed_is_not_tried_again() {
        Shared<String> server = new Shared<>(() -> start("broken"));

        assertThatThrownBy(server::get).isInstanceOf(AssertionError.class);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(server::get).isInstanceOf(IllegalStateException.class);
        }
        assertThat(started).hasSize(1);
    }

    @Test
    void what_nobody_asked_for_is_not_started_to_be_stopped() {
        new Shared<>(() -> start("server")).ifStarted(started::add);

        assertThat(started).isEmpty();
    }
}
