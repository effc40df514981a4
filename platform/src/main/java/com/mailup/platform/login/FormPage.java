package com.mailup.platform.login;

/** The page that has the form which posts to an address. */
final class FormPage {

    private FormPage() {}

    static String of(String action) {
        if (action.startsWith("/acquisto") || action.startsWith("/ordini")) {
            return "/acquisto";
        } else if (action.startsWith("/abbonamento/fatturazione") || action.startsWith("/abbonamento/pagamento")) {
            return action;
        }
        return action.startsWith("/abbonamento") ? "/abbonamento" : "/";
    }
}
