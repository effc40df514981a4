package com.mailup.platform.purchase;

import com.mailup.platform.page.Money;
import com.mailup.platform.purchase.Product.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is for sale: rows of the database, in the language of the reader. */
@Component
public class Catalogue {

    private static final String SELECT =
            "select p.*, t.name, t.included from product p join product_text t on t.product = p.code and t.language = :language";

    private final JdbcClient database;

    Catalogue(JdbcClient database) {
        this.database = database;
    }

    public List<Product> all(Kind kind, Locale language) {
        return database.sql(SELECT + " where p.kind = :kind order by p.place")
                .param("language", language.getLanguage())
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .query(Catalogue::read)
                .list();
    }

    public Optional<Product> find(String code, Locale language) {
        return database.sql(SELECT + " where p.code = :code")
                .param("language", language.getLanguage())
                .param("code", code)
                .query(Catalogue::read)
                .optional();
    }

    private static Product read(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getString("code"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Money(row.getLong("price")),
                row.getInt("credits"),
                row.getString("name"),
                row.getString("included").lines().toList());
    }
}
