package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A person without a browser, for tests with many people or with requests that no browser would send: own cookies, own
 * client address, forms read from the page and posted back. It follows links, loads nothing else and runs no script.
 * Libraries that read pages as a browser does, such as HtmlUnit, hide redirects, bytes and time of an answer.
 */
public final class Visitor {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 10;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private final CookieJar cookies = new CookieJar();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String node;
    private Reply latest;

    public Visitor() {
        int person = PEOPLE.incrementAndGet();
        // Browsers have the lower half of 10.x.x.x: nobody is to pay for another's requests.
        from("10.%d.%d.%d".formatted(128 + (person >> 16 & 127), person >> 8 & 255, person & 255));
    }

    /** The client address that Keycloak sees from now on; over plain HTTP it serves private ones only (fec0:: in IPv6). */
    public Visitor from(String address) {
        return header("X-Forwarded-For", address);
    }

    /** A language tag, as the browser's wish. */
    public Visitor speaking(String language) {
        return header("Accept-Language", language);
    }

    /** Asks this node of a cluster whatever the address of a link or form, as a load balancer might. */
    public Visitor through(KeycloakServer chosen) {
        return through(chosen.url());
    }

    /** The same by an address that leads to Keycloak. */
    public Visitor through(String url) {
        node = url;
        return this;
    }

    /** Goes with every request from now on. */
    public Visitor header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Reply openLogin(RelyingParty platform) {
        return open(platform.loginUrl());
    }

    public Reply openUsernameRecovery(RelyingParty platform) {
        return open(platform.forgotCredentialsUrl() + "?recover=username");
    }

    public Reply openPasswordReset(RelyingParty platform) {
        return open(platform.forgotCredentialsUrl() + "?recover=password");
    }

    public Reply openRegistration(RelyingParty platform) {
        return open(platform.registrationUrl());
    }

    /** Fills in the platform's login page; the page that this leads to in the end. */
    public Reply signIn(RelyingParty platform, String username, String password) {
        openLogin(platform);
        return submit(Map.of("username", username, "password", password));
    }

    public Reply signIn(RelyingParty platform, Person person) {
        return signIn(platform, person.username(), person.password());
    }

    /** Asks for the user names of an address; the page that this leads to in the end. */
    public Reply recover(RelyingParty platform, String email) {
        openUsernameRecovery(platform);
        return submit(Map.of("email", email));
    }

    /** Asks for a new password; the page that this leads to in the end. */
    public Reply reset(RelyingParty platform, String username, String email) {
        openPasswordReset(platform);
        return submit(Map.of("username", username, "email", email));
    }

    public Reply reset(RelyingParty platform, Person person) {
        return reset(platform, person.username(), person.email());
    }

    /** The page that a link leads to in the end. */
    public Reply open(String url) {
        return arrive(send(HttpRequest.newBuilder(URI.create(url))));
    }

    /** The page that the form of the latest page leads to in the end: hidden fields go along. */
    public Reply submit(Map<String, String> fields) {
        return arrive(post(fields));
    }

    /** Goes back to an earlier page and submits its form. */
    public Reply resubmit(Reply page, Map<String, String> fields) {
        latest = page;
        return submit(fields);
    }

    /** The first answer to the form of the latest page, redirect or not. */
    public Reply post(Map<String, String> fields) {
        Map<String, String> all = latest.hiddenFields();
        all.putAll(fields);
        return send(HttpRequest.newBuilder(latest.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Encoded.form(all))));
    }

    /** The first answer to any request at all; cookies and client address go along. */
    public Reply send(HttpRequest.Builder request) {
        URI uri = request.build().uri();
        if (node != null && uri.getPath().startsWith("/realms/")) {
            request.uri(URI.create(node).resolve(uri.getRawPath() + query(uri)));
        }
        headers.forEach(request::setHeader);
        cookies.of(uri).ifPresent(cookie -> request.setHeader("Cookie", cookie));
        long begin = System.nanoTime();
        HttpResponse<String> response = exchange(request.timeout(TIMEOUT).build());
        cookies.keep(response.headers().allValues("Set-Cookie"));
        latest = new Reply(
                uri,
                response.statusCode(),
                response.headers(),
                response.body(),
                Duration.ofNanos(System.nanoTime() - begin));
        return latest;
    }

    /** The Cookie header for an address, for requests that are written by hand; empty where there are no cookies. */
    public String cookiesFor(URI uri) {
        return cookies.of(uri).orElse("");
    }

    private Reply arrive(Reply first) {
        Reply reply = first;
        for (int i = 0; i < MOST_REDIRECTS && reply.location().isPresent(); i++) {
            reply = send(HttpRequest.newBuilder(reply.location().get()));
        }
        return reply;
    }

    private static String query(URI uri) {
        return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer from " + request.uri(), e);
        }
    }
}
