package com.mailup.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page in one of the languages.
 *
 * @param tag such as {@code it}
 * @param name of the language in itself, such as {@code Italiano}
 * @param query leads from the page to its translation, and still to where its form was to lead
 */
public record Translation(String tag, String name, String query) {

    static Translation of(HttpServletRequest page, Locale language) {
        Optional<String> next = Optional.ofNullable(page.getParameter(NextPage.PARAMETER))
                .map(NextPage::parse)
                .map(NextPage::page)
                .filter(it -> !it.isEmpty());
        String query = UriComponentsBuilder.newInstance()
                .queryParam("lang", language)
                .queryParamIfPresent(NextPage.PARAMETER, next)
                .encode()
                .toUriString();
        return new Translation(
                language.getLanguage(), StringUtils.capitalize(language.getDisplayLanguage(language)), query);
    }
}
