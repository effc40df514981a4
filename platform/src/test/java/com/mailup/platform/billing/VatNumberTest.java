package com.mailup.platform.billing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatNumberTest {

    @ParameterizedTest
    @CsvSource({
        "12345678903, IT12345678903, IT",
        "it 123.456.789-03, IT12345678903, IT",
        "IT00743110157, IT00743110157, IT",
        "ATU12345675, ATU12345675, AT",
        "BE 0428.759.497, BE0428759497, BE",
        "BG101004508, BG101004508, BG",
        "CY10259033P, CY10259033P, CY",
        "CZ699001237, CZ699001237, CZ",
        "de 136 695 976, DE136695976, DE",
        "DK13585628, DK13585628, DK",
        "EE100931558, EE100931558, EE",
        "EL094259216, EL094259216, GR",
        "ESA13585625, ESA13585625, ES",
        "ESX5910266W, ESX5910266W, ES",
        "ES54362315K, ES54362315K, ES",
        "FI20774740, FI20774740, FI",
        "FR40303265045, FR40303265045, FR",
        "FRK7399859412, FRK7399859412, FR",
        "HR33392005961, HR33392005961, HR",
        "HU12892312, HU12892312, HU",
        "IE6433435F, IE6433435F, IE",
        "IE6433435OA, IE6433435OA, IE",
        "IE8D79739I, IE8D79739I, IE",
        "LT119511515, LT119511515, LT",
        "LT290061371314, LT290061371314, LT",
        "LU15027442, LU15027442, LU",
        "LV40003521600, LV40003521600, LV",
        "MT11679112, MT11679112, MT",
        "NL004495445B01, NL004495445B01, NL",
        "PL8567346215, PL8567346215, PL",
        "PT501964843, PT501964843, PT",
        "RO18547290, RO18547290, RO",
        "SE123456789701, SE123456789701, SE",
        "SI50223054, SI50223054, SI",
        "SK2022749619, SK2022749619, SK"
    })
    void a_number_is_known_however_it_is_spaced(String typed, String value, String country) {
        assertThat(VatNumber.parse(typed))
                .hasValueSatisfying(number -> assertThat(number.value()).isEqualTo(value))
                .hasValueSatisfying(number -> assertThat(number.country()).isEqualTo(country));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I",
                "IT",
                "12345678901",
                "IT12345678930",
                "00000000000",
                "1234567890",
                "123456789012",
                "IT1234567890\0",
                "IT１２３４５６７８９０３",
                "GR094259216",
                "GB434031494",
                "CHE107787577",
                "US123456789",
                "DE12345678",
                "DE1234567890",
                "ATX12345675",
                "ES123456789",
                "FROI303265045",
                "NL004495445A01",
                "SE1234567897",
                "DE136695976DE136695976"
            })
    void nothing_else_is_one(String typed) {
        assertThat(VatNumber.parse(typed)).isEmpty();
    }

    /** Of the ten last digits one is right. */
    @Test
    void the_check_digit_tells_one_wrong_digit() {
        for (int last = 0; last < 10; last++) {
            assertThat(VatNumber.parse("1234567890" + last).isPresent()).isEqualTo(last == 3);
        }
    }

    @Test
    void something_huge_is_refused_at_once() {
        assertThat(VatNumber.parse("9".repeat(1_000_000))).isEmpty();
    }
}
