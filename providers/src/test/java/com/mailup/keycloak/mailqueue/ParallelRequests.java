package com.mailup.keycloak.mailqueue;

import com.mailup.keycloak.testbed.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * People who ask for something, six at a time, by both nodes; whoever is not accepted asks again after half a second.
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
        Map<String, Integer> answers = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<? extends Future<?>> all = IntStream.range(0, size)
                    .mapToObj(person -> threads.submit(() -> insist(person, answers)))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void insist(int person, Map<String, Integer> answers) {
        for (int i = 0; i < MOST_TRIES; i++) {
            String answer = answer(person);
            answers.merge(answer, 1, Integer::sum);
            if (answer.equals(ACCEPTED)) {
                return;
            }
            pause();
        }
    }

    private String answer(int person) {
        try {
            return request.apply(new Visitor().speaking("en"), person);
        } catch (IllegalStateException e) {
            return "no answer";
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
