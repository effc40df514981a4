package com.mailup.keycloak.mailqueue;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.http.FormPartValue;
import org.keycloak.http.HttpRequest;

/** As much of the person's request as links and the language need, for the session of a worker. */
record ReplayedHttpRequest(URI base, Locale language) implements HttpRequest {

    @Override
    public UriInfo getUri() {
        return partOf(
                UriInfo.class,
                Map.of(
                        "getBaseUri",
                        base,
                        "getBaseUriBuilder",
                        UriBuilder.fromUri(base),
                        "getRequestUri",
                        base,
                        "getAbsolutePath",
                        base,
                        "getPath",
                        "/",
                        "getQueryParameters",
                        new MultivaluedHashMap<String, String>()));
    }

    @Override
    public HttpHeaders getHttpHeaders() {
        return partOf(
                HttpHeaders.class,
                Map.of(
                        "getAcceptableLanguages", List.of(language),
                        "getCookies", Map.of(),
                        "getRequestHeaders", new MultivaluedHashMap<String, String>()));
    }

    @Override
    public String getHttpMethod() {
        return "GET";
    }

    @Override
    public MultivaluedMap<String, String> getDecodedFormParameters() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public MultivaluedMap<String, FormPartValue> getMultiPartFormParameters() {
        return new MultivaluedHashMap<>();
    }

    @Override
    public X509Certificate[] getClientCertificateChain() {
        return null;
    }

    @Override
    public boolean isProxyTrusted() {
        return true;
    }

    /** Returns the known values, and null for all others. */
    private static <T> T partOf(Class<T> type, Map<String, Object> known) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> known.get(method.getName())));
    }
}
