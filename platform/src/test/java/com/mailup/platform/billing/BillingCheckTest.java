package com.mailup.platform.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillingCheckTest {

    private final BillingForm italian = BillingForm.of(BillingDataTest.ITALIAN);

    @Test
    void what_is_stored_is_right() {
        assertThat(BillingCheck.of(italian)).isEmpty();
        assertThat(italian.data()).isEqualTo(BillingDataTest.ITALIAN);
    }

    @Test
    void of_an_empty_form_every_field_that_is_needed_is_told() {
        assertThat(BillingCheck.of(BillingForm.EMPTY))
                .containsOnlyKeys("company", "vatNumber", "street", "postalCode", "city", "province", "recipientCode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "a\tb", "a\u0085b", "a\u202Eb", "a\uD800b", "a\u2028b", "a\uFFFFb"})
    void what_cannot_be_printed_is_refused(String typed) {
        assertError(italian(typed, "Via Roma 1", "Milano"), "company", "billing.unprintable");
    }

    @Test
    void lengths_are_those_of_the_columns() {
        assertThat(BillingCheck.of(italian("a".repeat(120), "b".repeat(120), "c".repeat(80))))
                .isEmpty();
        assertThat(BillingCheck.of(italian("a".repeat(121), "b".repeat(121), "c".repeat(81))))
                .isEqualTo(Map.of(
                        "company", "billing.tooLong.120",
                        "street", "billing.tooLong.120",
                        "city", "billing.tooLong.80"));
    }

    @Test
    void the_vat_number_is_of_the_country_of_the_address() {
        BillingForm french =
                new BillingForm("Rossi", "12345678903", "Rue de Rome 1", "75001", "Paris", "", "FR", "", "");
        assertError(french, "vatNumber", "billing.vatNumber.country");
    }

    @Test
    void what_is_no_vat_number_is_told_in_the_way_of_the_country() {
        BillingForm italian =
                new BillingForm("Rossi", "nonsense", "Via Roma 1", "20121", "Milano", "MI", "IT", "M5UXCR1", "");
        BillingForm french = new BillingForm("Rossi", "nonsense", "Rue de Rome 1", "75001", "Paris", "", "FR", "", "");
        assertError(italian, "vatNumber", "billing.vatNumber.wrong");
        assertError(french, "vatNumber", "billing.vatNumber.abroad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EL", "it", "GB", "US", "ITIT", "\0"})
    void a_country_is_one_of_the_list(String country) {
        BillingForm form = new BillingForm("Rossi", "12345678903", "Via Roma 1", "", "Milano", "", country, "", "");
        assertError(form, "country", "billing.country.wrong");
    }

    @Nested
    class an_italian_company {

        @ParameterizedTest
        @ValueSource(strings = {"", "2012", "201211", "2012A", "２０１２１"})
        void has_a_postal_code_of_five_digits(String typed) {
            assertError(delivered(typed, "MI", "M5UXCR1", ""), "postalCode", "billing.postalCode.wrong");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "M", "MIL", "M1", "M\0"})
        void has_a_province_of_two_letters(String typed) {
            assertError(delivered("20121", typed, "M5UXCR1", ""), "province", "billing.province.wrong");
        }

        @Test
        void has_a_code_or_a_pec_address() {
            assertThat(BillingCheck.of(delivered("20121", "mi", "", "a@pec.example.it")))
                    .isEmpty();
            assertThat(BillingCheck.of(delivered("20121", "mi", "m5uxcr1", ""))).isEmpty();
            assertThat(BillingCheck.of(delivered("20121", "mi", "m5uxcr1", "a@pec.example.it")))
                    .isEmpty();
            assertError(delivered("20121", "mi", "", ""), "recipientCode", "billing.recipientCode.missing");
        }

        @Test
        void needs_the_pec_address_that_its_code_speaks_of() {
            assertError(delivered("20121", "MI", "0000000", ""), "pec", "billing.pec.missing");
            assertThat(BillingCheck.of(delivered("20121", "MI", "0000000", "a@pec.example.it")))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"a", "a@b", "@pec.it", "a@b@pec.it", "a b@pec.it", "a@pec.it\0", "a@pec..it", "à@pec.it"})
        void has_a_whole_pec_address(String typed) {
            assertError(delivered("20121", "MI", "", typed), "pec", "billing.pec.wrong");
        }

        @Test
        void has_a_pec_address_that_fits() {
            assertThat(BillingCheck.of(delivered("20121", "MI", "", "a".repeat(248) + "@pec.it")))
                    .isEmpty();
            assertError(delivered("20121", "MI", "", "a".repeat(250) + "@pec.it"), "pec", "billing.pec.wrong");
        }

        @Test
        void has_a_code_of_seven() {
            assertError(
                    delivered("20121", "MI", "M5UXC", "a@pec.example.it"),
                    "recipientCode",
                    "billing.recipientCode.wrong");
        }

        private BillingForm delivered(String postalCode, String province, String code, String pec) {
            return new BillingForm(
                    "Rossi", "12345678903", "Via Roma 1", postalCode, "Milano", province, "IT", code, pec);
        }
    }

    @Nested
    class another_company {

        private final BillingForm irish = BillingForm.of(BillingDataTest.IRISH);

        @Test
        void needs_nothing_that_only_italy_has() {
            assertThat(BillingCheck.of(irish)).isEmpty();
        }

        @Test
        void loses_what_only_italy_has() {
            BillingForm typed = new BillingForm(
                    "Murphy Ltd", "IE6433435F", "1 Main Street", "", "Dublin", "D\0", "IE", "nonsense", "nonsense");
            assertThat(BillingCheck.of(typed)).isEmpty();
            assertThat(typed.data()).isEqualTo(BillingDataTest.IRISH);
        }

        @ParameterizedTest
        @ValueSource(strings = {"12345678901", "D02\0", "D02;", "È"})
        void has_a_postal_code_of_ten_plain_characters(String typed) {
            BillingForm form =
                    new BillingForm("Murphy Ltd", "IE6433435F", "1 Main Street", typed, "Dublin", "", "IE", "", "");
            assertError(form, "postalCode", "billing.postalCode.abroad");
        }
    }

    private static void assertError(BillingForm form, String field, String error) {
        assertThat(BillingCheck.of(form)).isEqualTo(Map.of(field, error));
    }

    private static BillingForm italian(String company, String street, String city) {
        return new BillingForm(company, "12345678903", street, "20121", city, "MI", "IT", "M5UXCR1", "");
    }
}
