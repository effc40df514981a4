package com.mailup.platform.invoice;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.SignedIn;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The PDFs of an account's own invoices. An invoice of another account is not found. */
@Controller
class InvoicePage {

    private final Invoices invoices;
    private final CourtesyCopy copy;

    InvoicePage(Invoices invoices, CourtesyCopy copy) {
        this.invoices = invoices;
        this.copy = copy;
    }

    @GetMapping("/abbonamento/fatture/{id}.pdf")
    ResponseEntity<byte[]> pdf(@SignedIn Account account, @PathVariable("id") String id, Locale language) {
        Invoice invoice = invoices.of(account.id(), number(id), language).orElseThrow(InvoicePage::unknown);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, name(invoice).toString())
                .body(copy.of(invoice, language));
    }

    private static ContentDisposition name(Invoice invoice) {
        return ContentDisposition.inline()
                .filename("fattura-" + invoice.year() + "-" + invoice.number() + ".pdf")
                .build();
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException other) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
