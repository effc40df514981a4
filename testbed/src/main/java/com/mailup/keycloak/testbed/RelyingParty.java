package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The platform that people sign in to, as small as can be: {@code /} is public, every other page wants a login. */
public final class RelyingParty implements AutoCloseable {

    public static final String CLIENT = "platform";
    public static final String SECRET = "a-secret-for-tests-and-the-demo-only";

    private static final Template PAGE = new Template("platform.ftlh");
    private static final String CALLBACK = "login/oauth2/code/mailup";
    private static final String COOKIE = "platform";
    /** Before the state of a login: each tab may finish the one that it has begun, and no other browser can. */
    private static final String BEGUN = "begun-";

    /** Paths that begin a login at another endpoint of Keycloak's; their query goes along. */
    private static final Set<String> ENDPOINTS = Set.of("forgot-credentials", "registrations");

    private final Map<String, PendingLogin> visits = new ConcurrentHashMap<>();
    private final Map<String, Tokens> sessions = new ConcurrentHashMap<>();
    private final LoopbackSite site;
    private final OidcClient client;
    private volatile Tokens latest;

    /** Port 0 takes a free one. */
    public RelyingParty(int port, String issuer) {
        client = new OidcClient(issuer, CLIENT, SECRET);
        site = new LoopbackSite(port, this::answer);
    }

    public String home() {
        return site.url();
    }

    /** Sends the browser to Keycloak's login; further parameters of the query go along. */
    public String loginUrl() {
        return home() + "login";
    }

    /** Where it sends the browser for a login: the way there through the application is no cost of Keycloak's page. */
    public String loginRedirect() {
        return Http.send(HttpRequest.newBuilder(URI.create(loginUrl())))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** Sends the browser straight to Keycloak's recovery of credentials; further parameters go along. */
    public String forgotCredentialsUrl() {
        return home() + "forgot-credentials";
    }

    public String registrationUrl() {
        return home() + "registrations";
    }

    /** An authorization request as the platform makes it, with further parameters, and for nobody to finish. */
    public String authorization(Map<String, String> further) {
        return client.start("auth", PendingLogin.to(""), home() + CALLBACK, further);
    }

    /** The admin API of the realm, as far as the platform's own account may use it. */
    public BearerApi admin() {
        return new BearerApi(client.issuer().replace("/realms/", "/admin/realms/"), client.ownToken());
    }

    /** What Keycloak tells of the person who signed in last. */
    public JsonNode userinfo() {
        return client.userinfo(tokens());
    }

    /** What the latest login, by whomever, brought. */
    public Tokens tokens() {
        return Optional.ofNullable(latest).orElseThrow(() -> new AssertionError("Nobody has signed in yet"));
    }

    /** Whether Keycloak still accepts the refresh token of the latest login; if so, a new one takes its place. */
    public boolean refresh() {
        return refresh(client);
    }

    /** The same by way of this node of a cluster. */
    public boolean refreshThrough(KeycloakServer node) {
        return refresh(new OidcClient(node.realmUrl(), CLIENT, SECRET));
    }

    private boolean refresh(OidcClient by) {
        Optional<Tokens> fresh = by.refresh(tokens());
        fresh.ifPresent(tokens -> latest = tokens);
        return fresh.isPresent();
    }

    private StubResponse answer(StubRequest question) {
        Optional<Tokens> session =
                Optional.ofNullable(sessions.get(question.cookies().getOrDefault(COOKIE, "")));
        String page = question.path().substring(1);
        if (page.equals(CALLBACK)) {
            return finish(question);
        } else if (page.equals("login")) {
            return start("auth", "", question.query());
        } else if (ENDPOINTS.contains(page)) {
            return start(page, "", question.query());
        } else if (page.equals("initiate-login")) {
            return initiate(question.query());
        } else if (page.equals("logout")) {
            return logout(question, session);
        }
        return session.map(tokens -> page(tokens, question.path()))
                .orElseGet(() -> page.isEmpty() ? welcome() : start("auth", page, Map.of()));
    }

    /** OpenID Connect Core 4: somebody else's link begins a login here, with the name filled in. */
    private StubResponse initiate(Map<String, String> query) {
        if (!client.issuer().equals(query.get("iss"))) {
            return error("iss", "Questo accesso è di un altro fornitore.");
        }
        return start("auth", "", Map.of("login_hint", query.getOrDefault("login_hint", "")));
    }

    private StubResponse start(String endpoint, String destination, Map<String, String> further) {
        PendingLogin visit = PendingLogin.to(destination);
        String state = visit.state().getValue();
        visits.put(state, visit);
        return StubResponse.seeOther(client.start(endpoint, visit, home() + CALLBACK, further))
                .with("Set-Cookie", cookie(BEGUN + state, "yes"));
    }

    private StubResponse finish(StubRequest question) {
        Map<String, String> query = question.query();
        String state = query.getOrDefault("state", "");
        PendingLogin visit = question.cookies().containsKey(BEGUN + state) ? visits.remove(state) : null;
        if (visit == null) {
            return error("state", "La risposta non appartiene a un accesso iniziato da questo browser.");
        } else if (query.containsKey("error")) {
            return error(query.get("error"), query.getOrDefault("error_description", ""));
        }
        Optional<Tokens> tokens = client.exchange(query.getOrDefault("code", "none"), visit, home() + CALLBACK);
        return tokens.map(earned -> enter(earned, visit)).orElseGet(() -> error("code", "Keycloak rifiuta il codice."));
    }

    /** A new key, so that one known before the login opens nothing after it. */
    private StubResponse enter(Tokens tokens, PendingLogin visit) {
        String key = UUID.randomUUID().toString();
        sessions.put(key, tokens);
        latest = tokens;
        return StubResponse.seeOther(home() + visit.destination()).with("Set-Cookie", cookie(COOKIE, key));
    }

    private StubResponse logout(StubRequest question, Optional<Tokens> session) {
        sessions.remove(question.cookies().getOrDefault(COOKIE, ""));
        return StubResponse.seeOther(
                session.map(tokens -> client.logout(tokens, home())).orElse(home()));
    }

    private static StubResponse welcome() {
        return StubResponse.html(PAGE.with(Map.of(
                "id", "platform-welcome", "heading", "Benvenuti", "sentence", "Per entrare serve il nome utente.")));
    }

    private static StubResponse page(Tokens tokens, String path) {
        JsonNode claims = tokens.claims();
        Map<String, String> shown = new TreeMap<>();
        for (Map.Entry<String, JsonNode> claim : claims.properties()) {
            shown.put(claim.getKey(), claim.getValue().asText(claim.getValue().toString()));
        }
        Map<String, Object> values = new HashMap<>();
        values.put("id", "platform");
        values.put("heading", "Accesso eseguito");
        values.put("sentence", "Pagina " + path);
        values.put("username", claims.path("preferred_username").asText());
        values.put("claims", shown);
        return StubResponse.html(PAGE.with(values));
    }

    private static StubResponse error(String code, String sentence) {
        return StubResponse.html(PAGE.with(
                Map.of("id", "platform-error", "heading", "Accesso non riuscito: " + code, "sentence", sentence)));
    }

    private static String cookie(String name, String value) {
        return name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax";
    }

    @Override
    public void close() {
        site.close();
    }
}
