package com.mailup.platform.invoice;

import com.mailup.platform.billing.Country;
import com.mailup.platform.page.Days;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A readable PDF of an invoice, which is not the electronic invoice for the tax office. It is rendered for each
 * request, without external resources.
 */
@Component
class CourtesyCopy {

    /** PDFBox brings it. It has Greek and Cyrillic, which the fonts that every PDF reader has do not. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final ITemplateEngine templates;

    CourtesyCopy(ITemplateEngine templates) {
        this.templates = templates;
        // It writes past the application's log, and quotes what it prints.
        XRLog.setLoggingEnabled(false);
    }

    byte[] of(Invoice invoice, Locale language) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(
                            () -> PDDocument.class.getResourceAsStream(FONT), "Liberation", 400, FontStyle.NORMAL, true)
                    .useUriResolver((base, address) -> null)
                    .withHtmlContent(page(invoice, language), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return pdf.toByteArray();
    }

    private String page(Invoice invoice, Locale language) {
        Context words = new Context(language);
        words.setVariable("invoice", invoice);
        words.setVariable(
                "country", Country.of(invoice.buyer().country(), language).name());
        words.setVariable("issued", date(Days.of(invoice.issuedAt()), language));
        words.setVariable("from", date(invoice.from(), language));
        words.setVariable("until", date(invoice.until(), language));
        words.setVariable("net", invoice.net().in(language));
        words.setVariable("vat", invoice.vat().in(language));
        words.setVariable("total", invoice.total().in(language));
        return NOT_XML.matcher(templates.process("invoice-pdf", words)).replaceAll("");
    }

    private static String date(LocalDate day, Locale language) {
        return day == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(day);
    }
}
