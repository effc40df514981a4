package com.mailup.platform.payment;

import com.mailup.platform.page.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A gateway that moves no money. Cards: {@code tok_decline} is declined, {@code tok_timeout} is charged but the first
 * answer is lost, every other is accepted. A bank transfer comes in after ten seconds.
 */
@Component
@ConditionalOnProperty(name = "platform.gateway", havingValue = "sandbox", matchIfMissing = true)
public class SandboxGateway implements Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxGateway.class);
    private static final String DECLINED = "tok_decline";
    private static final String TIMES_OUT = "tok_timeout";
    private static final Duration TRANSFER_DURATION = Duration.ofSeconds(10);

    /** The tokens that it knows, in the order of the payment page. */
    static final List<String> CARDS = List.of("tok_accept", DECLINED, TIMES_OUT);

    private final JdbcClient database;
    private final Clock clock;

    SandboxGateway(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        LOG.warn("Payments go to the sandbox: no money moves. PLATFORM_GATEWAY names another gateway.");
    }

    @Override
    @Transactional(propagation = Propagation.NEVER)
    public Outcome charge(String key, Money amount, PaymentMethod method) throws NoAnswerException {
        boolean transfer = method.kind() == PaymentMethod.Kind.TRANSFER;
        boolean first =
                record(key, amount, !DECLINED.equals(method.cardToken()), transfer ? TRANSFER_DURATION : Duration.ZERO);
        if (first && TIMES_OUT.equals(method.cardToken())) {
            throw new NoAnswerException("The sandbox keeps its answer to itself");
        }
        return outcome(key);
    }

    private boolean record(String key, Money amount, boolean accepted, Duration takes) {
        return database.sql("""
            insert into sandbox_charge (idempotency_key, reference, amount, accepted, settled_at)
            values (:key, :reference, :amount, :accepted, :settled) on conflict do nothing\
            """)
                        .param("key", key)
                        .param("reference", "sandbox-" + UUID.randomUUID())
                        .param("amount", amount.cents())
                        .param("accepted", accepted)
                        .param("settled", clock.instant().plus(takes).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Outcome outcome(String key) {
        Instant now = clock.instant();
        return database.sql("select * from sandbox_charge where idempotency_key = :key")
                .param("key", key)
                .query((row, number) -> {
                    if (now.isBefore(row.getTimestamp("settled_at").toInstant())) {
                        return new Outcome(State.OPEN, null);
                    }
                    return new Outcome(
                            row.getBoolean("accepted") ? State.ACCEPTED : State.DECLINED, row.getString("reference"));
                })
                .single();
    }
}
