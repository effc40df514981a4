package com.mailup.platform;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Begins a login that somebody else's link asks for, with the name filled in (OpenID Connect Core, chapter 4). */
@Controller
class InitiateLogin {

    static final String PATH = "/initiate-login";

    private final String issuer;

    InitiateLogin(ClientRegistrationRepository clients) {
        issuer = clients.findByRegistrationId("mailup").getProviderDetails().getIssuerUri();
    }

    /** Of our own issuer only. */
    @GetMapping(PATH)
    String begin(@RequestParam("iss") String iss, @RequestParam(name = "login_hint", defaultValue = "") String name) {
        if (!issuer.equals(iss)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Another issuer's login");
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/oauth2/authorization/mailup")
                        .queryParam("landing", "plan")
                        .queryParam("login_hint", "{name}")
                        .encode()
                        .buildAndExpand(name)
                        .toUriString();
    }
}
