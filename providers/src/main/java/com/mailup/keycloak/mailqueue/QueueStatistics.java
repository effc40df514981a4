package com.mailup.keycloak.mailqueue;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of mails in the queue.
 *
 * @param waiting mails that are yet to leave
 * @param limited those of them whose mailbox, or realm, has had as many as its limit allows, and whose turn comes later
 * @param delivered mails that have left, in the last hour
 * @param dead mails that were given up, in the last seven days
 * @param oldestSeconds how long the oldest has been waiting that somebody waits for, and not only for its turn; 0 where none is
 */
record QueueStatistics(long waiting, long limited, long delivered, long dead, long oldestSeconds) {

    static final QueueStatistics EMPTY = new QueueStatistics(0, 0, 0, 0, 0);

    /** For the console's server info. */
    Map<String, String> toMap() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("waiting", String.valueOf(waiting));
        lines.put("limited", String.valueOf(limited));
        lines.put("delivered", String.valueOf(delivered));
        lines.put("dead", String.valueOf(dead));
        lines.put("oldest-seconds", String.valueOf(oldestSeconds));
        return lines;
    }
}
