package com.mailup.keycloak.throttle;

import com.mailup.keycloak.flow.Setting;
import com.mailup.keycloak.flow.StepSettings;
import com.mailup.keycloak.mailqueue.MailCount;
import java.time.Duration;
import java.util.List;
import org.keycloak.models.RealmModel;

/** The limits of recoveries and registrations, as the realm has set them. */
record Limits(StepSettings step) {

    /** Name of the limit of a client address, the only one that people are told of. */
    static final String CLIENT = "client";

    static final Setting<Integer> MAILS = Setting.count(
                    "mails",
                    3,
                    "Mails to an address",
                    "How many mails of one kind (list of user names, reset, trial) an e-mail address is sent within the window: 1 to 9999. A further one is held back until the window allows it, and not sent if it would come too late.")
            .formerly("mailsPerQuarterHour");
    static final Setting<Integer> MAIL_MINUTES = Setting.count(
            "mailMinutes",
            15,
            "Mails to an address: window in minutes",
            "The window of that limit: 1 to 9999 minutes.");
    static final Setting<Integer> MANY_MAILS = Setting.count(
                    "manyMails",
                    10,
                    "Mails to an address in the long run",
                    "The same within a longer window: 1 to 9999.")
            .formerly("mailsPerDay");
    static final Setting<Integer> MANY_MAIL_HOURS = Setting.count(
            "manyMailHours",
            24,
            "Mails to an address in the long run: window in hours",
            "The longer window: 1 to 9999 hours.");
    static final Setting<Integer> REQUESTS = Setting.count(
                    "requests",
                    20,
                    "Requests of a client address",
                    "How many recoveries and registrations one client address (IPv6: one /64 network) may ask for within the window: 1 to"
                            + " 9999. Behind a proxy set --proxy-headers, or all people share the proxy's.")
            .formerly("requestsPerMinute");
    static final Setting<Integer> REQUEST_MINUTES = Setting.count(
            "requestMinutes",
            1,
            "Requests of a client address: window in minutes",
            "The window of that limit: 1 to 9999 minutes.");

    static final Setting<Boolean> PRIVATE_DOMAINS = Setting.flag(
            "privateDomains",
            false,
            "Addresses without a public domain",
            "On: recoveries and registrations take addresses such as anna@intranet, anna@mail.local or anna@[192.0.2.1]."
                    + " Off: the form asks for another one.");

    static Limits of(RealmModel realm) {
        return new Limits(StepSettings.ofRecoveries(realm));
    }

    /** Of a request. */
    List<Bucket> buckets(ClientAddress client, String form) {
        return List.of(
                new Bucket(CLIENT, client.network(), step.value(REQUESTS), minutes(REQUEST_MINUTES)),
                // Keycloak forgets a page's code when it is used, but two nodes may both still find it.
                new Bucket("form", form, 1, Duration.ofMinutes(30)));
    }

    /** Of the mails to one mailbox. The names are those of events, which do not change with the settings. */
    List<MailCount.Limit> mails() {
        return List.of(
                new MailCount.Limit("address-15-minutes", step.value(MAILS), minutes(MAIL_MINUTES)),
                new MailCount.Limit(
                        "address-day", step.value(MANY_MAILS), Duration.ofHours(step.value(MANY_MAIL_HOURS))));
    }

    private Duration minutes(Setting<Integer> window) {
        return Duration.ofMinutes(step.value(window));
    }
}
