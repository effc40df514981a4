package com.mailup.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The home is everybody's; for every other page one signs in at Keycloak, and comes back to it. */
@Configuration
class Login {

    private static final String DOOR = "/oauth2/authorization";
    private static final String LANDING = "landing";
    private static final String HINT = "login_hint";

    @Bean
    SecurityFilterChain filters(HttpSecurity http, ClientRegistrationRepository clients) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/", "/error", InitiateLogin.PATH)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login ->
                        login.authorizationEndpoint(door -> door.authorizationRequestResolver(requests(clients))))
                .oauth2Client(Customizer.withDefaults())
                .build();
    }

    /** With PKCE; a login that was begun with landing=plan or a name says so to Keycloak. */
    private static OAuth2AuthorizationRequestResolver requests(ClientRegistrationRepository clients) {
        DefaultOAuth2AuthorizationRequestResolver requests =
                new DefaultOAuth2AuthorizationRequestResolver(clients, DOOR);
        Consumer<OAuth2AuthorizationRequest.Builder> pkce = OAuth2AuthorizationRequestCustomizers.withPkce();
        requests.setAuthorizationRequestCustomizer(pkce.andThen(Login::passOn));
        return requests;
    }

    private static void passOn(OAuth2AuthorizationRequest.Builder request) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest asked = attributes.getRequest();
            if ("plan".equals(asked.getParameter(LANDING))) {
                request.additionalParameters(parameters -> parameters.put(LANDING, "plan"));
            }
            String name = asked.getParameter(HINT);
            if (name != null && !name.isEmpty()) {
                request.additionalParameters(parameters -> parameters.put(HINT, name));
            }
        }
    }
}
