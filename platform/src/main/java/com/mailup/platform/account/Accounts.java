package com.mailup.platform.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The platform's own store of accounts; the ID token only tells what was true at login. */
@Component
public class Accounts {

    private final JdbcClient database;
    private final Clock clock;

    Accounts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The account of the person who is signed in. */
    @Transactional
    public Account of(OidcUser person) {
        return find(person.getSubject()).orElseGet(() -> {
            syncFromLogin(person);
            return find(person.getSubject()).orElseThrow();
        });
    }

    /** The same, and nobody else changes it until the transaction ends. */
    public Account lock(long id) {
        return database.sql("select * from account where id = :id for update")
                .param("id", id)
                .query(this::read)
                .single();
    }

    public Account of(long id) {
        return database.sql("select * from account where id = :id")
                .param("id", id)
                .query(this::read)
                .single();
    }

    /**
     * Takes over what a login tells of name and plan, such as a trial that an administrator has made longer; but no plan
     * from before a purchase that Keycloak does not know of yet, or did not when the token was made.
     */
    @Transactional
    public void syncFromLogin(OidcUser person) {
        database.sql("insert into account (subject, username) values (:subject, :username) on conflict do nothing")
                .param("subject", person.getSubject())
                .param("username", person.getPreferredUsername())
                .update();
        // This also locks the row, so that nobody buys between the look at the jobs and what is written.
        database.sql("update account set username = :username where subject = :subject")
                .param("subject", person.getSubject())
                .param("username", person.getPreferredUsername())
                .update();
        database.sql("""
            update account set plan = :plan, ends_at = :endsAt, ended = :ended where subject = :subject and not exists (
              select 1 from plan_job j where j.account = account.id and (j.done_at is null or j.done_at >= :issued))\
            """)
                .param("subject", person.getSubject())
                .param("plan", planIn(person, "plan"))
                .param("endsAt", sql(endOf(person)))
                .param("ended", planIn(person, "plan_ended"))
                .param("issued", sql(person.getIssuedAt()))
                .update();
    }

    /** To be called with the account locked. */
    public void activate(long id, String edition, Instant end) {
        database.sql("update account set plan = :plan, ends_at = :end, ended = null, edition = :edition where id = :id")
                .param("id", id)
                .param("plan", Plan.ACTIVE.text())
                .param("edition", edition)
                .param("end", sql(end))
                .update();
    }

    private Optional<Account> find(String subject) {
        return database.sql("select * from account where subject = :subject")
                .param("subject", subject)
                .query(this::read)
                .optional();
    }

    private static String planIn(OidcUser person, String claim) {
        return Plan.parse(person.getClaimAsString(claim)).map(Plan::text).orElse(null);
    }

    private static Instant endOf(OidcUser person) {
        String end = person.getClaimAsString("plan_ends_at");
        return end == null ? null : OffsetDateTime.parse(end).toInstant();
    }

    private Account read(ResultSet row, int number) throws SQLException {
        Timestamp end = row.getTimestamp("ends_at");
        Instant endsAt = end == null ? null : end.toInstant();
        String written = row.getString("plan");
        String edition = row.getString("edition");
        Plan plan = Plan.at(clock.instant(), written, endsAt);
        return new Account(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("username"),
                plan,
                endsAt,
                Plan.ended(plan, written, row.getString("ended"), edition != null),
                edition);
    }

    private static OffsetDateTime sql(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
