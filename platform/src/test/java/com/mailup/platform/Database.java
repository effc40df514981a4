package com.mailup.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two databases that the platform runs on, each time new and with its tables. */
public enum Database {
    H2 {
        @Override
        DataSource empty() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(
                    "jdbc:h2:mem:" + UUID.randomUUID()
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            JdbcClient.create(Server.RUNNING.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return Server.RUNNING.getDatabase("postgres", name);
        }
    };

    abstract DataSource empty();

    public DataSource fresh() {
        DataSource source = empty();
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    /** The id of a new account. */
    public static long account(JdbcClient database) {
        String subject = UUID.randomUUID().toString();
        database.sql("insert into account (subject, username) values (:subject, 'm00001')")
                .param("subject", subject)
                .update();
        return database.sql("select id from account where subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    /** Started by the test that needs it first, and ended with the tests. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
