package com.mailup.keycloak.throttle;

import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.flow.Setting;
import com.mailup.keycloak.flow.StepSettings;
import java.time.Duration;
import java.util.List;
import org.keycloak.models.RealmModel;

/** How often somebody may ask, as the realm has it. */
record Limits(int mailsPerQuarterHour, int mailsPerDay, int requestsPerMinute) {

    /** Name of the limit of a client address, the only one that people are told of. */
    static final String CLIENT = "client";

    static final Setting<Integer> MAILS_PER_QUARTER_HOUR = Setting.count(
            "mailsPerQuarterHour",
            3,
            "Mails in 15 minutes",
            "How many mails an e-mail address can be sent in any 15 minutes, by recoveries and trial registrations together: 1 to 9999.");
    static final Setting<Integer> MAILS_PER_DAY = Setting.count(
            "mailsPerDay",
            10,
            "Mails in a day",
            "How many mails an e-mail address can be sent in any 24 hours, by recoveries and trial registrations together: 1 to 9999.");
    static final Setting<Integer> REQUESTS_PER_MINUTE = Setting.count(
            "requestsPerMinute",
            20,
            "Requests in a minute",
            "How many requests count that come from one client address (IPv6: one /64 network) in any minute: 1 to"
                    + " 9999. Behind a proxy set --proxy-headers, or all people share the proxy's.");

    static Limits of(RealmModel realm) {
        StepSettings step = StepSettings.of(realm, realm.getResetCredentialsFlow(), ThrottleFactory.ID);
        return new Limits(
                step.value(MAILS_PER_QUARTER_HOUR), step.value(MAILS_PER_DAY), step.value(REQUESTS_PER_MINUTE));
    }

    /** The client's before the address's: one computer cannot use up more of somebody's mails than its own limit allows. */
    List<Bucket> buckets(ClientAddress client, EmailAddress address, String form) {
        return List.of(
                new Bucket(CLIENT, client.network(), requestsPerMinute, Duration.ofMinutes(1)),
                // Keycloak forgets a page's code when it is used, but two nodes may both still find it.
                new Bucket("form", form, 1, Duration.ofMinutes(30)),
                new Bucket("address-15-minutes", address.canonical(), mailsPerQuarterHour, Duration.ofMinutes(15)),
                new Bucket("address-day", address.canonical(), mailsPerDay, Duration.ofDays(1)));
    }
}
