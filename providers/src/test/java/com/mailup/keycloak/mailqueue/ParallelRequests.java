package com.mailup.keycloak.mailqueue;

import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * People who ask for something, six at a time, by both nodes; a person who is refused asks again after half a second.
 *
 * @param request sends person number so and so through the pages and says what came of it
 */
record ParallelRequests(int size, BiFunction<Visitor, Integer, String> request) {

    /** What those hear who are told that a mail may come. */
    static final String ACCEPTED = "accepted";

    private static final int AT_ONCE = 6;
    private static final int MOST_TRIES = 120;

    /** How many answers of which kind there were until everybody was accepted. */
    Map<String, Integer> ask() {
        return AtOnce.of(AT_ONCE, size, this::insist).stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(answer -> answer, answer -> 1, Integer::sum));
    }

    private List<String> insist(int person) {
        List<String> answers = new ArrayList<>(List.of(answer(person)));
        while (!answers.contains(ACCEPTED) && answers.size() < MOST_TRIES) {
            Await.pause(Duration.ofMillis(500));
            answers.add(answer(person));
        }
        return answers;
    }

    private String answer(int person) {
        try {
            return request.apply(new Visitor().speaking("en"), person);
        } catch (IllegalStateException e) {
            return "no answer";
        }
    }
}
