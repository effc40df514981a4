package com.mailup.platform.planjob;

import com.mailup.platform.account.Account;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final ClientRegistration client;
    private final RestClient http;

    KeycloakUsers(ClientRegistrationRepository clients) {
        client = clients.findByRegistrationId("mailup");
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        http = RestClient.builder().requestFactory(requests).build();
    }

    /** Writes what the account has now; twice is as good as once. */
    void writePlan(Account account) {
        String token = token();
        String user = admin() + "/users/{id}";
        Map<String, Object> whole;
        try {
            whole = http.get()
                    .uri(user, account.subject())
                    .headers(headers -> headers.setBearerAuth(token))
                    .retrieve()
                    .body(JSON);
        } catch (HttpClientErrorException.NotFound e) {
            LOG.warn("Account {} is not in Keycloak any more", account.id());
            return;
        }
        // Keycloak empties what a PUT leaves out, so all of it goes back.
        Map<String, Object> attributes = new HashMap<>(attributes(whole));
        attributes.put("plan", List.of(account.plan().word()));
        attributes.put("planEndsAt", List.of(account.endsAt().toString()));
        whole.put("attributes", attributes);
        http.put()
                .uri(user, account.subject())
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(whole)
                .retrieve()
                .toBodilessEntity();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> attributes(Map<String, Object> user) {
        return (Map<String, Object>) user.getOrDefault("attributes", Map.of());
    }

    private String token() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        Map<String, Object> answer = http.post()
                .uri(client.getProviderDetails().getTokenUri())
                .headers(headers -> headers.setBasicAuth(client.getClientId(), client.getClientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(JSON);
        return (String) answer.get("access_token");
    }

    private String admin() {
        return client.getProviderDetails().getIssuerUri().replaceFirst("/realms/", "/admin/realms/");
    }
}
