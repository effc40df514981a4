package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered to a {@link Visitor}, byte for byte.
 *
 * @param uri that was asked
 * @param took from the request until the last byte of the answer
 */
public record Reply(URI uri, int status, HttpHeaders headers, String body, Duration took) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PAGE_ID = Pattern.compile("<body[^>]* data-page-id=\"([^\"]*)\"");
    private static final Pattern MESSAGE = Pattern.compile("<p class=\"alert [^>]*>([^<]*)<");
    /** One that sends something: the choice of a language only asks. */
    private static final Pattern FORM =
            Pattern.compile("<form(?=[^>]* method=\"post\")[^>]* action=\"([^\"]*)\"[^>]*>([\\s\\S]*?)</form>");

    private static final Pattern LINK = Pattern.compile("<main>[\\s\\S]*?<a[^>]* href=\"([^\"]*)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]* name=\"([^\"]*)\"[^>]* value=\"([^\"]*)\"");

    /** Which screen it is; empty where it is none of Keycloak's. */
    public String pageId() {
        return first(PAGE_ID).orElse("");
    }

    /** The sentence over the form; empty where there is none. */
    public String message() {
        return first(MESSAGE).map(Reply::unescaped).orElse("");
    }

    /** Where the first form of the page goes that sends something. */
    public URI action() {
        return first(FORM)
                .map(address -> uri.resolve(unescaped(address)))
                .orElseThrow(() -> new AssertionError("No form in the answer " + status + " of " + uri + ":\n" + body));
    }

    /** Where the first link of the page's own text leads. */
    public String firstLink() {
        return first(LINK)
                .map(address -> uri.resolve(unescaped(address)).toString())
                .orElseThrow(() -> new AssertionError("No link in the answer " + status + " of " + uri + ":\n" + body));
    }

    /** Where a redirect leads; empty where the answer is none. */
    public Optional<URI> location() {
        return headers.firstValue("Location")
                .filter(address -> status / 100 == 3)
                .map(uri::resolve);
    }

    public JsonNode json() {
        return json(body);
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }

    Map<String, String> hiddenFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher form = FORM.matcher(body);
        HIDDEN.matcher(form.find() ? form.group(2) : "")
                .results()
                .forEach(field -> fields.put(unescaped(field.group(1)), unescaped(field.group(2))));
        return fields;
    }

    private Optional<String> first(Pattern pattern) {
        return pattern.matcher(body)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst();
    }

    private static String unescaped(String html) {
        return html.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }
}
