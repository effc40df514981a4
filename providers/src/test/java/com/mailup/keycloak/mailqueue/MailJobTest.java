package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MailJobTest {

    /** Of a row that an earlier version has left in the outbox, whatever the classes are called by now. */
    private static final String WRITTEN = """
        {"kind":"mailup-password-reset","occasion":{"base":"https://login.example.com/","language":"it","client":"platform",\
        "address":"192.0.2.1","login":"a.b.c","tab":"t","clientData":"d","millis":1700000000000},\
        "details":{"username":"m00001","email":"anna@example.com"}}\
        """;

    private static final MailJob JOB = new MailJob(
            "mailup-password-reset",
            new RequestSnapshot(
                    "https://login.example.com/", "it", "platform", "192.0.2.1", "a.b.c", "t", "d", 1_700_000_000_000L),
            Map.of("username", "m00001", "email", "anna@example.com"));

    @Test
    void a_row_of_an_earlier_version_is_read() {
        assertThat(MailJob.fromJson(WRITTEN)).contains(JOB);
    }

    @Test
    void what_is_written_is_read_again() {
        assertThat(MailJob.fromJson(JOB.toJson())).contains(JOB);
        assertThat(JOB.toJson()).contains("\"occasion\":");
    }

    @Test
    void what_is_no_job_is_none() {
        assertThat(MailJob.fromJson("not JSON")).isEmpty();
        assertThat(MailJob.fromJson("null")).isEmpty();
        // What a job leaves behind that is done.
        assertThat(MailJob.fromJson("{}")).isEmpty();
        assertThat(MailJob.fromJson("{\"kind\":\"x\",\"unknown\":1}")).isEmpty();
    }
}
