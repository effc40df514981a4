package com.mailup.platform.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.platform.Database;
import com.mailup.platform.purchase.Product.Kind;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is for sale is for sale in every language. */
class CatalogueTest {

    private static final DataSource DATABASE = Database.H2.fresh();
    private static final JdbcClient CLIENT = JdbcClient.create(DATABASE);

    @ParameterizedTest
    @FieldSource("com.mailup.platform.page.Languages#ALL")
    void every_product_has_its_texts(Locale language) {
        Catalogue catalogue = new Catalogue(CLIENT);

        for (Kind kind : Kind.values()) {
            assertThat(catalogue.all(kind, language))
                    .hasSize(products(kind))
                    .allSatisfy(product ->
                            assertThat(product.included()).isNotEmpty().noneMatch(String::isBlank));
        }
    }

    private static int products(Kind kind) {
        return CLIENT.sql("select count(*) from product where kind = :kind")
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .query(Integer.class)
                .single();
    }
}
