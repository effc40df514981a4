package com.mailup.keycloak.malformed;

import com.mailup.keycloak.testbed.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a well-formed request malformed: the same seed and number, the same damage. Fuzzing libraries for Java damage what
 * a method is called with, and need an agent in the JVM that is tested.
 */
record Fuzz(long seed) {

    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "m00001%00",
            "a%0d%0aBcc:%20x@example.com",
            "%zz",
            "%",
            "%c3%28",
            "%ed%a0%80",
            "%ff%fe",
            "%e2%80%ae%e2%80%8b",
            "%f0%9f%98%80",
            "%24%7b7*7%7d",
            "%3c%23assign%20x=1%3e",
            "%7b0%7d",
            "%27%7b%27",
            "%27%20OR%20%271%27=%271",
            "*)(uid=*))(%7c(uid=*",
            "%3cscript%3ealert(1)%3c/script%3e",
            "..%2f..%2fetc%2fpasswd",
            "-1",
            "99999999999999999999",
            "null",
            "true",
            "a.b.c",
            "eyJhbGciOiJub25lIn0.e30.",
            "javascript:alert(1)",
            "//evil.example.com",
            "\u0000\u0001\u00ff",
            "[]",
            "{\"a\":1}",
            "x".repeat(5_000));
    private static final List<String> PARAMETERS = List.of("""
            kc_locale ui_locales prompt max_age claims request request_uri acr_values login_hint response_mode
            response_type redirect_uri code_challenge code_challenge_method kc_idp_hint kc_action recover key
            auth_session_id skip_logout reset_auth execution session_code client_id client_data tab_id scope state nonce
            id_token_hint post_logout_redirect_uri""".split("\\s+"));
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "BREW", "get", "");
    private static final List<String> TYPES = List.of(
            "garbage",
            "",
            "/",
            "application/json",
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded; charset=nonsense",
            "application/x-www-form-urlencoded; charset=utf-16",
            "application/x-www-form-urlencoded;;;=",
            "application/x-www-form-urlencoded\u0000");
    private static final List<String> HEADERS = List.of("""
            Accept Accept-Language Accept-Encoding Accept-Charset Authorization Cookie Origin Referer User-Agent Range
            If-Modified-Since If-None-Match Content-Encoding Content-Language Forwarded Upgrade DPoP Host
            X-HTTP-Method-Override""".split("\\s+"));
    private static final List<String> HEADER_VALUES = List.of(
            "",
            "garbage",
            "q;q=q;;;en_--;q=9",
            "*/*;q=x",
            "text/html;q=99",
            ",,,,",
            "=;=;=",
            "a=%%%; b=\"; AUTH_SESSION_ID=%%%; KC_RESTART=..; KEYCLOAK_IDENTITY=a.b.c; KC_AUTH_SESSION_HASH=\"",
            "KEYCLOAK_LOCALE=%zz; KEYCLOAK_SESSION=a/b; KC_STATE_CHECKER=\u00ff",
            "AUTH_SESSION_ID=AAAA.BBBB; KC_RESTART=eyJhbGciOiJub25lIn0.e30.",
            "Bearer a.b.c",
            "Basic %%%",
            "gzip",
            "\u00e9\u00ff",
            "x".repeat(9_000));

    RawRequest request(int number, List<RawRequest> wellFormed) {
        Random random = new Random(seed * 31 + number);
        RawRequest request = wellFormed.get(random.nextInt(wellFormed.size()));
        for (int damage = 1 + random.nextInt(3); damage > 0; damage--) {
            request = damaged(request, random);
        }
        // A client address of its own each: this is about what is sent, not how much.
        return request.with(
                "X-Forwarded-For", "10.%d.%d.%d".formatted(64 + (number >> 16), number >> 8 & 255, number & 255));
    }

    private static RawRequest damaged(RawRequest request, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> request.withMethod(one(METHODS, random));
            case 1 -> request.with("Content-Type", one(TYPES, random));
            case 2, 3 -> request.with(one(HEADERS, random), one(HEADER_VALUES, random));
            case 4 -> request.withTarget(path(request.target(), random));
            case 5, 6, 7 -> request.withTarget(query(request.target(), random));
            case 8 -> asForm(request, manyFields(random));
            case 9 -> request.withMethod("POST").withBody(noise(random));
            default -> asForm(request, parameters(new String(request.body(), StandardCharsets.ISO_8859_1), random));
        };
    }

    private static RawRequest asForm(RawRequest request, String form) {
        RawRequest posted = request.withMethod("POST").withBody(form.getBytes(StandardCharsets.ISO_8859_1));
        boolean typed = posted.headers().stream().anyMatch(header -> header.startsWith("Content-Type"));
        return typed ? posted : posted.with("Content-Type", "application/x-www-form-urlencoded");
    }

    private static String manyFields(Random random) {
        return IntStream.range(0, 900 + random.nextInt(300))
                .mapToObj(i -> "username=" + i)
                .collect(Collectors.joining("&"));
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String path(String target, Random random) {
        int end = target.indexOf('?') < 0 ? target.length() : target.indexOf('?');
        String more =
                one(List.of("/", "//", "/x", "/%00", "/%zz", "/..", "/%2e%2e", ";a=b", "\\", "/%ff", "%20"), random);
        return target.substring(0, end) + more + target.substring(end);
    }

    private static String query(String target, Random random) {
        int begin = target.indexOf('?');
        String path = begin < 0 ? target : target.substring(0, begin);
        // A space would end the target: what follows is then the protocol, and the request is none.
        return path + "?"
                + parameters(begin < 0 ? "" : target.substring(begin + 1), random)
                        .replace(' ', '+');
    }

    /** Names and values, as a query or a form has them. */
    private static String parameters(String text, Random random) {
        List<String> all = new ArrayList<>(Arrays.asList(text.split("&")));
        int at = random.nextInt(all.size());
        String name = all.get(at).split("=", 2)[0];
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> all.set(at, name + "=" + one(VALUES, random));
            case 3, 4 -> all.add(one(PARAMETERS, random) + "=" + one(VALUES, random));
            case 5 -> all.add(name + "=" + one(VALUES, random));
            case 6 -> all.set(at, name + "[]=" + one(VALUES, random));
            case 7 -> Collections.shuffle(all, random);
            default -> all.remove(at);
        }
        return String.join("&", all);
    }

    private static <T> T one(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
