package com.mailup.platform.purchase;

import com.mailup.platform.page.Money;
import com.mailup.platform.payment.PaymentMethod;
import com.mailup.platform.purchase.Order.State;
import com.mailup.platform.purchase.Product.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The orders in the database. */
@Component
public class Orders {

    private final JdbcClient database;

    Orders(JdbcClient database) {
        this.database = database;
    }

    Optional<Order> find(long account, UUID key) {
        return database.sql("select * from purchase_order where account = :account and form_key = :key")
                .param("account", account)
                .param("key", key)
                .query(Orders::read)
                .optional();
    }

    Order of(long id) {
        return database.sql("select * from purchase_order where id = :id")
                .param("id", id)
                .query(Orders::read)
                .single();
    }

    /** Nobody else settles it until the transaction ends. */
    Order lock(long id) {
        return database.sql("select * from purchase_order where id = :id for update")
                .param("id", id)
                .query(Orders::read)
                .single();
    }

    /** Those of products of this kind whose payment is waited for, the oldest first. */
    public List<Order> open(long account, Kind kind) {
        return database.sql("select o.* from purchase_order o join product p on p.code = o.product"
                        + " where o.account = :account and o.state = 'open' and p.kind = :kind order by o.id")
                .param("account", account)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .query(Orders::read)
                .list();
    }

    void add(long account, UUID key, Quote quote, PaymentMethod method, Instant now, Instant settleAt) {
        database.sql("""
            insert into purchase_order
              (account, form_key, product, net, vat_percent, total, method, card_token, state, ordered_at, ask_at)
            values (:account, :key, :product, :net, :vat, :total, :method, :token, 'open', :now, :ask)\
            """)
                .param("account", account)
                .param("key", key)
                .param("product", quote.product().code())
                .param("net", quote.product().price().cents())
                .param("vat", quote.vatPercent())
                .param("total", quote.total().cents())
                .param("method", method.kind().text())
                .param("token", method.cardToken())
                .param("now", sql(now))
                .param("ask", sql(settleAt))
                .update();
    }

    /** Orders whose gateway is to be asked by now, the most overdue first. */
    List<Long> due(Instant now, int limit) {
        return database.sql("select id from purchase_order where ask_at <= :now order by ask_at limit :limit")
                .param("now", sql(now))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    void settleAt(long id, Instant at) {
        database.sql("update purchase_order set ask_at = :at where id = :id and state = 'open'")
                .param("at", sql(at))
                .param("id", id)
                .update();
    }

    /** Whether it was open until now. */
    boolean settle(long id, State state) {
        return database.sql("update purchase_order set state = :state, ask_at = null where id = :id and state = 'open'")
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .param("id", id)
                        .update()
                == 1;
    }

    void pay(Order order, String reference, Instant at) {
        database.sql(
                        "insert into payment (purchase_order, reference, amount, paid_at) values (:id, :reference, :amount, :at)")
                .param("id", order.id())
                .param("reference", reference)
                .param("amount", order.total().cents())
                .param("at", sql(at))
                .update();
    }

    private static Order read(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getLong("id"),
                row.getLong("account"),
                row.getObject("form_key", UUID.class),
                row.getString("product"),
                new Money(row.getLong("net")),
                row.getInt("vat_percent"),
                new Money(row.getLong("total")),
                new PaymentMethod(
                        PaymentMethod.Kind.valueOf(row.getString("method").toUpperCase(Locale.ROOT)),
                        row.getString("card_token")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("ordered_at").toInstant());
    }

    private static OffsetDateTime sql(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
