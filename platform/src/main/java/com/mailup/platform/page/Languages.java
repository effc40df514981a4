package com.mailup.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** The language of a page: the one chosen with {@code ?lang=}, else what the browser asks for, else Italian. */
@Configuration
public class Languages implements WebMvcConfigurer {

    /** Those of the login pages. The first is the default. */
    public static final List<Locale> ALL = read();

    private static final String COOKIE = "PLATFORM_LANGUAGE";

    private static List<Locale> read() {
        try {
            Properties theme = PropertiesLoaderUtils.loadProperties(new ClassPathResource("login/theme.properties"));
            return Stream.of(theme.getProperty("locales").strip().split("\\s*,\\s*"))
                    .map(Locale::forLanguageTag)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver chosen = new CookieLocaleResolver(COOKIE) {
            @Override
            protected Locale parseLocaleValue(String kept) {
                return firstSupported(List.of(Locale.forLanguageTag(kept)));
            }
        };
        // A page is shown even with a broken cookie.
        chosen.setRejectInvalidCookies(false);
        chosen.setCookieHttpOnly(true);
        chosen.setCookieSameSite("Lax");
        chosen.setCookieMaxAge(Duration.ofDays(365));
        chosen.setDefaultLocaleFunction(Languages::requested);
        return chosen;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new LocaleChangeInterceptor() {
            {
                setParamName("lang");
            }

            @Override
            protected Locale parseLocaleValue(String typed) {
                return firstSupported(List.of(Locale.forLanguageTag(typed)));
            }
        });
    }

    private static Locale requested(HttpServletRequest request) {
        return firstSupported(Collections.list(request.getLocales()));
    }

    /** The first that there is a translation for, whatever the country. */
    private static Locale firstSupported(List<Locale> wishes) {
        return wishes.stream()
                .map(wish -> Locale.forLanguageTag(wish.getLanguage()))
                .filter(ALL::contains)
                .findFirst()
                .orElse(ALL.get(0));
    }
}
