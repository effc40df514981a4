package com.mailup.keycloak.timing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several pieces of work at the same time. */
final class AtOnce {

    private AtOnce() {}

    /** What came of each, in the order of the work. */
    static <T> List<T> of(int threads, Collection<? extends Callable<T>> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> done : pool.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }
}
