package com.mailup.platform.sms;

import com.mailup.platform.page.Days;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** SMS credits by pack: valid for two years, the oldest spent first. */
@Component
public class SmsCredits {

    private static final int MONTHS = 24;

    private final JdbcClient database;
    private final Clock clock;

    SmsCredits(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Packs that still have credits, the oldest first. */
    public List<SmsPack> of(long account) {
        return packs(account, "");
    }

    public int balance(long account) {
        return of(account).stream().mapToInt(SmsPack::remaining).sum();
    }

    public void add(long account, long order, int credits, Instant now) {
        database.sql("""
            insert into sms_pack (account, purchase_order, credits, remaining, bought_at, ends_at)
            values (:account, :order, :credits, :credits, :now, :end)\
            """)
                .param("account", account)
                .param("order", order)
                .param("credits", credits)
                .param("now", sql(now))
                .param("end", sql(Days.plusMonths(now, MONTHS)))
                .update();
    }

    /** Spends all of them or none; false where the balance is too low. */
    @Transactional
    public boolean spend(long account, int credits) {
        int left = credits;
        for (SmsPack pack : packs(account, " for update")) {
            int from = Math.min(left, pack.remaining());
            take(pack, from);
            left -= from;
        }
        if (left > 0) {
            // What was taken so far goes back.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return left == 0;
    }

    private void take(SmsPack pack, int credits) {
        database.sql("update sms_pack set remaining = remaining - :credits where id = :id")
                .param("credits", credits)
                .param("id", pack.id())
                .update();
    }

    private List<SmsPack> packs(long account, String suffix) {
        return database.sql("select * from sms_pack where account = :account and remaining > 0 and ends_at > :now"
                        + " order by bought_at, id" + suffix)
                .param("account", account)
                .param("now", sql(clock.instant()))
                .query((row, number) -> new SmsPack(
                        row.getLong("id"),
                        row.getInt("credits"),
                        row.getInt("remaining"),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
    }

    private static OffsetDateTime sql(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
