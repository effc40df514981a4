package com.mailup.platform;

import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What so many threads do at the same time, until all of it is done. */
public final class ParallelWork {

    private ParallelWork() {}

    public static <T> void of(int threads, Collection<? extends Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<T> one : pool.invokeAll(work)) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
