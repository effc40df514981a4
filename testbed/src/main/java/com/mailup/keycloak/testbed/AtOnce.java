package com.mailup.keycloak.testbed;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Several pieces of work at the same time. */
public final class AtOnce {

    private AtOnce() {}

    /** All at the same moment: what came of each, in their order. */
    public static <T> List<T> of(int times, IntFunction<T> work) {
        return of(times, times, work);
    }

    /** The same by no more than so many threads. */
    public static <T> List<T> of(int threads, int times, IntFunction<T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> all = IntStream.range(0, times)
                    .mapToObj(number -> pool.submit(() -> {
                        start.await();
                        return work.apply(number);
                    }))
                    .toList();
            start.countDown();
            return all.stream().map(AtOnce::result).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T result(Future<T> one) {
        try {
            return one.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
