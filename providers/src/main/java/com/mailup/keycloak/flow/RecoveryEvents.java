package com.mailup.keycloak.flow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/**
 * Reports a recovery: by a user event to the realm's administrators, and by a counter to the server's. Neither holds
 * anything that was typed.
 *
 * @param slug of the recovery
 * @param type of the events that say what became of its mail
 */
public record RecoveryEvents(String slug, EventType type) {

    /** Tags: {@code recovery}, {@code outcome} (requested, throttled, postponed, refused, sent), {@code reason}. */
    static final String COUNTER = "mailup.recovery";

    /** Detail of events that are no errors: requested or sent. */
    static final String OUTCOME = "outcome";

    /** Registers the counters that alarms use with 0: Prometheus sees no increase of a counter that begins at 1. */
    public void register() {
        counter("throttled", "unavailable");
        counter("postponed", "realm-hour");
        counter("refused", "realm_setup");
    }

    /** Somebody asked, and a job was left for a worker. */
    public void requested(AuthenticationFlowContext context) {
        count("requested", "");
        begin(context)
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .detail(Details.CUSTOM_REQUIRED_ACTION, slug)
                .detail(OUTCOME, "requested")
                .success();
    }

    /** Somebody asked more often than the limit of this name allows. */
    public void throttled(AuthenticationFlowContext context, String limit) {
        count("throttled", limit);
        of(begin(context)).detail(Details.REASON, limit).error("throttled");
    }

    /** A mailbox, or the realm, has had as many mails as the limit of this name allows: nothing is sent. */
    public void throttled(EventBuilder event, String limit) {
        count("throttled", limit);
        of(event).detail(Details.REASON, limit).error("throttled");
    }

    /** The same, but the mail's turn comes before it is worth nothing any more. */
    public void postponed(String limit) {
        count("postponed", limit);
    }

    /** The recovery does not run in this realm as it is set up. */
    public void stopped(AuthenticationFlowContext context, String reason) {
        countStopped();
        of(begin(context)).detail(Details.REASON, reason).error("realm_setup");
    }

    /** The same where Keycloak writes the event. */
    public void countStopped() {
        count("refused", "realm_setup");
    }

    /** The mail has left. */
    public void sent(EventBuilder event) {
        count("sent", "");
        of(event).detail(OUTCOME, "sent").success();
    }

    /** The typed account or address gets no mail. */
    public void refused(EventBuilder event, String reason) {
        count("refused", reason);
        of(event).error(reason);
    }

    private static EventBuilder begin(AuthenticationFlowContext context) {
        return context.newEvent().client(context.getAuthenticationSession().getClient());
    }

    private EventBuilder of(EventBuilder event) {
        return event.event(type).detail(Details.CUSTOM_REQUIRED_ACTION, slug);
    }

    private void count(String outcome, String reason) {
        counter(outcome, reason).increment();
    }

    private Counter counter(String outcome, String reason) {
        return Metrics.counter(COUNTER, "recovery", slug, OUTCOME, outcome, "reason", reason);
    }
}
