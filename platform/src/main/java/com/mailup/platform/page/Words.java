package com.mailup.platform.page;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What templates write amounts and dates with, in the language of the request: {@code @words}. */
@Component("words")
public class Words {

    public String money(Money amount) {
        return amount.in(language());
    }

    /** Such as {@code 31 dicembre 2027}. */
    public String date(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language())
                .format(Days.of(time));
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
