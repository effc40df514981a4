package com.mailup.platform;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What there is to see. */
@Controller
class Pages {

    @GetMapping("/")
    String home(@AuthenticationPrincipal OidcUser person, Model page) {
        return show("home", person, page);
    }

    @GetMapping("/acquisto")
    String purchase(@AuthenticationPrincipal OidcUser person, Model page) {
        return show("acquisto", person, page);
    }

    @GetMapping("/abbonamento")
    String subscription(@AuthenticationPrincipal OidcUser person, Model page) {
        return show("abbonamento", person, page);
    }

    private static String show(String template, OidcUser person, Model page) {
        if (person != null) {
            page.addAttribute("username", person.getPreferredUsername());
            page.addAttribute("plan", person.getClaimAsString("plan"));
        }
        return template;
    }
}
