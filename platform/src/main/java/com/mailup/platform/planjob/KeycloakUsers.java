package com.mailup.platform.planjob;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.Plan;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Keycloak's Admin API, as far as the platform's own service account may use it: the plans of users. */
@Component
class KeycloakUsers {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakUsers.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private static final String USER = "/users/{id}";
    private static final String USER_NOT_FOUND = "User not found";
    private static final Set<String> PROFILE = Set.of("username", "email", "firstName", "lastName");

    private final ClientRegistration client;
    private final String admin;
    private final RestClient http;

    /** @param adminApi of the realm, where it is not to be reached by way of the issuer; empty: beside the issuer */
    KeycloakUsers(ClientRegistrationRepository clients, @Value("${platform.admin-api:}") String adminApi) {
        client = clients.findByRegistrationId("mailup");
        admin = adminApi.isEmpty()
                ? client.getProviderDetails().getIssuerUri().replaceFirst("/realms/", "/admin/realms/")
                : adminApi;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
        requests.setReadTimeout(TIMEOUT);
        http = RestClient.builder().requestFactory(requests).build();
    }

    /** Writes what the account has now; twice is as good as once. */
    void writePlan(Account account) {
        String token = token();
        Optional<Map<String, Object>> found = find(account, token);
        if (found.isEmpty()) {
            LOG.warn("Account {} is not in Keycloak any more", account.id());
            return;
        }
        // Keycloak empties those of the profile that a PUT leaves out, so they go back; what else an administrator may
        // have changed meanwhile is left out, and stays.
        Map<String, Object> profile = new HashMap<>(found.get());
        profile.keySet().retainAll(PROFILE);
        Map<String, Object> attributes = new HashMap<>(attributes(found.get()));
        attributes.put(
                "plan",
                account.is(Plan.NONE) ? List.of() : List.of(account.plan().text()));
        attributes.put(
                "planEndsAt",
                account.endsAt() == null ? List.of() : List.of(account.endsAt().toString()));
        // What had ended before is over; a realm without that attribute does not get it.
        attributes.computeIfPresent("planEnded", (name, ended) -> List.of());
        profile.put("attributes", attributes);
        http.put()
                .uri(admin + USER, account.subject())
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(profile)
                .retrieve()
                .toBodilessEntity();
    }

    private Optional<Map<String, Object>> find(Account account, String token) {
        try {
            return Optional.ofNullable(http.get()
                    .uri(admin + USER, account.subject())
                    .headers(headers -> headers.setBearerAuth(token))
                    .retrieve()
                    .body(JSON));
        } catch (HttpClientErrorException.NotFound e) {
            if (e.getResponseBodyAsString().contains(USER_NOT_FOUND)) {
                return Optional.empty();
            }
            // Something between us and Keycloak that does not show the Admin API.
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> attributes(Map<String, Object> user) {
        return (Map<String, Object>) user.getOrDefault("attributes", Map.of());
    }

    private String token() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", client.getClientId());
        form.add("client_secret", client.getClientSecret());
        Map<String, Object> answer = http.post()
                .uri(client.getProviderDetails().getTokenUri())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(JSON);
        return (String) answer.get("access_token");
    }
}
