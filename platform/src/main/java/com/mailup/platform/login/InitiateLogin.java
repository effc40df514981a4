package com.mailup.platform.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    private final Issuer issuer;

    InitiateLogin(ClientRegistrationRepository clients) {
        issuer = Issuer.of(clients);
    }

    /**
     * Of our own issuer only.
     *
     * @param iss who asks; another than ours: 400
     * @param name the user name to fill in; none: an empty field
     * @param target where the login ends, a page of the platform; none, or anything else: the landing of the plan
     */
    @GetMapping(PATH)
    String begin(
            @RequestParam("iss") String iss,
            @RequestParam(name = LoginAuthorizationRequestResolver.HINT, defaultValue = "") String name,
            @RequestParam(name = "target_link_uri", defaultValue = "") String target,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!issuer.url().equals(iss)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Another issuer's login");
        }
        UriComponentsBuilder login = UriComponentsBuilder.fromPath(
                        LoginAuthorizationRequestResolver.BEGIN + "/" + Issuer.REGISTRATION)
                .queryParam(LoginAuthorizationRequestResolver.HINT, "{name}");
        Target.within(request, target)
                .ifPresentOrElse(
                        page -> page.remember(request),
                        () -> login.queryParam(LoginAuthorizationRequestResolver.LANDING, "plan"));
        return "redirect:" + login.encode().buildAndExpand(name).toUriString();
    }
}
