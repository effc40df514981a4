package com.mailup.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What templates write amounts, dates and languages with, in the language of the request: {@code @formats}. */
@Component("formats")
public class TemplateFormats {

    public String money(Money amount) {
        return amount.in(language());
    }

    /** Such as {@code 31 dicembre 2027}. */
    public String date(Instant time) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language())
                .format(Days.of(time));
    }

    /** The same page in each language. */
    public List<Translation> languages() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        return Languages.ALL.stream().map(it -> Translation.of(request, it)).toList();
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
