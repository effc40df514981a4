package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** People at the form of a recovery, and clients that post it for one after the other, each as fast as it is answered. */
final class RecoveryLoadGenerator {

    private static final int CLIENTS_AT_THE_DOOR = 16;

    private final RelyingParty platform;
    private final Supplier<Map<String, String>> fields;
    private final Queue<Visitor> waiting = new ConcurrentLinkedQueue<>();

    RecoveryLoadGenerator(RelyingParty platform, Supplier<Map<String, String>> fields) {
        this.platform = platform;
        this.fields = fields;
    }

    /** Opens the form for so many: what a page costs is not what is measured. */
    RecoveryLoadGenerator gather(int people) {
        ParallelClients.each(CLIENTS_AT_THE_DOOR, () -> {
            while (waiting.size() < people) {
                Visitor visitor = new Visitor();
                visitor.openPasswordReset(platform);
                waiting.add(visitor);
            }
            return List.of();
        });
        return this;
    }

    /** By so many clients, until the time is over or everybody has posted. */
    Served go(int clients, Duration longest) {
        long begin = System.nanoTime();
        List<Double> millis = ParallelClients.each(clients, () -> {
            List<Double> own = new ArrayList<>();
            Visitor visitor = waiting.poll();
            while (visitor != null && System.nanoTime() - begin < longest.toNanos()) {
                own.add(millis(visitor.post(fields.get())));
                visitor = waiting.poll();
            }
            return own;
        });
        return new Served(millis, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static double millis(Reply reply) {
        if (reply.status() != 200 && reply.status() != 302) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
        return reply.took().toNanos() / 1e6;
    }

    /** How long each answer took, in milliseconds, and how long all of it. */
    record Served(List<Double> millis, Duration time) {

        double perSecond() {
            return millis.size() * 1e9 / time.toNanos();
        }
    }
}
