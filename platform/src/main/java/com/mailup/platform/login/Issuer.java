package com.mailup.platform.login;

import java.net.URI;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** The realm that logins are delegated to. */
record Issuer(String url) {

    static final String REGISTRATION = "mailup";

    static Issuer of(ClientRegistrationRepository clients) {
        ClientRegistration registration = clients.findByRegistrationId(REGISTRATION);
        return new Issuer(registration.getProviderDetails().getIssuerUri());
    }

    String origin() {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
