package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.Page;

/** A page that says what went wrong, and offers a way on. */
public final class ErrorPage extends Page {

    public ErrorPage(com.microsoft.playwright.Page tab) {
        super(tab, "login-error");
    }
}
