package com.mailup.keycloak.testbed;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** How a person's browser is set; a person of our audience has an Italian one in a desktop window. */
record BrowserProfile(boolean javaScript, String locale, ColorScheme colours, int width, int height) {

    static final BrowserProfile USUAL = new BrowserProfile(true, "it-IT", ColorScheme.LIGHT, 1280, 900);

    BrowserProfile withJavaScript(boolean on) {
        return new BrowserProfile(on, locale, colours, width, height);
    }

    BrowserProfile inLanguage(String other) {
        return new BrowserProfile(javaScript, other, colours, width, height);
    }

    BrowserProfile inTheDark() {
        return new BrowserProfile(javaScript, locale, ColorScheme.DARK, width, height);
    }

    BrowserProfile sized(int pixelsWide, int pixelsHigh) {
        return new BrowserProfile(javaScript, locale, colours, pixelsWide, pixelsHigh);
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setJavaScriptEnabled(javaScript)
                .setLocale(locale)
                .setColorScheme(colours)
                .setViewportSize(width, height)
                .setTimezoneId("Europe/Rome");
    }
}
