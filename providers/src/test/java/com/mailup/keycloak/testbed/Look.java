package com.mailup.keycloak.testbed;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** How a person's browser is set; a person of our audience has an Italian one in a desktop window. */
record Look(boolean javaScript, String locale, ColorScheme colours, int width, int height) {

    static final Look USUAL = new Look(true, "it-IT", ColorScheme.LIGHT, 1280, 900);

    Look withJavaScript(boolean on) {
        return new Look(on, locale, colours, width, height);
    }

    Look inLanguage(String other) {
        return new Look(javaScript, other, colours, width, height);
    }

    Look inTheDark() {
        return new Look(javaScript, locale, ColorScheme.DARK, width, height);
    }

    Look sized(int pixelsWide, int pixelsHigh) {
        return new Look(javaScript, locale, colours, pixelsWide, pixelsHigh);
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
