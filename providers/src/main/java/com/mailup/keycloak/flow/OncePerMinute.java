package com.mailup.keycloak.flow;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Lets one line a minute into the log, of however many that there are. */
public final class OncePerMinute {

    private static final long INTERVAL = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private final AtomicReference<Long> latest = new AtomicReference<>();

    public OncePerMinute(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether it is time for one; if so, the next is a minute away. */
    public boolean tryAcquire() {
        long now = nanoTime.getAsLong();
        Long before = latest.get();
        return (before == null || now - before >= INTERVAL) && latest.compareAndSet(before, now);
    }
}
