package com.mailup.keycloak.house;

import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes {@code docs/security.md}: every abuse case with its tests and how they went when they were last run here. Started by
 * {@code ./test security}, after a run of the tests.
 */
public final class SecurityPage {

    static final Path FILE = Repository.here().root().resolve("docs/security.md");
    static final String MISSING = "missing";

    private SecurityPage() {}

    public static void main(String[] arguments) throws IOException {
        Map<Attempt, String> results = AbuseResults.read();
        // What was renamed since it was run is no test any more.
        results.keySet().retainAll(Attempt.all());
        Files.writeString(FILE, page(AbuseCase.all(), results));
        System.out.println("docs/security.md: " + results.size() + " results");
    }

    private static String page(List<AbuseCase> cases, Map<Attempt, String> results) throws IOException {
        StringBuilder page = new StringBuilder("""
                # What has been tried

                The abuse cases of login and recovery, the tests that try them, and how these went on Keycloak %s on %s.
                Written by `./test security` from the last run of each test in this working copy; the cases are in
                `providers/src/test/resources/com/mailup/keycloak/house/abuse-cases.properties`. "missing": its tests were not part of
                that run, so nothing is known.

                ## What stays possible

                - People who know an e-mail address can have its owner sent as many lists of user names as the two limits of mails allow. The owner's
                  own request then waits for its turn, or the long limit is used up; all these mails hold the names that were asked for.
                - The same holds for trials: a person who asks for the owner's address uses up its mails. Each of them opens a trial for the owner.
                - People who know a user name and its address can do the same with reset links. The owner may then get no further link until the window of
                  the limit is over. Each link that is in the mailbox already works as long as links do, no matter who asked for it.
                  A reset that an administrator sends from the console counts for no limit.
                - People who have many client addresses can make many people get mail, each within these limits. There is no cap for all recoveries,
                  since it would let anybody silence everybody: `MailupRecoveryFlood` rings. Trials have a cap, since they make accounts.

                The numbers are settings: [operations.md](operations.md#settings).
                """.formatted(System.getProperty("keycloak.version"), day()));
        String group = "";
        for (AbuseCase abuse : cases) {
            if (!abuse.group().equals(group)) {
                group = abuse.group();
                page.append("\n## %s\n\n| case | | test | result |\n|---|---|---|---|\n".formatted(group));
            }
            page.append(row(abuse, results));
        }
        return page.toString();
    }

    private static String row(AbuseCase abuse, Map<Attempt, String> results) {
        List<Attempt> tests = results.keySet().stream()
                .filter(test -> test.id().equals(abuse.id()))
                .toList();
        String names = tests.stream()
                .map(test -> "`" + test.type() + "` `" + test.method() + "`")
                .collect(Collectors.joining("<br>"));
        String how = tests.stream().map(results::get).collect(Collectors.joining("<br>"));
        return "| %s | %s | %s | %s |\n"
                .formatted(abuse.id(), abuse.sentence(), names, tests.isEmpty() ? MISSING : how);
    }

    private static LocalDate day() throws IOException {
        return Files.exists(AbuseResults.FILE)
                ? LocalDate.ofInstant(
                        Files.getLastModifiedTime(AbuseResults.FILE).toInstant(), ZoneOffset.UTC)
                : LocalDate.now(ZoneOffset.UTC);
    }
}
