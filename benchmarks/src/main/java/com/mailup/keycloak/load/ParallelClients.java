package com.mailup.keycloak.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many that do the same at the same time. */
final class ParallelClients {

    private ParallelClients() {}

    /** What all of them have measured. */
    static List<Double> each(int count, Callable<List<Double>> client) {
        ExecutorService clients = Executors.newFixedThreadPool(count);
        List<Double> all = new ArrayList<>();
        try {
            Collection<Callable<List<Double>>> work = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                work.add(client);
            }
            for (Future<List<Double>> done : clients.invokeAll(work)) {
                all.addAll(done.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            clients.shutdown();
        }
        return all;
    }
}
