package com.mailup.platform.login;

import com.mailup.platform.account.Accounts;
import com.mailup.platform.idle.IdleFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Spring Security: the home page is public; every other page needs a login at Keycloak, which leads back to the page.
 */
@Configuration
class SecurityConfiguration {

    /** What needs no login; each file also under the name that carries its hash. */
    private static final String[] PUBLIC = {
        "/",
        "/error",
        "/prova",
        "/platform.css",
        "/platform-*.css",
        "/idle.js",
        "/idle-*.js",
        "/favicon.svg",
        "/favicon-*.svg",
        "/favicon.ico",
        LoginFailureHandler.PAGE,
        InitiateLogin.PATH
    };

    private final ClientRegistrationRepository clients;
    private final Accounts accounts;
    private final LocaleResolver languages;

    SecurityConfiguration(ClientRegistrationRepository clients, Accounts accounts, LocaleResolver languages) {
        this.clients = clients;
        this.accounts = accounts;
        this.languages = languages;
    }

    @Bean
    SecurityFilterChain filters(HttpSecurity http, IdleFilter idle, SavedPageAccessDeniedHandler back)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(PUBLIC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(back.cache()))
                .oauth2Login(
                        login -> login.loginPage(LoginAuthorizationRequestResolver.BEGIN + "/" + Issuer.REGISTRATION)
                                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(
                                        new LoginAuthorizationRequestResolver(clients, languages)))
                                .successHandler(successHandler(back))
                                .failureHandler(new LoginFailureHandler(accounts)))
                .logout(logout -> logout.logoutSuccessHandler(logoutHandler()))
                .exceptionHandling(refused -> refused.accessDeniedHandler(back))
                .addFilterBefore(idle, AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(contentSecurityPolicy()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Tokens stay with the session that got them: two browsers of one person are two sessions of Keycloak's. */
    @Bean
    OAuth2AuthorizedClientRepository tokens() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    private AuthenticationSuccessHandler successHandler(SavedPageAccessDeniedHandler back) {
        SavedRequestAwareAuthenticationSuccessHandler next = new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            protected String determineTargetUrl(
                    HttpServletRequest request, HttpServletResponse response, Authentication login) {
                return accounts.of(person(login)).plan().landing();
            }
        };
        next.setRequestCache(back.cache());
        return (request, response, login) -> {
            accounts.syncFromLogin(person(login));
            next.onAuthenticationSuccess(request, response, login);
        };
    }

    private static OidcUser person(Authentication login) {
        return (OidcUser) login.getPrincipal();
    }

    private LogoutSuccessHandler logoutHandler() {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    /** Forms may lead to Keycloak: that of the log-out, and one that is sent after the session's end. */
    private String contentSecurityPolicy() {
        return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + Issuer.of(clients).origin();
    }
}
