package com.mailup.platform.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.platform.SignedInPages;
import com.mailup.platform.billing.BillingData;
import com.mailup.platform.page.Money;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

@SpringBootTest(classes = {SignedInPages.class, CourtesyCopy.class})
class CourtesyCopyTest {

    private static final Locale ITALIAN = Locale.forLanguageTag("it");
    private static final Locale ENGLISH = Locale.forLanguageTag("en");

    @Autowired
    private CourtesyCopy copy;

    @Autowired
    private MessageSource words;

    @ParameterizedTest
    @FieldSource("com.mailup.platform.page.Languages#ALL")
    void every_language_says_what_it_is(Locale language) throws IOException {
        LocalDate day = LocalDate.of(2026, 11, 24);
        String mark = words.getMessage("invoice.copy", null, language);
        String title = words.getMessage("invoice.title", new Object[] {"17/2026"}, language);

        byte[] pdf = copy.of(invoice(Sales.BUYER, 22, day), language);

        assertThat(text(pdf))
                .contains(mark, title, date(day, language), "SDI")
                .containsAnyOf("690,00 €", "€690.00")
                .doesNotContain("??");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(title);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void it_names_the_seller_the_buyer_the_line_and_the_amounts() throws IOException {
        assertThat(text(copy.of(invoice(Sales.BUYER, 22, LocalDate.of(2026, 11, 24)), ITALIAN)))
                .contains("MailUp S.p.A. (azienda dimostrativa)")
                .contains("Rossi & Figli S.r.l.", "Via Roma 1", "20121 Milano (MI)", "Italia")
                .contains("Partita IVA: IT12345678903", "Codice destinatario: M5UXCR1")
                .contains("Plus", "dal 24 novembre 2026 al 24 novembre 2027")
                .contains("IVA 22 %", "151,80 €", "Totale 841,80 €")
                .doesNotContain("PEC:", "Inversione contabile");
    }

    @Test
    void without_vat_it_says_why() throws IOException {
        BillingData buyer =
                new BillingData("Murphy Ltd", "IE6433435F", "1 Main St", "", "Dublin", null, "IE", null, null);
        assertThat(text(copy.of(invoice(buyer, 0, null), ENGLISH)))
                .contains("Ireland", "VAT 0%", "€0.00", "Total €690.00", "Reverse charge")
                .doesNotContain("from ", "Recipient code");
    }

    @Test
    void what_people_wrote_stays_text() throws IOException {
        BillingData buyer = new BillingData(
                "<b>Rossi</b> & <img src=\"http://127.0.0.1:1/\"/>",
                "IT12345678903",
                "${7*7} [[7*7]]",
                "20121",
                "{0} L'Aquila",
                "MI",
                "IT",
                null,
                "o'neill@pec.example.it");
        assertThat(text(copy.of(invoice(buyer, 22, null), ITALIAN)))
                .contains("<b>Rossi</b> &", "${7*7} [[7*7]]", "{0} L'Aquila", "PEC: o'neill@pec.example.it");
    }

    @Test
    void greek_and_cyrillic_are_legible_and_nothing_makes_it_fail() throws IOException {
        BillingData buyer = new BillingData(
                "Ελληνική Εταιρεία Ωμέγα",
                "EL094259216",
                "ул. Шипка 5",
                "10000",
                "Łódź 東京 😀 a\u0001b",
                null,
                "GR",
                null,
                null);
        assertThat(text(copy.of(invoice(buyer, 0, null), ITALIAN)))
                .contains("Ελληνική Εταιρεία Ωμέγα", "ул. Шипка 5", "Łódź");
    }

    @Test
    void a_name_without_a_blank_stays_on_the_page() throws IOException {
        BillingData buyer = new BillingData(
                "W".repeat(120), "IT12345678903", "V".repeat(120), "20121", "M".repeat(80), "MI", "IT", null, "a@b.it");
        assertThat(text(copy.of(invoice(buyer, 22, null), ITALIAN)).replaceAll("\\s", ""))
                .contains("W".repeat(120), "V".repeat(120), "20121" + "M".repeat(80) + "(MI)");
    }

    static Invoice invoice(BillingData buyer, int vatPercent, LocalDate from) {
        Money net = new Money(69000);
        return new Invoice(
                5,
                9,
                2026,
                17,
                Instant.parse("2026-11-24T11:00:00Z"),
                "plus",
                "Plus",
                from,
                from == null ? null : from.plusYears(1),
                net,
                vatPercent,
                net.plus(net.percent(vatPercent)),
                buyer);
    }

    private static String date(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    /** With plain blanks, where the PDF has such that do not break. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00A0', ' ');
        }
    }
}
