package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.Visitor;
import java.util.function.Supplier;

/** Times the post of a form, and nothing else of a visit: visitors share connections, which are warm. */
final class Stopwatch {

    private final RelyingParty platform;
    private final SmtpSink sink;

    Stopwatch(RelyingParty platform, SmtpSink sink) {
        this.platform = platform;
        this.sink = sink;
    }

    /** For people who get a mail only where everybody does. */
    Sampler of(TimedForm form, Supplier<TypedForm> people) {
        return delayed(form, people, 0);
    }

    /** For people who get a mail: it is waited for, so that the next sample is taken beside no worker. */
    Sampler mailed(TimedForm form, Supplier<TypedForm> people) {
        return () -> delivery(form, people.get(), 0).answer();
    }

    /** For people who get none, whatever the form. */
    Sampler unmailed(TimedForm form, Supplier<TypedForm> people) {
        return () -> time(form, people.get(), 0);
    }

    Delivery delivery(TimedForm form, TypedForm typed) {
        return delivery(form, typed, 0);
    }

    private Delivery delivery(TimedForm form, TypedForm typed, double delayMillis) {
        int before = sink.totalFor(typed.email());
        double answer = time(form, typed, delayMillis);
        long start = System.nanoTime();
        sink.await(typed.email(), before + 1);
        return new Delivery(answer, (System.nanoTime() - start) / 1e6);
    }

    /**
     * Milliseconds.
     *
     * @param answer what the answer took
     * @param mail how long after it the mail was there
     */
    record Delivery(double answer, double mail) {}

    /** As if the server took so much longer. */
    Sampler delayed(TimedForm form, Supplier<TypedForm> people, double millis) {
        return () -> {
            TypedForm typed = people.get();
            return form.mailsEverybody() ? delivery(form, typed, millis).answer() : time(form, typed, millis);
        };
    }

    private double time(TimedForm form, TypedForm typed, double delayMillis) {
        Visitor visitor = new Visitor();
        form.open(visitor, platform);
        long start = System.nanoTime();
        while (System.nanoTime() - start < delayMillis * 1e6) {
            Thread.onSpinWait();
        }
        Reply answer = visitor.post(form.fields(typed));
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.status() != 200 && answer.status() != 302) {
            throw new IllegalStateException(form + ": " + answer.status() + "\n" + answer.body());
        }
        return millis;
    }
}
