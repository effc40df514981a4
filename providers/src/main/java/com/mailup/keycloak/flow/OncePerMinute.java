package com.mailup.keycloak.flow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Limits a log message to one a minute. */
public final class OncePerMinute {

    private static final long INTERVAL = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private final AtomicReference<Long> latest = new AtomicReference<>();

    public OncePerMinute(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether the message may be logged now; if so, the next one may follow a minute later. */
    public boolean tryAcquire() {
        long now = nanoTime.getAsLong();
        Long before = latest.get();
        return (before == null || now - before >= INTERVAL) && latest.compareAndSet(before, now);
    }
}
