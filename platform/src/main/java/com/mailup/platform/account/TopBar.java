package com.mailup.platform.account;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the account that its top bar shows; nothing where nobody is signed in. */
@ControllerAdvice
class TopBar {

    private final Accounts accounts;

    TopBar(Accounts accounts) {
        this.accounts = accounts;
    }

    @ModelAttribute("account")
    Account account(@AuthenticationPrincipal OidcUser person) {
        return person == null ? null : accounts.of(person);
    }
}
