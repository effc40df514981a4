package com.mailup.keycloak.mailqueue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.util.JsonSerialization;

/**
 * A mail to be written and sent later.
 *
 * @param kind id of the {@link MailDelivery} that knows how
 * @param request the request behind it
 * @param details what the delivery needs to know; wiped once the job is done
 */
public record MailJob(String kind, @JsonProperty("occasion") RequestSnapshot request, Map<String, String> details) {

    MailJob askedForNow() {
        return new MailJob(kind, request.at(Time.currentTimeMillis()), details);
    }

    String toJson() {
        try {
            return JsonSerialization.writeValueAsString(this);
        } catch (IOException e) {
            throw new IllegalStateException("A mail job of strings and maps is always JSON", e);
        }
    }

    /** Nothing where the text is no job: it holds addresses, so neither it nor the parser's message may reach the log. */
    static Optional<MailJob> fromJson(String text) {
        try {
            return Optional.ofNullable(JsonSerialization.readValue(text, MailJob.class))
                    .filter(job -> job.kind() != null && job.request() != null && job.details() != null);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
