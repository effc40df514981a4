package com.mailup.platform.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** With PKCE and the page's language; what a login was begun with, a landing or a name, goes along to Keycloak. */
final class LoginAuthorizationRequestResolver implements OAuth2AuthorizationRequestResolver {

    static final String BEGIN = "/oauth2/authorization";
    static final String LANDING = "landing";
    static final String PROMPT = "prompt";
    static final String HINT = "login_hint";

    private static final int MAX_HINT_LENGTH = 255;

    private final DefaultOAuth2AuthorizationRequestResolver requests;
    private final LocaleResolver languages;

    LoginAuthorizationRequestResolver(ClientRegistrationRepository clients, LocaleResolver languages) {
        this.languages = languages;
        requests = new DefaultOAuth2AuthorizationRequestResolver(clients, BEGIN);
        Consumer<OAuth2AuthorizationRequest.Builder> pkce = OAuth2AuthorizationRequestCustomizers.withPkce();
        requests.setAuthorizationRequestCustomizer(pkce.andThen(this::passOn));
    }

    /** Of nobody else's registration: there is one. */
    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return request.getRequestURI().equals(BEGIN + "/" + Issuer.REGISTRATION) ? requests.resolve(request) : null;
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return requests.resolve(request, registration);
    }

    private void passOn(OAuth2AuthorizationRequest.Builder request) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest asked = attributes.getRequest();
            request.additionalParameters(parameters -> {
                parameters.put("ui_locales", languages.resolveLocale(asked).getLanguage());
                if ("plan".equals(asked.getParameter(LANDING))) {
                    parameters.put(LANDING, "plan");
                }
                if ("create".equals(asked.getParameter(PROMPT))) {
                    parameters.put(PROMPT, "create");
                }
                String name = asked.getParameter(HINT);
                if (name != null && !name.isEmpty() && name.length() <= MAX_HINT_LENGTH) {
                    parameters.put(HINT, name);
                }
            });
        }
    }
}
