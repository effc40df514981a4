package com.mailup.keycloak.testbed;

import com.sun.net.httpserver.HttpExchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a browser asks of a {@link LoopbackSite}; HEAD counts as GET, since the site leaves the body out. */
record StubRequest(String method, String path, Map<String, String> query, Map<String, String> cookies) {

    static StubRequest of(HttpExchange exchange) {
        String method = exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod();
        Map<String, String> query = Encoded.parse(exchange.getRequestURI().getRawQuery());
        return new StubRequest(method, exchange.getRequestURI().getPath(), query, cookies(exchange));
    }

    boolean is(String someMethod, String somePath) {
        return method.equals(someMethod) && path.equals(somePath);
    }

    private static Map<String, String> cookies(HttpExchange exchange) {
        Map<String, String> cookies = new LinkedHashMap<>();
        for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (String cookie : header.split("; ?")) {
                String[] halves = cookie.split("=", 2);
                cookies.put(halves[0], halves.length == 2 ? halves[1] : "");
            }
        }
        return cookies;
    }
}
