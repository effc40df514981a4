package com.mailup.platform.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account has beside its edition. */
@Component
public class AdditionalServices {

    private final JdbcClient database;
    private final Clock clock;

    AdditionalServices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A service that runs, by its name in a language. */
    public record Running(String name, Instant endsAt) {}

    public List<Running> of(long account, Locale language) {
        return database.sql("""
                select t.name, max(s.ends_at) as ends_at from additional_service s
                join product_text t on t.product = s.product and t.language = :language
                where s.account = :account and s.ends_at > :now group by t.name order by 2, 1""")
                .param("account", account)
                .param("language", language.getLanguage())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Running(
                        row.getString("name"), row.getTimestamp("ends_at").toInstant()))
                .list();
    }

    /** When a service that runs ends. */
    public Optional<Instant> end(long account, String product, Instant now) {
        return database.sql(
                        "select ends_at from additional_service"
                                + " where account = :account and product = :product and ends_at > :now order by ends_at desc limit 1")
                .param("account", account)
                .param("product", product)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getTimestamp("ends_at").toInstant())
                .optional();
    }

    public void add(long account, long order, String product, Instant end) {
        database.sql("insert into additional_service (account, purchase_order, product, ends_at)"
                        + " values (:account, :order, :product, :end)")
                .param("account", account)
                .param("order", order)
                .param("product", product)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }
}
